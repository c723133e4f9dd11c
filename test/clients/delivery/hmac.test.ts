import t from 'tap'
import { hmacSigner } from '../../../server/clients/delivery/hmac.ts'

const origin = 'https://edge.films.example'
const [now, old] = ['n'.repeat(32), 'o'.repeat(32)]
const batch = { expires: 1_767_290_400, session: '01890a5d-ac96-774b-bcce-b302099a8059' }

t.test('path, expiry and session are signed, a line each', async (t) => {
  const url = new URL(hmacSigner(origin, [now]).open(batch)('/videos/v/e/720p/12.m4s'))
  t.same(
    [...url.searchParams.keys()],
    ['expires', 'x-matinee-session', 'signature'],
    'in the order that edges look for',
  )
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = new TextEncoder().encode(now)
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign'])
  const message = `/videos/v/e/720p/12.m4s\n1767290400\n${batch.session}`
  const bytes = await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(message))
  t.equal(url.searchParams.get('signature'), Buffer.from(bytes).toString('hex'))
})

t.test('without a session its line is empty, and it is no parameter', (t) => {
  const signer = hmacSigner(origin, [now])
  const url = signer.open({ expires: 1, session: undefined })('/a')
  t.match(url, /^https:\/\/edge\.films\.example\/a\?expires=1&signature=[0-9a-f]{64}$/)
  t.equal(signer.verify(new URL(url)), 'genuine')
  t.end()
})

t.test('the first key signs, URLs of the others are known, altered ones are not', (t) => {
  const before = hmacSigner(origin, [old]).open(batch)('/a.m4s')
  const signer = hmacSigner(origin, [now, old])
  const url = signer.open(batch)('/a.m4s')
  t.equal(url, hmacSigner(origin, [now]).open(batch)('/a.m4s'))
  t.equal(signer.verify(new URL(url)), 'genuine')
  t.equal(signer.verify(new URL(before)), 'genuine')
  for (const [part, other] of [
    ['/a.', '/b.'],
    ['1767290400', '1767290401'],
    [batch.session, 'other'],
    [/&signature=.*/, ''],
  ] as const) {
    t.equal(signer.verify(new URL(url.replace(part, other))), 'unmatched', String(part))
  }
  t.end()
})
