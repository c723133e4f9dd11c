import t from 'tap'
import { openInbox } from '../../server/billing/inbox/inbox.ts'
import {
  claimEvents,
  failEvent,
  finishEvents,
  storeEvents,
} from '../../server/billing/inbox/inbox-store.ts'
import { mostAttempts } from '../../server/billing/inbox/retry.ts'
import { syncCustomer } from '../../server/billing/sync/sync.ts'
import { services, type TestServices } from '../fixtures/app.ts'
import { whileDatabaseIsAway } from '../fixtures/database.ts'
import { openBilling } from '../fixtures/stripe.ts'
import { until } from '../fixtures/until.ts'
import { openTwo } from './two-processes.ts'

/** Any of the processes may be at it. */
const actedOn = ({ stripeEvent }: TestServices['database'], { id }: { id: string }) =>
  until('the event to be acted on', async () => {
    return (await stripeEvent.findUnique({ where: { id } }))?.status === 'processed'
  })

const eventOf = (id: string, customer = 'cus_1', type = 'customer.subscription.updated') => ({
  id,
  type,
  livemode: false,
  created: 1_772_323_200,
  api_version: null,
  data: { object: { id: 'sub_1', customer } },
})
const bytes = Buffer.from('{}')

const eventFor = (deps: TestServices, id: string, subject: 'customer:a' | 'customer:b') => ({
  id,
  type: 'x',
  livemode: false,
  apiVersion: null,
  createdAt: deps.clock.now(),
  payload: bytes,
  subject,
  ignored: false,
})

const storeFor = (deps: TestServices, id: string, subject: 'customer:a' | 'customer:b') =>
  storeEvents(deps.database, [eventFor(deps, id, subject)], deps.clock.now())

t.test('of events stored together each is new once, and known ones are not', async (t) => {
  const deps = await services(t)
  await storeFor(deps, 'a1', 'customer:a')
  const { payload, ...plain } = eventFor(deps, 'a3', 'customer:a')
  const ignored = { ...plain, payload, apiVersion: '2026-10-28', subject: null, ignored: true }
  const events = [...['a1', 'a2', 'a2'].map((id) => eventFor(deps, id, 'customer:a')), ignored]
  t.same(await storeEvents(deps.database, events, deps.clock.now()), [false, true, false, true])
  t.match(await deps.database.stripeEvent.findMany({ orderBy: { id: 'asc' } }), [
    { id: 'a1', status: 'received', nextAttemptAt: deps.clock.now() },
    { id: 'a2', subject: 'customer:a', apiVersion: null, attempts: 0 },
    { id: 'a3', status: 'ignored', subject: null, apiVersion: '2026-10-28', nextAttemptAt: null },
  ])
})

t.test('fifty deliveries of one event at once have one effect, and are all accepted', async (t) => {
  const billing = await openBilling(t)
  const { database } = billing.services
  const member = await billing.signUp()
  await billing.webhooks({ mode: 'drop' })
  await member.pay(await member.checkout({ priceId: await billing.priceOf('standard') }))
  const type = 'customer.subscription.created'
  const [event] = (await billing.stripe.events.list({ type })).data
  if (event === undefined) throw new Error('there is no event')
  const processes = await openTwo(t, billing)
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
    const billing = await openBilling(t)
    const { database, clock } = billing.services
    const member = await billing.signUp()
    await billing.webhooks({ mode: 'drop' })
    await member.pay(await member.checkout({ priceId: await billing.priceOf('standard') }))
    const [event] = (await billing.stripe.events.list({ type: 'invoice.paid' })).data
    if (event === undefined) throw new Error('there is no event')
    const [process] = await openTwo(t, billing)
    // One answer in the middle of what is fetched, and the tries again that the SDK makes by itself.
    await billing.door('/_local/trouble', { path: '/v1/charges', ...trouble })
    t.equal(await process.deliver(event), 200)
    await process.settle()
    const { status } = await database.stripeEvent.findUniqueOrThrow({ where: { id: event.id } })
    t.equal(await member.access(), status === 'processed' ? 'subscription' : 'not_entitled')
    clock.advance(60)
    await process.settle()
    await actedOn(database, event)
    t.equal(await member.access(), 'subscription')
  })
}

t.test(
  'while the database is away Stripe is told to come again, and its retry succeeds',
  async (t) => {
    const billing = await openBilling(t)
    const { database, clock, config } = billing.services
    const member = await billing.signUp()
    const sessionId = await member.checkout({ priceId: await billing.priceOf('standard') })
    await billing.webhooks({ mode: 'hold' })
    await member.pay(sessionId)
    const [event] = (await billing.stripe.events.list({ type: 'invoice.paid' })).data
    if (event === undefined) throw new Error('there is no event')
    const [process] = await openTwo(t, billing)
    await whileDatabaseIsAway(config.DATABASE_URL, async () => {
      const status = await process.deliver(event)
      t.ok(status >= 500, `answered ${status}`)
      await billing.door('/_local/webhooks/flush')
    })
    t.equal(await database.stripeEvent.count({ where: { id: event.id } }), 0)
    t.equal(await member.access(), 'not_entitled')
    await billing.webhooks({})
    clock.advance(60)
    await billing.settle()
    await actedOn(database, event)
    t.equal(await member.access(), 'subscription')
  },
)

