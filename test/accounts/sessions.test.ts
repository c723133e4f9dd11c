import t, { type Test } from 'tap'
import { endAllSessions, endSession } from '../../server/accounts/end-sessions.ts'
import { openSession, roleOf } from '../../server/accounts/sessions.ts'
import { createUser, disableUser } from '../../server/accounts/users.ts'
import { openDatabase } from '../../server/clients/database.ts'
import { database as freshDatabase } from '../fixtures/database.ts'

const now = new Date('2026-03-01T12:00:00.000Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

async function open(t: Test) {
  const database = openDatabase({ url: await freshDatabase(t) })
  t.teardown(() => database.$disconnect())
  const details = { email: 'ana@films.example', password: 'correct horse', now }
  const { id: userId } = await createUser(database, details)
  const begin = () => openSession(database, { userId, userAgent: undefined, now })
  return { database, userId, begin }
}

t.test('a sign-in stands with the role that the account has now', async (t) => {
  const { database, userId, begin } = await open(t)
  const session = await begin()
  t.equal(await roleOf(database, session, now), 'member')
  await database.user.update({ where: { id: userId }, data: { role: 'admin' } })
  t.equal(await roleOf(database, session, now), 'admin')
})

t.test('a sign-in stands for its own account alone', async (t) => {
  const { database, begin } = await open(t)
  const { familyId } = await begin()
  const ben = { email: 'ben@films.example', password: 'correct horse', now }
  const { id: userId } = await createUser(database, ben)
  t.equal(await roleOf(database, { userId, familyId }, now), null)
})

t.test(
  'the sign-in of a disabled account does not stand, even where it was not ended',
  async (t) => {
    const { database, userId, begin } = await open(t)
    const { familyId } = await begin()
    await database.user.update({ where: { id: userId }, data: { disabledAt: now } })
    t.equal(await roleOf(database, { userId, familyId }, now), null)
  },
)

t.test('ids that are no ids stand for nothing', async (t) => {
  const { database, userId } = await open(t)
  const familyId = '00000000-0000-7000-8000-000000000000'
  t.equal(await roleOf(database, { userId, familyId }, now), null)
})

t.test('ending a session a second time does not change when and why it ended', async (t) => {
  const { database, begin } = await open(t)
  const { familyId } = await begin()
  await endSession(database, familyId, { reason: 'signed-out', now })
  await endSession(database, familyId, { reason: 'disabled', now: later(1) })
  const family = await database.refreshFamily.findUniqueOrThrow({ where: { id: familyId } })
  t.match(family, { revokedAt: now, revokedReason: 'signed-out' })
})

t.test('all sessions of one account end together, and only its own', async (t) => {
  const { database, userId, begin } = await open(t)
  const mine = [await begin(), await begin()]
  const ben = { email: 'ben@films.example', password: 'correct horse', now }
  const other = await createUser(database, ben)
  const his = await openSession(database, { userId: other.id, userAgent: undefined, now })
  await endAllSessions(database, userId, { reason: 'signed-out-everywhere', now })
  for (const session of mine) t.equal(await roleOf(database, session, now), null)
  t.equal(await roleOf(database, his, now), 'member')
})

t.test('a closed account stands nowhere', async (t) => {
  const { database, userId, begin } = await open(t)
  const session = await begin()
  await disableUser(database, userId, { actorId: null, now })
  t.equal(await roleOf(database, session, now), null)
})
