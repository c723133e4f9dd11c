import t, { type Test } from 'tap'
import { hashPassword } from '../../server/accounts/passwords.ts'
import { roleOf } from '../../server/accounts/sessions.ts'
import { signIn } from '../../server/accounts/sign-in.ts'
import { createUser, setPassword } from '../../server/accounts/users.ts'
import { openDatabase } from '../../server/clients/database.ts'
import { database as freshDatabase } from '../fixtures/database.ts'

const now = new Date('2026-03-01T12:00:00.000Z')
const credentials = { email: 'ana@films.example', password: 'correct horse' }

async function open(t: Test) {
  const url = await freshDatabase(t)
  const database = openDatabase({ url })
  t.teardown(() => database.$disconnect())
  const user = await createUser(database, { ...credentials, now })
  return { url, database, user }
}

t.test('the session that begins is kept with the browser’s own name', async (t) => {
  const { database, user } = await open(t)
  const { session } = await signIn(database, credentials, { userAgent: 'x'.repeat(999), now })
  const family = await database.refreshFamily.findUniqueOrThrow({ where: { id: session.familyId } })
  t.match(family, { userId: user.id, userAgent: 'x'.repeat(300), createdAt: now })
  t.match(await signIn(database, credentials, { userAgent: undefined, now }), {
    user: { id: user.id },
  })
})

t.test(
  'a password that is changed while it is being checked opens nothing that stays',
  async (t) => {
    const { database, user } = await open(t)
    const entering = signIn(database, credentials, { userAgent: undefined, now })
    const changing = setPassword(database, user.id, {
      password: 'battery staple',
      actorId: null,
      now,
    })
    const [entered] = await Promise.allSettled([entering, changing])
    const stands =
      entered.status === 'fulfilled' && (await roleOf(database, entered.value.session, now))
    t.notOk(stands)
  },
)

t.test(
  'the password that was right when it was read must still be so when the session opens',
  async (t) => {
    const { url, database, user } = await open(t)
    const passwordHash = await hashPassword('battery staple')
    // Changes the password right after it was read.
    const late = openDatabase({ url }).$extends({
      query: {
        user: {
          findUnique: async ({ args, query }) => {
            const found = await query(args)
            await database.user.update({ where: { id: user.id }, data: { passwordHash } })
            return found
          },
        },
      },
    })
    t.teardown(() => late.$disconnect())
    const entering = signIn(late as unknown as typeof database, credentials, {
      userAgent: undefined,
      now,
    })
    await t.rejects(entering, { code: 'WRONG_CREDENTIALS' })
    t.equal(await database.refreshFamily.count(), 0)
  },
)
