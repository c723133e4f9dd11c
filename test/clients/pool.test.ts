import { type AddressInfo, createServer } from 'node:net'
import t from 'tap'
import { openPool } from '../../server/clients/pool.ts'
import { database } from '../fixtures/database.ts'

const patienceMs = 1_000

const open = (url: string, size = 1) =>
  openPool({
    ...{ url, size, name: 'test', limits: { lock_timeout: 700 } },
    others: { connectionTimeoutMillis: patienceMs },
  })

/** As when a process starts: nothing is heard meanwhile. */
function keepBusy(milliseconds: number) {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

t.test('a connection has its limits, and compiles nothing', async (t) => {
  const pool = open(await database(t))
  const { rows } = await pool.query(
    "select current_setting('lock_timeout') as wait, current_setting('jit') as jit",
  )
  t.same(rows, [{ wait: '700ms', jit: 'off' }])
  await pool.end()
})

t.test('who was too busy to hear of a connection in time waits once more', async (t) => {
  const pool = open(await database(t))
  const asked = [1, 2, 3].map((number) => pool.query('select $1::int as number', [number]))
  const connected = pool.connect().then((client) => client.release())
  keepBusy(3 * patienceMs)
  const answers = await Promise.all(asked)
  t.same(
    answers.map(({ rows }) => rows[0].number),
    [1, 2, 3],
  )
  await connected
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
