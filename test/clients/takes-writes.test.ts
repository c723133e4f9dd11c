import pg from 'pg'
import t, { type Test } from 'tap'
import { openDatabase } from '../../server/clients/database.ts'
import { requireWrites } from '../../server/clients/takes-writes.ts'
import { database, emptyDatabase } from '../fixtures/database.ts'

/** The URL of the same database for a user who may do only this with its tables. */
async function asRole(t: Test, url: string, rights: string) {
  const name = `r_${process.pid}_${Math.round(performance.now() * 1000)}`
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  t.teardown(async () => {
    await owner.query(`drop owned by ${name}; drop role ${name}`)
    await owner.end()
  })
  await owner.query(`create role ${name} login password 'pw';
    grant ${rights} on all tables in schema public to ${name}`)
  return Object.assign(new URL(url), { username: name, password: 'pw' }).href
}

async function ask(t: Test, url: string) {
  const opened = openDatabase({ url })
  t.teardown(() => opened.$disconnect())
  await requireWrites(opened)
}

t.test('whoever may write passes, the owner of tables or not', async (t) => {
  const url = await database(t)
  await ask(t, url)
  await ask(t, await asRole(t, url, 'select, insert, update, delete'))
  await ask(t, await emptyDatabase(t))
})

t.test('a user who may only read is refused with what to do', async (t) => {
  const url = await database(t)
  const forbidden = { message: /may not do this\. Make it the owner/ }
  await t.rejects(ask(t, await asRole(t, url, 'select')), forbidden)
  await t.rejects(ask(t, await asRole(t, url, 'select, insert')), forbidden)
})

t.test('a database that stands still for all is told as a replica', async (t) => {
  const url = `${await database(t)}?options=-c%20default_transaction_read_only%3Don`
  await t.rejects(ask(t, url), { message: /takes no writes, as a replica/ })
})
