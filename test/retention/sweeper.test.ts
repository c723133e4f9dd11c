import { mock } from 'node:test'
import { fastify } from 'fastify'
import t from 'tap'
import { countSealed } from '../../server/accounts/sealed-secrets.ts'
import { openSession } from '../../server/accounts/sessions.ts'
import { createUser } from '../../server/accounts/users.ts'
import { seal } from '../../server/clients/seal.ts'
import { retention } from '../../server/retention/sweeper.ts'
import { services as openAll } from '../fixtures/app.ts'
import { until } from '../fixtures/until.ts'

t.test('ended sign-ins are deleted every hour while the app runs', async (t) => {
  const services = await openAll(t)
  const { database, clock } = services
  const ana = { email: 'ana@films.example', password: 'correct horse', now: clock.now() }
  const { id: userId } = await createUser(database, ana)
  await openSession(database, { userId, userAgent: undefined, now: clock.now() })
  clock.advance(61 * 86_400)
  mock.timers.enable({ apis: ['setInterval'] })
  t.teardown(() => mock.timers.reset())
  const app = fastify()
  await app.register(retention, services)
  mock.timers.tick(60 * 60_000)
  await until('it is gone', async () => (await database.refreshFamily.count()) === 0)
  await app.close()
})

t.test('what an older of JWT_SECRETS sealed is sealed anew every hour', async (t) => {
  const [newer, older] = ['n'.repeat(32), 'o'.repeat(32)]
  const services = await openAll(t, { JWT_SECRETS: `${newer},${older}` })
  const { database } = services
  const endpoint = { id: 'we_1', url: 'https://films.example', secret: seal('whsec_1', [older]) }
  await database.webhookEndpoint.create({ data: endpoint })
  mock.timers.enable({ apis: ['setInterval'] })
  t.teardown(() => mock.timers.reset())
  const app = fastify()
  await app.register(retention, services)
  mock.timers.tick(60 * 60_000)
  await app.close()
  t.match(await countSealed(database, [newer]), { first: 1, lost: 0 })
})
