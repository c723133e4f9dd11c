import t, { type Test } from 'tap'
import { endSession } from '../../server/accounts/end-sessions.ts'
import { refreshSession } from '../../server/accounts/refresh-session.ts'
import { openSession, roleOf } from '../../server/accounts/sessions.ts'
import { createUser } from '../../server/accounts/users.ts'
import { openDatabase } from '../../server/clients/database.ts'
import { database as freshDatabase } from '../fixtures/database.ts'

const start = new Date('2026-03-01T12:00:00.000Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const DAY = 86_400

async function open(t: Test) {
  const database = openDatabase({ url: await freshDatabase(t) })
  t.teardown(() => database.$disconnect())
  const details = { email: 'ana@films.example', password: 'correct horse', now: start }
  const user = await createUser(database, details)
  const session = await openSession(database, { userId: user.id, userAgent: 'tap', now: start })
  const refresh = (token: string, seconds: number) =>
    refreshSession(database, token, after(seconds))
  const stands = async (seconds: number) =>
    (await roleOf(database, session, after(seconds))) !== null
  return { database, user, session, refresh, stands }
}

t.test('a refresh token is exchanged for another one of the same session', async (t) => {
  const { session, refresh } = await open(t)
  const next = await refresh(session.refreshToken, 60)
  t.match(next, { userId: session.userId, familyId: session.familyId })
  t.not(next?.refreshToken, session.refreshToken)
  const third = await refresh(next?.refreshToken ?? '', 120)
  t.equal(third?.familyId, session.familyId)
})

t.test('no token is stored as it is', async (t) => {
  const { database, session, refresh } = await open(t)
  const next = await refresh(session.refreshToken, 60)
  const stored = JSON.stringify(await database.refreshToken.findMany())
  t.notMatch(stored, session.refreshToken)
  t.notMatch(stored, next?.refreshToken ?? '')
})

t.test('a token nobody was given leads nowhere', async (t) => {
  const { refresh, stands } = await open(t)
  t.equal(await refresh('made-up', 0), null)
  t.equal(await stands(0), true)
})

t.test('twenty tabs with one token at one moment get one and the same successor', async (t) => {
  const { database, session, refresh, stands } = await open(t)
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => refresh(session.refreshToken, 60)),
  )
  const tokens = new Set(answers.map((answer) => answer?.refreshToken))
  t.equal(tokens.size, 1)
  t.notOk(tokens.has(undefined), 'none was turned away')
  t.equal(await database.refreshToken.count(), 2)
  t.equal(await stands(60), true)
  const [successor = ''] = tokens
  t.ok(await refresh(successor, 900), 'and it is good')
})

t.test('a second tab may come until the grace is over', async (t) => {
  const { session, refresh, stands } = await open(t)
  const first = await refresh(session.refreshToken, 60)
  const second = await refresh(session.refreshToken, 75)
  t.equal(second?.refreshToken, first?.refreshToken)
  t.equal(await stands(75), true)
})

t.test('a token that comes back later ends the session for both who hold it', async (t) => {
  const { database, user, session, refresh, stands } = await open(t)
  const next = await refresh(session.refreshToken, 60)
  t.equal(await refresh(session.refreshToken, 76), null)
  t.equal(await stands(76), false, 'access tokens die at once')
  t.equal(await refresh(next?.refreshToken ?? '', 77), null, 'the successor too')
  const family = await database.refreshFamily.findUniqueOrThrow({ where: { id: session.familyId } })
  t.equal(family.revokedReason, 'token-reused')
  const trail = await database.auditEntry.findMany({ where: { subject: `user:${user.id}` } })
  t.match(trail, [{ action: 'session.token-reused', details: { familyId: session.familyId } }])
})

t.test('a thief within the grace is noticed as soon as both have gone on', async (t) => {
  const { session, refresh, stands } = await open(t)
  const owner = await refresh(session.refreshToken, 60)
  const thief = await refresh(session.refreshToken, 61)
  t.ok(await refresh(thief?.refreshToken ?? '', 70))
  t.ok(await stands(70))
  t.equal(await refresh(owner?.refreshToken ?? '', 960), null)
  t.equal(await stands(960), false)
})

t.test('the grace is over as soon as the successor is used', async (t) => {
  const { session, refresh, stands } = await open(t)
  const next = await refresh(session.refreshToken, 60)
  await refresh(next?.refreshToken ?? '', 61)
  t.equal(await refresh(session.refreshToken, 62), null)
  t.equal(await stands(62), false)
})

t.test('reuse ends that browser’s session, not the others', async (t) => {
  const { database, user, session, refresh } = await open(t)
  const other = await openSession(database, { userId: user.id, userAgent: undefined, now: start })
  await refresh(session.refreshToken, 60)
  await refresh(session.refreshToken, 100)
  t.ok(await refresh(other.refreshToken, 101))
})

t.test('a session is good for thirty days without use, to the second', async (t) => {
  const late = await open(t)
  t.ok(await late.refresh(late.session.refreshToken, 30 * DAY - 1))
  const tooLate = await open(t)
  t.equal(await tooLate.stands(30 * DAY - 1), true)
  t.equal(await tooLate.stands(30 * DAY), false)
  t.equal(await tooLate.refresh(tooLate.session.refreshToken, 30 * DAY), null)
})

t.test('each use gives thirty more days, but no session outlives a year', async (t) => {
  const { session, refresh } = await open(t)
  let token = session.refreshToken
  for (let day = 29; day < 365; day += 29) {
    const next = await refresh(token, day * DAY)
    const ends = Math.min((day + 30) * DAY, 365 * DAY)
    t.same(next?.refreshExpiresAt, after(ends), `day ${day}`)
    token = next?.refreshToken ?? ''
  }
  t.equal(await refresh(token, 365 * DAY), null)
})

t.test('a refresh that races with signing out never brings the session back', async (t) => {
  const { database, session, refresh, stands } = await open(t)
  const ending = { reason: 'signed-out', now: after(60) }
  const [next] = await Promise.all([
    refresh(session.refreshToken, 60),
    endSession(database, session.familyId, ending),
  ])
  t.equal(await stands(61), false)
  t.equal(await refresh(next?.refreshToken ?? session.refreshToken, 61), null)
})
