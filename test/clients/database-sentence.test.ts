import t from 'tap'
import { openDatabase } from '../../server/clients/database.ts'
import { databaseSentence } from '../../server/clients/database-sentence.ts'
import { noSystemPostgres, systemPostgres } from '../fixtures/system-postgres.ts'

t.test('what Postgres refuses is told by what to do', { skip: noSystemPostgres }, async (t) => {
  const postgres = await systemPostgres(t, [
    'max_connections=4',
    'superuser_reserved_connections=0',
  ])
  const right = await postgres.database('matinee')
  const failing = async (url: string, statement = 'select 1') => {
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
  const changed = (change: (url: URL) => void) => {
    const url = new URL(right)
    change(url)
    return url.href
  }
  const absent = changed((url) => {
    url.pathname = '/none'
  })
  const wrongPassword = changed((url) => {
    url.password = 'wrong'
  })
  const encrypted = changed((url) => {
    url.searchParams.set('sslmode', 'require')
  })
  t.equal(await failing(right), null)
  t.match(await failing(absent), /no such database/)
  t.match(await failing(wrongPassword), /does not let us in/)
  t.match(await failing(encrypted), /No trusted TLS connection/)
  t.match(await failing(right, 'select * from nothing'), /lacks migrations/)
  const readOnly = 'set transaction read only; create table t ()'
  t.match(await failing(right, readOnly), /takes no writes, as a replica does not/)
  t.match(await failing('postgresql://x@nowhere.invalid/x'), /does not answer/)
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
