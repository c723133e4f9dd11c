import t from 'tap'
import { openDatabase } from '../../server/clients/database.ts'
import { databaseSentence } from '../../server/clients/database-sentence.ts'
import { noPooler, pooler } from '../fixtures/pooler.ts'
import { noSystemPostgres, systemPostgres } from '../fixtures/system-postgres.ts'

const skip = noSystemPostgres || noPooler

/** What is said of a statement that this address does not take; null where it does. */
async function failing(url: string, statement = 'select 1'): Promise<string | null> {
  const database = openDatabase({ url })
  try {
    await database.$executeRawUnsafe(statement)
    return null
  } catch (error) {
    return databaseSentence(error)
  } finally {
    await database.$disconnect()
  }
}

function changed(url: string, change: (url: URL) => void): string {
  const other = new URL(url)
  change(other)
  return other.href
}

t.test('what Postgres refuses is told by what to do', { skip: noSystemPostgres }, async (t) => {
  const postgres = await systemPostgres(t, [
    'max_connections=4',
    'superuser_reserved_connections=0',
  ])
  const right = await postgres.database('matinee')
  const absent = changed(right, (url) => {
    url.pathname = '/none'
  })
  const wrongPassword = changed(right, (url) => {
    url.password = 'wrong'
  })
  const encrypted = changed(right, (url) => {
    url.searchParams.set('sslmode', 'require')
  })
  t.equal(await failing(right), null)
  t.match(await failing(absent), /no such database/)
  t.match(await failing(wrongPassword), /does not let us in/)
  t.match(await failing(encrypted), /No trusted TLS connection/)
  t.match(await failing(right, 'select * from nothing'), /lacks migrations/)
  const readOnly = 'set transaction read only; create table t ()'
  t.match(await failing(right, readOnly), /takes no writes, as a replica does not/)
  const lost = changed(right, (url) => {
    url.searchParams.set('sslmode', 'verify-full')
    url.searchParams.set('sslrootcert', '/nowhere/ca.pem')
  })
  t.match(await failing(lost), /sslrootcert in DATABASE_URL names is not there/)
  t.match(await failing('postgresql://x@nowhere.invalid/x'), /does not answer/)
  t.match(await failing('postgresql://x@localhost/x?host=/nowhere'), /does not answer/, 'a socket')
})

t.test('what a pooler refuses is told as Postgres itself has it', { skip }, async (t) => {
  const postgres = await systemPostgres(t)
  const right = await pooler(t, await postgres.database('matinee'), 'session', [
    'max_client_conn=1',
  ])
  const absent = changed(right, (url) => {
    url.pathname = '/none'
  })
  const unknown = changed(right, (url) => {
    url.username = 'nobody'
  })
  t.equal(await failing(right), null)
  t.match(await failing(absent), /no such database/)
  t.match(await failing(unknown), /does not let us in/)
  const held = openDatabase({ url: right })
  t.teardown(() => held.$disconnect())
  await held.$executeRaw`select 1`
  t.match(await failing(right), /no connection left/)
})

t.test('that TLS is wanted is told, and how to have it', async (t) => {
  const said = 'no pg_hba.conf entry for host "10.0.0.7", user "m", database "m", no encryption'
  for (const [code, message] of [
    ['08P01', 'SSL required'],
    ['28000', said],
  ]) {
    const error = Object.assign(new Error(message), { code, severity: 'FATAL' })
    t.match(databaseSentence(error), /wants TLS\. Add \?sslmode=verify-full/)
  }
})

t.test('what is not of a database has no sentence of it', async (t) => {
  for (const error of [new Error('no'), new TypeError('fetch failed'), 'text', undefined]) {
    t.equal(databaseSentence(error), null)
  }
  const elsewhere = new Error('fetch failed', {
    cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' }),
  })
  t.equal(databaseSentence(elsewhere), null)
})
