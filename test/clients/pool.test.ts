import { type AddressInfo, createServer } from 'node:net'
import t from 'tap'
import { openPool } from '../../server/clients/pool.ts'
import { database } from '../fixtures/database.ts'

const open = (url: string, size = 1) =>
  openPool({
    ...{ url, size, name: 'test', limits: { lock_timeout: 700 } },
    others: { connectionTimeoutMillis: 300 },
  })

/** As when a process starts: nothing is heard meanwhile. */
function keepBusy(milliseconds: number) {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

t.test('who was too busy to hear of a connection in time waits once more', async (t) => {
  const pool = open(await database(t))
  const asked = [pool.query('select 1'), pool.query('select 1'), pool.connect()] as const
  keepBusy(900)
  const [first, second, client] = await Promise.all(asked)
  client.release()
  t.same([first.rowCount, second.rowCount], [1, 1])
  await pool.end()
})

t.test('who waits for a database that says nothing is told so, and once', async (t) => {
  const silent = createServer()
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
  t.teardown(() => silent.close())
  const { port } = silent.address() as AddressInfo
  const pool = open(`postgresql://nobody@127.0.0.1:${port}/nothing`)
  const began = performance.now()
  await t.rejects(pool.query('select 1'), /timeout/)
  t.ok(performance.now() - began < 5_000)
  await pool.end()
})
