import t from 'tap'
import { openInbox } from '../../server/billing/inbox.ts'
import {
  claimEvents,
  failEvent,
  finishEvents,
  storeEvents,
} from '../../server/billing/inbox-store.ts'
import { mostAttempts } from '../../server/billing/retry.ts'
import { syncCustomer } from '../../server/billing/sync.ts'
import { whileDatabaseIsAway } from '../database-away.ts'
import { services, type TestServices } from '../helper.ts'
import { until } from '../until.ts'
import { openShop } from './shop.ts'
import { openTwo } from './two-processes.ts'

const eventOf = (id: string, customer = 'cus_1', type = 'customer.subscription.updated') => ({
  id,
  type,
  livemode: false,
  created: 1_772_323_200,
  api_version: null,
  data: { object: { id: 'sub_1', customer } },
})
const bytes = Buffer.from('{}')

const eventFor = (parts: TestServices, id: string, subject: 'customer:a' | 'customer:b') => ({
  id,
  type: 'x',
  livemode: false,
  apiVersion: null,
  createdAt: parts.clock.now(),
  payload: bytes,
  subject,
  ignored: false,
})

const storeFor = (parts: TestServices, id: string, subject: 'customer:a' | 'customer:b') =>
  storeEvents(parts.database, [eventFor(parts, id, subject)], parts.clock.now())

t.test('of events stored together each is new once, and known ones are not', async (t) => {
  const parts = await services(t)
  await storeFor(parts, 'a1', 'customer:a')
  const { payload, ...plain } = eventFor(parts, 'a3', 'customer:a')
  const ignored = { ...plain, payload, apiVersion: '2026-10-28', subject: null, ignored: true }
  const events = [...['a1', 'a2', 'a2'].map((id) => eventFor(parts, id, 'customer:a')), ignored]
  t.same(await storeEvents(parts.database, events, parts.clock.now()), [false, true, false, true])
  t.match(await parts.database.stripeEvent.findMany({ orderBy: { id: 'asc' } }), [
    { id: 'a1', status: 'received', nextAttemptAt: parts.clock.now() },
    { id: 'a2', subject: 'customer:a', apiVersion: null, attempts: 0 },
    { id: 'a3', status: 'ignored', subject: null, apiVersion: '2026-10-28', nextAttemptAt: null },
  ])
})

t.test('fifty deliveries of one event at once have one effect, and are all accepted', async (t) => {
  const shop = await openShop(t)
  const { database } = shop.services
  const member = await shop.signUp()
  await shop.webhooks({ mode: 'drop' })
  await member.pay(await member.checkout({ priceId: await shop.priceOf('standard') }))
  const type = 'customer.subscription.created'
  const [event] = (await shop.stripe.events.list({ type })).data
  if (event === undefined) throw new Error('there is no event')
  const processes = await openTwo(t, shop)
  const deliveries = Array.from({ length: 50 }, (_, copy) => processes[copy % 2]?.deliver(event))
  t.same(new Set(await Promise.all(deliveries)), new Set([200]))
  for (const process of processes) await process.settle()
  t.equal(await member.access(), 'subscription')
  t.equal(await database.subscription.count(), 1)
  const created = { action: 'subscription.created', subject: `user:${member.id}` }
  t.equal(await database.auditEntry.count({ where: created }), 1)
  t.match(await database.stripeEvent.findMany({ where: { type } }), [
    { id: event.id, status: 'processed', attempts: 1 },
  ])
})

