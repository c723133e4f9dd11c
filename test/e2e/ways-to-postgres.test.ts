import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { migrate } from '../../server/clients/migrate.ts'
import { ownPrismaDirectory } from '../../server/clients/migrations.ts'
import { lookAtMessages } from '../../server/doctor/database-messages.ts'
import { build } from '../fixtures/app.ts'
import { database } from '../fixtures/database.ts'
import { noPooler, pooler } from '../fixtures/pooler.ts'
import { addPlan, addPlayableVideo, addSubscription } from '../fixtures/rows.ts'
import { scratch } from '../fixtures/scratch.ts'
import { noSystemPostgres, systemPostgres } from '../fixtures/system-postgres.ts'
import { until } from '../fixtures/until.ts'
import { signedUp } from '../fixtures/visitor.ts'
import { batchOf, begin } from '../fixtures/watching.ts'

const execute = promisify(execFile)

/** Watches, and is stopped from elsewhere as soon as the subscription is gone. */
async function watchAndLose(t: Test, databaseUrl: string) {
  const { app, services } = await build(t, { DATABASE_URL: databaseUrl })
  const film = await addPlayableVideo(services)
  await addPlan(services, [film.id])
  const ana = await signedUp(app, `${randomUUID()}@films.example`)
  await addSubscription(services, ana.userId)
  const opened = await ana.post(`/api/videos/${film.id}/playback`, {
    deviceId: randomUUID(),
  })
  t.equal(opened.statusCode, 201, opened.body)
  const { token } = opened.json() as { token: string }
  await begin(app, token)
  const more = () => batchOf(app, token, '720p', 'from=0&count=1')
  t.equal((await more()).statusCode, 200)
  await services.database.subscription.deleteMany({ where: { userId: ana.userId } })
  await until('the end of it', async () => (await more()).statusCode !== 200, { seconds: 10 })
  return services
}

t.test('behind PgBouncer in session mode all is as without', { skip: noPooler }, async (t) => {
  const services = await watchAndLose(t, await pooler(t, await database(t), 'session'))
  t.match(await lookAtMessages(services), 'arrive')
  const [limits] = await services.database.$queryRaw<object[]>`
    select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`
  t.strictSame(limits, { statement: '10s', lock: '700ms' }, 'a statement has an end')
})

t.test('the doctor tells of PgBouncer in transaction mode', { skip: noPooler }, async (t) => {
  const { services } = await build(t, {
    DATABASE_URL: await pooler(t, await database(t), 'transaction'),
  })
  await t.rejects(lookAtMessages(services), /pooler .* pool_mode=session/)
})

/** An authority, and a server's key and certificate for 127.0.0.1 by it. */
async function certificates(t: Test) {
  const folder = await scratch(t)
  const file = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => execute('openssl', args)
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc', '-days', '2']
  const authority = ['-x509', '-subj', '/CN=Films authority']
  await openssl('req', ...made, ...authority, '-keyout', file('ca.key'), '-out', file('ca.crt'))
  const signed = ['-x509', '-CA', file('ca.crt'), '-CAkey', file('ca.key'), '-subj', '/CN=films']
  const name = ['-addext', 'subjectAltName=IP:127.0.0.1']
  const out = ['-keyout', file('server.key'), '-out', file('server.crt')]
  await openssl('req', ...made, ...signed, ...name, ...out)
  return { authority: file('ca.crt'), key: file('server.key'), certificate: file('server.crt') }
}

t.test('a Postgres that is known by its certificate', { skip: noSystemPostgres }, async (t) => {
  const { authority, key, certificate } = await certificates(t)
  const ssl = ['ssl=on', `ssl_cert_file=${certificate}`, `ssl_key_file=${key}`]
  const server = await systemPostgres(t, ssl)
  const plain = await server.database('films')
  const url = `${plain}?sslmode=verify-full&sslrootcert=${authority}`
  await migrate(url, ownPrismaDirectory)
  const services = await watchAndLose(t, url)
  const open = await services.database.$queryRaw<{ name: string }[]>`
    select application_name as name from pg_stat_activity join pg_stat_ssl using (pid)
    where datname = 'films' and not ssl`
  t.strictSame(open, [], 'every connection is covered')

  const other = await certificates(t)
  const stranger = await build(t, {
    DATABASE_URL: `${plain}?sslmode=verify-full&sslrootcert=${other.authority}`,
  })
  const answer = await stranger.app.inject('/readyz')
  t.equal(answer.statusCode, 503, 'one of another authority is not talked to')
})
