import { randomUUID } from 'node:crypto'
import t from 'tap'
import { Value } from 'typebox/value'
import { TokenParams } from '../../contract/playback.ts'
import { deviceKeyOf, type Opening, openSeals, sessionIdOf } from '../../server/playback/opening.ts'

const [newer = '', older = ''] = ['newer', 'older'].map((name) => `${name}-secret`.padEnd(40, 'x'))
const opening: Opening = {
  userId: randomUUID(),
  familyId: randomUUID(),
  videoId: randomUUID(),
  encodeId: randomUUID(),
  deviceId: deviceKeyOf('the phone', 'a cookie'),
  openedAt: new Date('2026-03-01T12:00:00Z'),
  resumeSeconds: 4_321,
  isTeaser: false,
}

t.test('what is sealed comes out as it was, for viewers and strangers', async (t) => {
  const { seal, unseal } = openSeals([newer])
  t.same(unseal(seal(opening)), opening)
  const stranger = { ...opening, userId: null, familyId: null, isTeaser: true, resumeSeconds: 0 }
  t.same(unseal(seal(stranger)), stranger)
  t.ok(Value.Check(TokenParams, { token: seal(opening) }))
  t.not(seal(opening), seal(opening), 'no two are alike')
})

t.test('a token that was changed anywhere, or is none of ours, is nothing', async (t) => {
  const { seal, unseal } = openSeals([newer])
  const token = seal(opening)
  for (let at = 0; at < token.length - 1; at += 7) {
    const other = token[at] === 'A' ? 'B' : 'A'
    t.equal(unseal(token.slice(0, at) + other + token.slice(at + 1)), null, `character ${at}`)
  }
  t.equal(unseal(openSeals([older]).seal(opening)), null)
  for (const none of [
    '',
    'x'.repeat(43),
    token.slice(4),
    `${token}AAAA`,
    `${token}x`,
    `${token}=`,
  ]) {
    t.equal(unseal(none), null)
  }
})

t.test('while secrets are rotated, tokens of both are good', async (t) => {
  const before = openSeals([older]).seal(opening)
  t.same(openSeals([newer, older]).unseal(before), opening)
})

t.test('a session’s id follows from its token', async (t) => {
  const token = openSeals([newer]).seal(opening)
  t.equal(sessionIdOf(token), sessionIdOf(token))
  t.match(sessionIdOf(token), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  t.not(sessionIdOf(token), sessionIdOf(`${token}x`))
})

t.test('a device is both its name and its cookie', async (t) => {
  const key = deviceKeyOf('phone', 'cookie')
  t.equal(key, deviceKeyOf('phone', 'cookie'))
  t.not(key, deviceKeyOf('phone', 'another'))
  t.not(key, deviceKeyOf('telephone', 'cookie'))
})
