// In a process of its own: pg warns once a process.
import { setImmediate as soon } from 'node:timers/promises'
import t from 'tap'
import { openDatabase } from '../../server/clients/database.ts'
import { openPool } from '../../server/clients/pool.ts'
import { database } from '../fixtures/database.ts'

const warnings: string[] = []
process.on('warning', ({ message }) => warnings.push(message))

const open = (url: string, query_timeout = 5_000) =>
  openPool({ ...{ url, size: 1, name: 'test', limits: {} }, others: { query_timeout } })

t.test('a transaction may read several relations at once, and pg warns of nothing', async (t) => {
  const client = openDatabase({ url: await database(t) })
  t.teardown(() => client.$disconnect())
  const video = await client.video.create({ data: { title: 'One', slug: 'one' } })
  const read = await client.$transaction((transaction) =>
    transaction.video.findUnique({
      where: { id: video.id },
      include: { renditions: true, encodes: true, captions: true, plans: true, uploads: true },
    }),
  )
  t.match(read, { renditions: [], encodes: [], captions: [], plans: [], uploads: [] })
  await soon()
  t.same(warnings, [])
})

t.test('statements of one connection are answered each by its own, in their order', async (t) => {
  const pool = open(await database(t))
  t.teardown(() => pool.end())
  const client = await pool.connect()
  const order: number[] = []
  const ask = async (number: number) => {
    const { rows } = await client.query('select $1::int as number', [number])
    order.push(number)
    return rows[0].number
  }
  const wrong = client.query('select nothing').then(
    () => 'answered',
    (error: Error) => error.message,
  )
  t.same(await Promise.all([ask(1), ask(2), ask(3), ask(4)]), [1, 2, 3, 4])
  t.match(await wrong, /"nothing" does not exist/, 'one that is refused takes none with it')
  t.same(order, [1, 2, 3, 4])
  client.release()
  await soon()
  t.same(warnings, [])
})

t.test('who waits behind a statement that gets no answer is not made to wait longer', async (t) => {
  const pool = open(await database(t), 200)
  t.teardown(() => pool.end())
  const client = await pool.connect()
  const began = performance.now()
  const answers = await Promise.allSettled(
    ['select pg_sleep(1)', 'select 1', 'select 2'].map((text) => client.query(text)),
  )
  t.ok(performance.now() - began < 900)
  for (const answer of answers) t.match(answer, { reason: { message: 'Query read timeout' } })
  client.release(true)
})