for (const [name, trouble] of [
  ['is slow', { status: 200, count: 3, delayMs: 200 }],
  ['limits us', { status: 429, count: 1 }],
  ['fails', { status: 500, count: 3 }],
  ['cuts the connection', { status: 0, count: 3 }],
] as const) {
  t.test(`while Stripe ${name} an event is accepted, and acted on in the end`, async (t) => {
    const shop = await openShop(t)
    const { database, clock } = shop.services
    const member = await shop.signUp()
    await shop.webhooks({ mode: 'drop' })
    await member.pay(await member.checkout({ priceId: await shop.priceOf('standard') }))
    const [event] = (await shop.stripe.events.list({ type: 'invoice.paid' })).data
    if (event === undefined) throw new Error('there is no event')
    const [process] = await openTwo(t, shop)
    // One answer in the middle of what is fetched, and the tries again that the SDK makes by itself.
    await shop.door('/_local/trouble', { path: '/v1/charges', ...trouble })
    t.equal(await process.deliver(event), 200)
    await process.settle()
    const { status } = await database.stripeEvent.findUniqueOrThrow({ where: { id: event.id } })
    t.equal(await member.access(), status === 'processed' ? 'subscription' : 'not_entitled')
    clock.advance(60)
    await process.settle()
    t.equal(await member.access(), 'subscription')
    t.match(await database.stripeEvent.findUnique({ where: { id: event.id } }), {
      status: 'processed',
    })
  })
}

t.test(
  'while the database is away Stripe is told to come again, and its retry succeeds',
  async (t) => {
    const shop = await openShop(t)
    const { database, clock, config } = shop.services
    const member = await shop.signUp()
    const sessionId = await member.checkout({ priceId: await shop.priceOf('standard') })
    await shop.webhooks({ mode: 'hold' })
    await member.pay(sessionId)
    const [event] = (await shop.stripe.events.list({ type: 'invoice.paid' })).data
    if (event === undefined) throw new Error('there is no event')
    const [process] = await openTwo(t, shop)
    await whileDatabaseIsAway(config.DATABASE_URL, async () => {
      const status = await process.deliver(event)
      t.ok(status >= 500, `answered ${status}`)
      await shop.door('/_local/webhooks/flush')
    })
    t.equal(await database.stripeEvent.count({ where: { id: event.id } }), 0)
    t.equal(await member.access(), 'not_entitled')
    await shop.webhooks({})
    clock.advance(60)
    await shop.settle()
    t.equal(await member.access(), 'subscription')
  },
)

t.test('a database that dies while an event is acted on leaves nothing half written', async (t) => {
  const shop = await openShop(t)
  const { config } = shop.services
  const member = await shop.signUp()
  await member.subscribe('standard')
  await shop.settle()
  await shop.webhooks({ mode: 'drop' })
  const customer = await member.customer()
  const { id } = await shop.subscription()
  await shop.stripe.subscriptions.cancel(id)
  const [process] = await openTwo(t, shop)
  const held = await process.hold(customer, 'judged')
  await whileDatabaseIsAway(config.DATABASE_URL, async () => {
    held.release()
    await t.rejects(held.done)
  })
  // The first to ask may meet a connection that has died meanwhile.
  const access = await until('the database', () => member.access().catch(() => undefined))
  t.equal(access, 'subscription', 'what was stored stays')
  await syncCustomer(shop.services, customer)
  t.equal(await member.access(), 'subscription_ended')
})

t.test('an event is new once', async (t) => {
  const parts = await services(t)
  const inbox = openInbox(parts)
  const all = Array.from({ length: 50 }, () => inbox.receive(eventOf('evt_1'), bytes))
  const isNew = await Promise.all(all)
  t.equal(isNew.filter(Boolean).length, 1)
  t.equal(await parts.database.stripeEvent.count(), 1)
})

t.test('events of one customer are taken together, by one worker', async (t) => {
  const parts = await services(t)
  const { database, clock } = parts
  for (const id of ['a1', 'a2', 'a3']) await storeFor(parts, id, 'customer:a')
  await storeFor(parts, 'b1', 'customer:b')
  const claims = await Promise.all([1, 2, 3, 4].map(() => claimEvents(database, clock.now())))
  const taken = claims.map((events) => events.map(({ id }) => id).sort())
  t.same(taken.flat().sort(), ['a1', 'a2', 'a3', 'b1'])
  t.ok(taken.every((ids) => new Set(ids.map((id) => id[0])).size <= 1))
  t.same(await claimEvents(database, clock.now()), [])
})