t.test('a database that dies while an event is acted on leaves nothing half written', async (t) => {
  const billing = await openBilling(t)
  const { config } = billing.services
  const member = await billing.signUp()
  await member.subscribe('standard')
  await billing.settle()
  await billing.webhooks({ mode: 'drop' })
  const customer = await member.customer()
  const { id } = await billing.subscription()
  await billing.stripe.subscriptions.cancel(id)
  const [process] = await openTwo(t, billing)
  const held = await process.hold(customer, 'judged')
  await whileDatabaseIsAway(config.DATABASE_URL, async () => {
    held.release()
    await t.rejects(held.done)
  })
  // The first to ask may meet a connection that has died meanwhile.
  const access = await until('the database', () => member.access().catch(() => undefined))
  t.equal(access, 'subscription', 'what was stored stays')
  await syncCustomer(billing.services, customer)
  t.equal(await member.access(), 'subscription_ended')
})

t.test('an event is new once', async (t) => {
  const deps = await services(t)
  const inbox = openInbox(deps)
  const all = Array.from({ length: 50 }, () => inbox.receive(eventOf('evt_1'), bytes))
  const isNew = await Promise.all(all)
  t.equal(isNew.filter(Boolean).length, 1)
  t.equal(await deps.database.stripeEvent.count(), 1)
})

t.test('events of one customer are taken together, by one worker', async (t) => {
  const deps = await services(t)
  const { database, clock } = deps
  for (const id of ['a1', 'a2', 'a3']) await storeFor(deps, id, 'customer:a')
  await storeFor(deps, 'b1', 'customer:b')
  const claims = await Promise.all([1, 2, 3, 4].map(() => claimEvents(database, clock.now())))
  const taken = claims.map((events) => events.map(({ id }) => id).sort())
  t.same(taken.flat().sort(), ['a1', 'a2', 'a3', 'b1'])
  t.ok(taken.every((ids) => new Set(ids.map((id) => id[0])).size <= 1))
  t.same(await claimEvents(database, clock.now()), [])
})

t.test('events of a process that died while acting are taken up again', async (t) => {
  const deps = await services(t)
  const { database, clock } = deps
  await storeFor(deps, 'a1', 'customer:a')
  t.match(await claimEvents(database, clock.now()), [{ id: 'a1', attempts: 1 }])
  clock.advance(119)
  t.same(await claimEvents(database, clock.now()), [])
  clock.advance(1)
  t.match(await claimEvents(database, clock.now()), [{ id: 'a1', attempts: 2 }])
})

t.test('an event that is done is never taken again, nor put back by a straggler', async (t) => {
  const deps = await services(t)
  const { database, clock } = deps
  await storeFor(deps, 'a1', 'customer:a')
  await finishEvents(database, ['a1'], 'processed', clock.now())
  await failEvent(database, 'a1', 'too late', clock.now())
  t.match(await database.stripeEvent.findMany(), [{ status: 'processed', lastError: null }])
  t.same(await claimEvents(database, clock.now()), [])
})

t.test('while Stripe is down events wait, and are acted on when it is back', async (t) => {
  const billing = await openBilling(t)
  const { database, clock } = billing.services
  const member = await billing.signUp()
  const sessionId = await member.checkout({ priceId: await billing.priceOf('standard') })
  await billing.door('/_local/trouble', { status: 500, count: 1_000, path: '/v1/customers' })
  await member.pay(sessionId)
  await billing.settle()
  t.equal(await member.access(), 'not_entitled')
  const waiting = await database.stripeEvent.findMany({ where: { status: 'received' } })
  t.ok(waiting.length > 0)
  t.ok(waiting.every(({ lastError, nextAttemptAt }) => lastError && nextAttemptAt))
  await billing.door('/_local/trouble', { count: 0 })
  clock.advance(60)
  await billing.settle()
  t.equal(await member.access(), 'subscription')
  t.equal(await database.stripeEvent.count({ where: { status: 'received' } }), 0)
})

t.test('an event that fails again and again is laid aside with its error', async (t) => {
  const billing = await openBilling(t)
  const { services: deps } = billing
  const inbox = openInbox(deps)
  await billing.door('/_local/trouble', { status: 400, count: 1_000, path: '/v1/customers' })
  // In one step with its attempts: the app's own inbox may be the one that takes it.
  const { ignored: _, ...poison } = eventFor(deps, 'evt_poison', 'customer:a')
  const now = deps.clock.now()
  await deps.database.stripeEvent.create({
    data: { ...poison, status: 'received', nextAttemptAt: now, attempts: mostAttempts - 1 },
  })
  await inbox.work()
  await inbox.close()
  await billing.settle()
  const event = await deps.database.stripeEvent.findUniqueOrThrow({ where: { id: 'evt_poison' } })
  t.match(event, { status: 'dead', attempts: mostAttempts, nextAttemptAt: null })
  t.ok(event.lastError)
})

t.test('an event about a customer that Stripe does not know is done with', async (t) => {
  const billing = await openBilling(t)
  const inbox = openInbox(billing.services)
  await inbox.receive(eventOf('evt_stray', 'cus_nobody'), bytes)
  await inbox.work()
  await inbox.close()
  // The app's own inbox may have taken it first.
  await billing.settle()
  const where = { id: 'evt_stray' }
  t.match(await billing.services.database.stripeEvent.findUnique({ where }), {
    status: 'processed',
  })
})

t.test('a closed inbox takes no more work', async (t) => {
  const deps = await services(t)
  const inbox = openInbox(deps)
  await storeFor(deps, 'a1', 'customer:a')
  await inbox.close()
  await inbox.work()
  t.match(await deps.database.stripeEvent.findMany(), [{ status: 'received', attempts: 0 }])
})
