import { generateKeyPairSync, type KeyObject, verify } from 'node:crypto'
import { getSignedUrl } from '@aws-sdk/cloudfront-signer'
import fc from 'fast-check'
import t from 'tap'
import { cloudFrontSigner } from '../../../server/clients/delivery/cloudfront.ts'

const origin = 'https://d111111abcdef8.cloudfront.net'
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ecdsa = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const batch = { expires: 1_767_290_400, session: '01890a5d-ac96-774b-bcce-b302099a8059' }

/** Amazon's own signer, which ours must match to the byte. */
const oracle = (privateKey: KeyObject, url: string, expires: number) =>
  getSignedUrl({
    url,
    keyPairId: 'K2JCJMDEHXQW5F',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    dateLessThan: new Date(expires * 1000).toISOString(),
    algorithm: 'SHA256',
  })

t.test('RSA: every URL is what Amazon’s signer makes, to the byte', (t) => {
  const signer = cloudFrontSigner(origin, [{ id: 'K2JCJMDEHXQW5F', privateKey: rsa.privateKey }])
  const anyPath = fc.stringMatching(/^(\/[a-z0-9_.-]*[a-z0-9_-]){1,6}$/)
  const anyExpiry = fc.integer({ min: 1_000_000_000, max: 4_000_000_000 })
  const anySession = fc.option(fc.uuid(), { nil: undefined })
  fc.assert(
    fc.property(anyPath, anyExpiry, anySession, (path, expires, session) => {
      const asked = `${origin}${path}${session === undefined ? '' : `?x-matinee-session=${session}`}`
      const ours = signer.open({ expires, session })(path)
      if (ours !== oracle(rsa.privateKey, asked, expires)) throw new Error(ours)
    }),
    { numRuns: 40 },
  )
  t.end()
})

t.test(
  'ECDSA: all but the signature is the same, and Amazon’s signature is taken for ours',
  (t) => {
    const signer = cloudFrontSigner(origin, [
      { id: 'K2JCJMDEHXQW5F', privateKey: ecdsa.privateKey },
    ])
    const ours = signer.open(batch)('/videos/v/e/720p/12.m4s')
    const asked = `${origin}/videos/v/e/720p/12.m4s?x-matinee-session=${batch.session}`
    const theirs = oracle(ecdsa.privateKey, asked, batch.expires)
    const bare = (url: string) => url.replace(/Signature=[^&]+/, '')
    t.equal(bare(ours), bare(theirs))
    t.equal(signer.verify(new URL(ours)), 'genuine')
    t.equal(signer.verify(new URL(theirs)), 'genuine', 'they sign the same policy')
    const policy = `{"Statement":[{"Resource":"${asked}","Condition":{"DateLessThan":{"AWS:EpochTime":${batch.expires}}}}]}`
    const signature = (new URL(ours).searchParams.get('Signature') ?? '')
      .replaceAll('-', '+')
      .replaceAll('_', '=')
      .replaceAll('~', '/')
    const bytes = Buffer.from(signature, 'base64')
    t.ok(verify('sha256', Buffer.from(policy), ecdsa.publicKey, bytes))
    t.end()
  },
)

t.test('the first key pair signs; URLs of the others are known; altered ones are forged', (t) => {
  const old = { id: 'KOLD', privateKey: rsa.privateKey }
  const current = { id: 'KNEW', privateKey: ecdsa.privateKey }
  const before = cloudFrontSigner(origin, [old]).open(batch)('/a.m4s')
  const signer = cloudFrontSigner(origin, [current, old])
  const now = signer.open(batch)('/a.m4s')
  t.match(now, 'Key-Pair-Id=KNEW')
  t.equal(signer.verify(new URL(before)), 'genuine')
  t.equal(signer.verify(new URL(now)), 'genuine')
  t.equal(signer.verify(new URL(now.replace('/a.m4s', '/b.m4s'))), 'forged')
  t.equal(signer.verify(new URL(now.replace('1767290400', '1767290401'))), 'forged')
  t.equal(signer.verify(new URL(now.replace(batch.session, 'another'))), 'forged')
  t.equal(cloudFrontSigner(origin, [current]).verify(new URL(before)), 'unknown')
  t.equal(signer.verify(new URL(`${origin}/a.m4s`)), 'unknown')
  t.end()
})
