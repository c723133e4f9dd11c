import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import pg from 'pg'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { systemClock } from '../../server/clients/clock.ts'
import { openNotifications } from '../../server/clients/notify.ts'
import { database } from '../fixtures/database.ts'
import { until } from '../fixtures/until.ts'

async function setUp(t: Test) {
  const databaseUrl = await database(t)
  const admin = new pg.Client({ connectionString: databaseUrl })
  await admin.connect()
  t.teardown(() => admin.end())
  const log = pino({ level: 'silent' })
  const notifications = openNotifications({ databaseUrl, log, clock: systemClock })
  t.teardown(() => notifications.close())
  const heard: string[] = []
  return { admin, notifications, heard }
}

const cutOff = (admin: pg.Client) =>
  admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'matinee listener' and datname = current_database()",
  )

t.test('hears what is notified on its channel, in order, and nothing else', async (t) => {
  const { admin, notifications, heard } = await setUp(t)
  t.equal(notifications.listeningSince(), null)
  notifications.listen('films', (payload) => heard.push(payload))
  await until('a connection', () => notifications.listeningSince() !== null)
  await admin.query(
    "select pg_notify('films', 'one'), pg_notify('other', 'no'), pg_notify('films', 'two')",
  )
  await until('two words', () => heard.length === 2)
  t.same(heard, ['one', 'two'])
})

t.test('several parts may listen, on one channel or on more', async (t) => {
  const { admin, notifications, heard } = await setUp(t)
  notifications.listen('films', (payload) => heard.push(`a ${payload}`))
  await until('a connection', () => notifications.listeningSince() !== null)
  notifications.listen('films', (payload) => heard.push(`b ${payload}`))
  notifications.listen('Odd "name"', (payload) => heard.push(`c ${payload}`))
  await until('a word from each', async () => {
    await admin.query(`select pg_notify('films', 'x'), pg_notify('Odd "name"', 'y')`)
    return heard.length >= 3
  })
  t.same([...new Set(heard)].sort(), ['a x', 'b x', 'c y'])
})

t.test('a broken connection is noticed at once and comes back by itself', async (t) => {
  const { admin, notifications, heard } = await setUp(t)
  notifications.listen('films', (payload) => heard.push(payload))
  await until('a connection', () => notifications.listeningSince() !== null)
  const before = notifications.listeningSince() ?? 0
  await cutOff(admin)
  await until('the end of the connection', () => notifications.listeningSince() === null)
  await admin.query("select pg_notify('films', 'missed')")
  await until('a connection', () => notifications.listeningSince() !== null)
  t.ok(
    (notifications.listeningSince() ?? 0) > before,
    'it says that something may have been missed',
  )
  await admin.query("select pg_notify('films', 'heard')")
  await until('a word', () => heard.length === 1)
  t.same(heard, ['heard'])
})

t.test('a database that is not there is tried again until it is closed', async (t) => {
  let tries = 0
  const nothing = createServer((socket) => {
    tries += 1
    socket.destroy()
  }).listen(0, '127.0.0.1')
  t.teardown(() => nothing.close())
  await once(nothing, 'listening')
  const { port } = nothing.address() as AddressInfo
  const notifications = openNotifications({
    databaseUrl: `postgresql://127.0.0.1:${port}/none`,
    log: pino({ level: 'silent' }),
    clock: systemClock,
  })
  notifications.listen('films', () => undefined)
  await until('another try', () => tries > 1)
  t.equal(notifications.listeningSince(), null)
  await notifications.close()
})