t.test('events of a process that died while acting are taken up again', async (t) => {
  const parts = await services(t)
  const { database, clock } = parts
  await storeFor(parts, 'a1', 'customer:a')
  t.match(await claimEvents(database, clock.now()), [{ id: 'a1', attempts: 1 }])
  clock.advance(119)
  t.same(await claimEvents(database, clock.now()), [])
  clock.advance(1)
  t.match(await claimEvents(database, clock.now()), [{ id: 'a1', attempts: 2 }])
})

t.test('an event that is done is never taken again, nor put back by a straggler', async (t) => {
  const parts = await services(t)
  const { database, clock } = parts
  await storeFor(parts, 'a1', 'customer:a')
  await finishEvents(database, ['a1'], 'processed', clock.now())
  await failEvent(database, 'a1', 'too late', clock.now())
  t.match(await database.stripeEvent.findMany(), [{ status: 'processed', lastError: null }])
  t.same(await claimEvents(database, clock.now()), [])
})

t.test('while Stripe is down events wait, and are acted on when it is back', async (t) => {
  const shop = await openShop(t)
  const { database, clock } = shop.services
  const member = await shop.signUp()
  const sessionId = await member.checkout({ priceId: await shop.priceOf('standard') })
  await shop.door('/_local/trouble', { status: 500, count: 1_000, path: '/v1/customers' })
  await member.pay(sessionId)
  await shop.settle()
  t.equal(await member.access(), 'not_entitled')
  const waiting = await database.stripeEvent.findMany({ where: { status: 'received' } })
  t.ok(waiting.length > 0)
  t.ok(waiting.every(({ lastError, nextAttemptAt }) => lastError && nextAttemptAt))
  await shop.door('/_local/trouble', { count: 0 })
  clock.advance(60)
  await shop.settle()
  t.equal(await member.access(), 'subscription')
  t.equal(await database.stripeEvent.count({ where: { status: 'received' } }), 0)
})

t.test('an event that fails again and again is laid aside with its error', async (t) => {
  const shop = await openShop(t)
  const { services: parts } = shop
  const inbox = openInbox(parts)
  await shop.door('/_local/trouble', { status: 400, count: 1_000, path: '/v1/customers' })
  // In one step with its attempts: the app's own inbox may be the one that takes it.
  const { ignored: _, ...poison } = eventFor(parts, 'evt_poison', 'customer:a')
  const now = parts.clock.now()
  await parts.database.stripeEvent.create({
    data: { ...poison, status: 'received', nextAttemptAt: now, attempts: mostAttempts - 1 },
  })
  await inbox.work()
  await inbox.close()
  await shop.settle()
  const event = await parts.database.stripeEvent.findUniqueOrThrow({ where: { id: 'evt_poison' } })
  t.match(event, { status: 'dead', attempts: mostAttempts, nextAttemptAt: null })
  t.ok(event.lastError)
})

t.test('an event about a customer that Stripe does not know is laid aside', async (t) => {
  const shop = await openShop(t)
  const inbox = openInbox(shop.services)
  await inbox.receive(eventOf('evt_stray', 'cus_nobody'), bytes)
  await inbox.work()
  await inbox.close()
  // The app's own inbox may have taken it first.
  await shop.settle()
  const where = { id: 'evt_stray' }
  t.match(await shop.services.database.stripeEvent.findUnique({ where }), { status: 'ignored' })
})

t.test('a closed inbox takes no more work', async (t) => {
  const parts = await services(t)
  const inbox = openInbox(parts)
  await storeFor(parts, 'a1', 'customer:a')
  await inbox.close()
  await inbox.work()
  t.match(await parts.database.stripeEvent.findMany(), [{ status: 'received', attempts: 0 }])
})
