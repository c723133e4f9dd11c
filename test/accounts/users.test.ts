import t, { type Test } from 'tap'
import { deleteDueAccounts } from '../../server/accounts/delete-account.ts'
import { signOutEverywhere } from '../../server/accounts/end-sessions.ts'
import { resetFactors } from '../../server/accounts/factors.ts'
import { issueLink } from '../../server/accounts/mailed-links.ts'
import { openSession, roleOf } from '../../server/accounts/sessions.ts'
import { signIn } from '../../server/accounts/sign-in.ts'
import {
  createUser,
  disableUser,
  enableUser,
  findUserByEmail,
  replacePassword,
  setPassword,
  setRole,
} from '../../server/accounts/users.ts'
import { openDatabase } from '../../server/clients/database.ts'
import { database as freshDatabase } from '../fixtures/database.ts'

const now = new Date('2026-03-01T12:00:00.000Z')
const credentials = { email: 'ana@films.example', password: 'correct horse' }
const another = { email: 'op@films.example', password: 'correct horse', now }
const by = { actorId: null, now }
const nobody = '00000000-0000-7000-8000-000000000000'

async function open(t: Test) {
  const database = openDatabase({ url: await freshDatabase(t) })
  t.teardown(() => database.$disconnect())
  const user = await createUser(database, { ...credentials, now })
  const about = { userAgent: undefined, now }
  const trail = async () =>
    (await database.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(
      ({ action, subject, details }) => ({ action, subject, details }),
    )
  return {
    database,
    user,
    trail,
    enter: (password = credentials.password) =>
      signIn(database, { ...credentials, password }, about),
    session: () => openSession(database, { userId: user.id, ...about }),
  }
}

t.test('an account is made with a role, and found by its address however written', async (t) => {
  const { database, user } = await open(t)
  t.match(user, { email: 'ana@films.example', role: 'member' })
  t.equal((await findUserByEmail(database, ' ANA@films.example')).id, user.id)
  const admin = {
    email: 'Op@Films.example ',
    password: 'correct horse',
    role: 'admin' as const,
    now,
  }
  t.match(await createUser(database, admin), { email: 'op@films.example', role: 'admin' })
})

t.test('an address that has an account is refused, one without is not found', async (t) => {
  const { database } = await open(t)
  await t.rejects(createUser(database, { ...credentials, now }), { code: 'EMAIL_TAKEN' })
  await t.rejects(findUserByEmail(database, 'ben@films.example'), {
    code: 'NOT_FOUND',
    message: 'There is no account ben@films.example.',
  })
})

t.test('a change of role is recorded once, with what it was before', async (t) => {
  const { database, user, trail } = await open(t)
  await setRole(database, user.id, { role: 'admin', ...by })
  await setRole(database, user.id, { role: 'admin', ...by })
  t.equal((await findUserByEmail(database, user.email)).role, 'admin')
  t.same(await trail(), [
    {
      action: 'user.role-changed',
      subject: `user:${user.id}`,
      details: { from: 'member', to: 'admin' },
    },
  ])
})

t.test(
  'two changes of role at once are recorded in the order in which they happened',
  async (t) => {
    const { database, user, trail } = await open(t)
    await createUser(database, { ...another, role: 'admin' })
    await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        setRole(database, user.id, { role: i % 2 ? 'member' : 'admin', ...by }),
      ),
    )
    const steps = (await trail()).map(({ details }) => details as { from: string; to: string })
    let role = 'member'
    for (const { from, to } of steps) {
      t.equal(from, role)
      role = to
    }
    t.equal((await findUserByEmail(database, user.email)).role, role)
  },
)

t.test('a change of role signs them out everywhere', async (t) => {
  const { database, user, session } = await open(t)
  const before = await session()
  await setRole(database, user.id, { role: 'member', ...by })
  t.equal(await roleOf(database, before, now), 'member', 'what changes nothing does not')
  await setRole(database, user.id, { role: 'admin', ...by })
  t.equal(await roleOf(database, before, now), null)
})

t.test('the last operator stays one, closed ones do not count', async (t) => {
  const { database, user } = await open(t)
  await setRole(database, user.id, { role: 'admin', ...by })
  const second = await createUser(database, { ...another, role: 'admin' })
  await disableUser(database, second.id, by)
  await t.rejects(setRole(database, user.id, { role: 'member', ...by }), {
    code: 'CONFLICT',
    message: /last operator/,
  })
  await t.rejects(disableUser(database, user.id, by), { code: 'CONFLICT' })
  await enableUser(database, second.id, by)
  await disableUser(database, user.id, by)
  t.same(await database.user.count({ where: { role: 'admin', disabledAt: null } }), 1)
})

