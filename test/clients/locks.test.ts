import pg from 'pg'
import t, { type Test } from 'tap'
import { type LocksOptions, openLocks } from '../../server/clients/locks.ts'
import { database } from '../fixtures/database.ts'
import { until } from '../fixtures/until.ts'

function open(t: Test, options: LocksOptions) {
  const locks = openLocks(options)
  t.teardown(() => locks.close())
  return locks
}

/** Work that goes on until it is let go. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

t.test('who waits for a lock of this process leaves the connections to others', async (t) => {
  const locks = open(t, { url: await database(t), size: 2 })
  const held = gate()
  const order: number[] = []
  const mine = [1, 2, 3, 4].map((number) =>
    locks.hold('mine', async () => {
      order.push(number)
      await held.opened
    }),
  )
  t.equal(await locks.hold('theirs', async () => 'done'), 'done')
  held.open()
  await Promise.all(mine)
  t.same(order, [1, 2, 3, 4], 'and each has its turn')
})

t.test('work that fails frees the lock', async (t) => {
  const locks = open(t, { url: await database(t) })
  const failed = locks.hold('one', () => Promise.reject(new Error('no')))
  const next = locks.hold('one', async () => 'done')
  await t.rejects(failed, /no/)
  t.equal(await next, 'done')
})

t.test("who has waited too long is refused, and stands in nobody else's way", async (t) => {
  const locks = open(t, { url: await database(t), patienceMs: 200 })
  const held = gate()
  const first = locks.hold('one', () => held.opened)
  await t.rejects(
    locks.hold('one', async () => t.fail('not while another works')),
    { code: 'UNAVAILABLE' },
  )
  held.open()
  await first
  t.equal(await locks.hold('one', async () => 'done'), 'done')
})

t.test(
  'work that takes longer than Postgres waits for a silent process keeps its lock',
  async (t) => {
    const url = await database(t)
    const locks = open(t, { url, silenceMs: 300 })
    const other = open(t, { url, patienceMs: 200 })
    const admin = new pg.Client({ connectionString: url })
    await admin.connect()
    t.teardown(() => admin.end())
    await locks.hold('one', async () => {
      await until('the connection to be three times as old', async () => {
        const { rows } = await admin.query(
          `select 1 from pg_stat_activity where datname = current_database()
         and application_name = 'matinee-locks' and now() - xact_start > '900 ms'`,
        )
        return rows.length > 0
      })
      await t.rejects(
        other.hold('one', async () => t.fail('two at once')),
        { code: '55P03' },
      )
    })
    t.equal(await other.hold('one', async () => 'done'), 'done')
  },
)
