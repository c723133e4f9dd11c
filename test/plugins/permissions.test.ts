import { randomUUID } from 'node:crypto'
import { fastify } from 'fastify'
import t from 'tap'
import { may, type Permission, type Role, roles } from '../../contract/roles.ts'
import { permissionsPlugin } from '../../server/plugins/permissions.ts'
import { build } from '../fixtures/app.ts'
import { signedUp, visitor } from '../fixtures/visitor.ts'

interface Described {
  paths: Record<string, Record<string, { 'x-permissions'?: Permission[] }>>
}

const addressOf = (path: string) => path.replaceAll(/\{\w+\}/g, randomUUID())

t.test(
  'each route of the studio lets in the roles that have its permission, and no other',
  async (t) => {
    const { app, services } = await build(t, { AUTH_ATTEMPTS_PER_MINUTE: '1000' })
    const { paths } = (await app.inject('/api/openapi.json')).json() as Described
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      path.startsWith('/api/studio')
        ? Object.entries(methods).map(([method, described]) => ({
            method: method.toUpperCase() as 'GET',
            path,
            needs: described['x-permissions'] ?? [],
          }))
        : [],
    )
    t.ok(routes.length > 50, `${routes.length} routes`)
    // What an empty body changes is nothing, but a check of the outside takes its time.
    const slow = /checks|connect|test-mail|events|export/

    const stranger = visitor(app)
    for (const { method, path } of routes) {
      const body = method === 'GET' ? undefined : {}
      const answer = await stranger.request(method, addressOf(path), body)
      t.match(answer.json(), { code: 'SIGN_IN_REQUIRED' }, `a stranger: ${method} ${path}`)
    }
    for (const role of roles) {
      const who = await signedUp(app, `${role}@films.example`)
      await services.database.user.update({ where: { id: who.userId }, data: { role } })
      for (const { method, path, needs } of routes) {
        t.ok(needs.length > 0, `${method} ${path} says what it needs`)
        const allowed = may(role, ...needs)
        if (allowed && slow.test(path)) continue
        const body = method === 'GET' ? undefined : {}
        const { statusCode } = await who.request(method, addressOf(path), body)
        const name = `${role}: ${method} ${path} answers ${statusCode}`
        // Let in, and told that nobody answers where Stripe would: there is none here.
        const letIn = statusCode < 500 || statusCode === 502
        if (allowed) t.ok(statusCode !== 403 && statusCode !== 401 && letIn, name)
        else t.equal(statusCode, 403, name)
      }
    }
  },
)

t.test('who may do what', async (t) => {
  const table: Record<Role, Permission[]> = {
    member: [],
    admin: ['films', 'people', 'payments', 'numbers', 'site', 'audit', 'sale', 'roles'],
    manager: ['films', 'people', 'payments', 'numbers', 'site', 'audit'],
    editor: ['films'],
    support: ['people'],
  }
  for (const role of roles)
    for (const permission of table.admin)
      t.equal(may(role, permission), table[role].includes(permission), `${role} ${permission}`)
  t.notOk(may('king' as Role, 'films'), 'a role that is not known may nothing')
})

t.test('a route of the studio that does not say what it needs cannot be registered', async (t) => {
  const bare = fastify()
  bare.register(
    Object.assign(async () => undefined, {
      [Symbol.for('skip-override')]: true,
      [Symbol.for('fastify.display-name')]: 'auth',
      [Symbol.for('plugin-meta')]: { name: 'auth' },
    }),
  )
  await bare.register(permissionsPlugin, {
    clock: { now: () => new Date() },
    standingOf: async () => ({ provenAt: null, secondFactorAt: null, methods: ['password'] }),
    secondFactorRequired: async () => false,
  })
  t.throws(() => bare.get('/api/studio/secrets', async () => 'all'), /config.permission/)
  t.doesNotThrow(() => bare.get('/api/site', async () => 'ours'))
})

t.test('of a body some members need more than the route', async (t) => {
  const { app, services } = await build(t)
  const as = async (role: Role) => {
    const who = await signedUp(app, `${role}@films.example`)
    await services.database.user.update({ where: { id: who.userId }, data: { role } })
    return who
  }
  const [owner, manager, support] = [await as('admin'), await as('manager'), await as('support')]
  const member = await signedUp(app, 'member@films.example')
  const url = (id: string) => `/api/studio/users/${id}`
  const refused = [
    [support, url(member.userId), { role: 'support' }],
    [manager, url(member.userId), { role: 'editor' }],
    [manager, url(manager.userId), { role: 'admin' }],
    [support, url(member.userId), { disabled: true, refund: true }],
    [support, url(owner.userId), { disabled: true }],
    [manager, url(support.userId), { disabled: true }],
    [manager, '/api/studio/settings', { currency: 'eur' }],
    [manager, '/api/studio/settings', { secondFactorRequired: true }],
  ] as const
  for (const [who, at, body] of refused) {
    t.match(
      (await who.request('PATCH', at, body)).json(),
      { code: 'FORBIDDEN' },
      JSON.stringify(body),
    )
  }
  t.equal(
    (await services.database.user.findUnique({ where: { id: member.userId } }))?.role,
    'member',
  )
  const allowed = [
    [manager, '/api/studio/settings', { name: 'Lantern' }],
    [support, url(member.userId), { disabled: true }],
    [owner, '/api/studio/settings', { currency: 'eur' }],
    [owner, url(support.userId), { role: 'editor' }],
  ] as const
  for (const [who, at, body] of allowed)
    t.equal((await who.request('PATCH', at, body)).statusCode, 200, JSON.stringify(body))
  t.equal((await support.get('/api/me')).statusCode, 401, 'a change of role ends what stood')
})