t.test('two operators who take each other away at once leave one of them', async (t) => {
  const { database, user } = await open(t)
  await setRole(database, user.id, { role: 'admin', ...by })
  const second = await createUser(database, { ...another, role: 'admin' })
  const left = () => database.user.count({ where: { role: 'admin', disabledAt: null } })
  const takings = [
    (id: string) => setRole(database, id, { role: 'member', ...by }),
    (id: string) => disableUser(database, id, by),
  ]
  for (let i = 0; i < 4; i++) {
    const taken = await Promise.allSettled([
      takings[i % 2]?.(user.id),
      takings[i >> 1]?.(second.id),
    ])
    t.same(taken.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    t.equal(await left(), 1)
    await database.user.updateMany({ data: { role: 'admin', disabledAt: null } })
  }
})

t.test('closing an account signs it out and keeps it out, until it is opened again', async (t) => {
  const { database, user, trail, enter, session } = await open(t)
  const before = await session()
  await disableUser(database, user.id, { ...by, reason: 'chargeback' })
  await disableUser(database, user.id, by)
  t.equal(await roleOf(database, before, now), null)
  await t.rejects(enter(), { code: 'FORBIDDEN' })
  await enableUser(database, user.id, by)
  await enableUser(database, user.id, by)
  t.equal(await roleOf(database, before, now), null, 'old sign-ins stay ended')
  t.match(await enter(), { user: { id: user.id } })
  t.match(await trail(), [
    { action: 'user.disabled', details: { reason: 'chargeback' } },
    { action: 'user.enabled', details: {} },
  ])
})

t.test('a new password replaces the old one and ends what was opened with it', async (t) => {
  const { database, user, trail, enter, session } = await open(t)
  const before = await session()
  await setPassword(database, user.id, { password: 'battery staple', ...by })
  await t.rejects(enter(), { code: 'WRONG_CREDENTIALS' })
  t.ok(await enter('battery staple'))
  t.equal(await roleOf(database, before, now), null)
  t.match(await trail(), [{ action: 'user.password-changed' }])
})

t.test(
  'whatever signs someone out everywhere closes the links that would let in again',
  async (t) => {
    const { database, user } = await open(t)
    const { familyId } = await openSession(database, { userId: user.id, userAgent: undefined, now })
    const replace = (how: { how?: 'reset'; except?: string }) =>
      database.$transaction((tx) =>
        replacePassword(tx, user.id, { passwordHash: user.passwordHash, ...by, ...how }),
      )
    const ways = {
      setPassword: () => setPassword(database, user.id, { password: 'battery staple', ...by }),
      'a reset': () => replace({ how: 'reset' }),
      'a change': () => replace({ except: familyId }),
      signOutEverywhere: () => signOutEverywhere(database, user.id, now),
      resetFactors: () => resetFactors(database, user.id, by),
      setRole: () => setRole(database, user.id, { role: 'support', ...by }),
      disableUser: () => disableUser(database, user.id, by),
    }
    const purposes = ['password-reset', 'sign-in', 'email-change', 'verification'] as const
    for (const [name, way] of Object.entries(ways)) {
      await database.mailedLink.deleteMany()
      for (const purpose of purposes) {
        await issueLink(database, { userId: user.id, purpose, minutes: 60, now })
      }
      await way()
      const left = await database.mailedLink.findMany({ where: { usedAt: null } })
      t.same(
        left.map(({ purpose }) => purpose),
        ['verification'],
        name,
      )
    }
  },
)

t.test('an account that was deleted is nobody’s, whatever is asked for it', async (t) => {
  const { database, user, enter } = await open(t)
  await database.user.update({ where: { id: user.id }, data: { deletionDueAt: now } })
  await deleteDueAccounts(database, now)
  for (const change of [
    () => enableUser(database, user.id, by),
    () => disableUser(database, user.id, by),
    () => setRole(database, user.id, { role: 'admin', ...by }),
    () => setPassword(database, user.id, { password: 'battery staple', ...by }),
  ]) {
    await t.rejects(change(), { code: 'NOT_FOUND' })
  }
  const { email, disabledAt, role } = await database.user.findFirstOrThrow()
  t.match({ disabledAt, role }, { disabledAt: now, role: 'member' })
  const about = { userAgent: undefined, now }
  await t.rejects(signIn(database, { email, password: 'none' }, about), {
    code: 'WRONG_CREDENTIALS',
  })
  await t.rejects(enter(), { code: 'WRONG_CREDENTIALS' })
})

t.test('an account that is not there cannot be changed', async (t) => {
  const { database, trail } = await open(t)
  const changes = [
    () => setRole(database, nobody, { role: 'admin', ...by }),
    () => disableUser(database, nobody, by),
    () => enableUser(database, nobody, by),
    () => setPassword(database, nobody, { password: 'battery staple', ...by }),
  ]
  for (const change of changes) await t.rejects(change(), { code: 'NOT_FOUND' })
  t.same(await trail(), [])
})
