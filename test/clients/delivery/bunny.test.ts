import t from 'tap'
import { bunnySigner } from '../../../server/clients/delivery/bunny.ts'

const origin = 'https://token-tester.b-cdn.net'
const session = '01890a5d-ac96-774b-bcce-b302099a8059'

t.test('a URL without a session is bunny.net’s own published example', (t) => {
  const signer = bunnySigner(origin, ['SecurityKey'])
  t.equal(
    signer.open({ expires: 1_598_024_587, session: undefined })('/300kb.jpg'),
    `${origin}/300kb.jpg?token=HS256-o10JRWlsAItyAsdKS6jJKjabHN4FrFsplDHPV1idcX4&expires=1598024587`,
  )
  t.end()
})

t.test('the session is a further parameter, which is signed as theirs are', async (t) => {
  const signer = bunnySigner(origin, ['SecurityKey'])
  const url = new URL(signer.open({ expires: 1_598_024_587, session })('/v/720p/1.m4s'))
  t.same([...url.searchParams.keys()], ['token', 'x-matinee-session', 'expires'])
  const key = new TextEncoder().encode('SecurityKey')
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign'])
  const message = `/v/720p/1.m4s1598024587x-matinee-session=${session}`
  const bytes = await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(message))
  t.equal(url.searchParams.get('token'), `HS256-${Buffer.from(bytes).toString('base64url')}`)
})

t.test('the first key signs, URLs of the others are known, altered ones are not', (t) => {
  const batch = { expires: 1_598_024_587, session }
  const before = bunnySigner(origin, ['old']).open(batch)('/a.m4s')
  const signer = bunnySigner(origin, ['new', 'old'])
  const now = signer.open(batch)('/a.m4s')
  t.equal(now, bunnySigner(origin, ['new']).open(batch)('/a.m4s'))
  t.equal(signer.verify(new URL(now)), 'genuine')
  t.equal(signer.verify(new URL(before)), 'genuine')
  t.equal(signer.verify(new URL(now.replace('/a.', '/b.'))), 'unmatched')
  t.equal(signer.verify(new URL(now.replace(session, 'other'))), 'unmatched')
  t.equal(signer.verify(new URL(now.replace('1598024587', '1598024588'))), 'unmatched')
  t.equal(signer.verify(new URL(`${origin}/a.m4s`)), 'unmatched')
  t.end()
})
