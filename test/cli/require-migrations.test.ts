import { pino } from 'pino'
import t, { type Test } from 'tap'
import { buildApp } from '../../server/app.ts'
import { requireMigrations } from '../../server/cli/require-migrations.ts'
import { migrate } from '../../server/clients/migrate.ts'
import { ownPrismaDirectory } from '../../server/clients/migrations.ts'
import { services } from '../fixtures/app.ts'
import { emptyDatabase } from '../fixtures/database.ts'

async function empty(t: Test) {
  const url = await emptyDatabase(t)
  return { url, opened: await services(t, { DATABASE_URL: url }) }
}

t.test('a server does not start on a database that lacks migrations, and says so', async (t) => {
  const { url, opened } = await empty(t)
  await t.rejects(requireMigrations(opened, false), {
    message: /lacks \d+ migrations.*`matinee migrate`.*--wait/,
  })
  await migrate(url, ownPrismaDirectory)
  await requireMigrations(opened, false)
})

t.test('with --wait it waits until another process has migrated', async (t) => {
  const { url, opened } = await empty(t)
  let pauses = 0
  await requireMigrations(opened, true, async () => {
    pauses++
    await migrate(url, ownPrismaDirectory)
  })
  t.equal(pauses, 1)
})

t.test('a database that is away does not stop the start', async (t) => {
  const opened = await services(t, { DATABASE_URL: 'postgresql://matinee@127.0.0.1:1/none' })
  await requireMigrations({ ...opened, log: pino({ level: 'silent' }) }, false)
})

t.test('a database that refuses us stops the start with what to do', async (t) => {
  const { url } = await empty(t)
  const absent = Object.assign(new URL(url), { pathname: '/none' }).href
  const opened = await services(t, { DATABASE_URL: absent })
  for (const wait of [false, true]) {
    await t.rejects(requireMigrations(opened, wait), { message: /no such database.*DATABASE_URL/ })
  }
})

t.test('/readyz says ready only when the database is migrated', async (t) => {
  const { url, opened } = await empty(t)
  const app = await buildApp(opened)
  t.teardown(() => app.close())
  const before = await app.inject('/readyz')
  t.equal(before.statusCode, 503)
  t.equal(before.json().ready, false)
  t.match(await app.readiness(), { ready: false, database: 'ok', migrations: 'down' })
  await migrate(url, ownPrismaDirectory)
  const after = await app.inject('/readyz')
  t.equal(after.statusCode, 200)
  t.equal(after.json().ready, true)
  t.match(await app.readiness(), { migrations: 'ok' })
})
