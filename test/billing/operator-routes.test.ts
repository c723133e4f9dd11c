import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'

t.test('an operator sees what waits and what was given up, and replays it', async (t) => {
  const billing = await openBilling(t)
  const { database } = billing.services
  const operator = await billing.signUp('admin')
  const member = await billing.signUp()
  await billing.webhooks({ mode: 'hold' })
  await member.pay(await member.checkout({ priceId: await billing.priceOf('standard') }))
  await billing.door('/_local/trouble', { status: 500, count: 10_000 })
  await billing.settle()
  const state = await operator.get('/api/studio/billing')
  t.equal(state.status, 200)
  t.match(state.body, { waiting: Number, waitingSince: String, dead: 0, lastSweep: null })
  t.ok(Number(state.body.waiting) > 0)

  await database.stripeEvent.updateMany({ where: { status: 'received' }, data: { status: 'dead' } })
  await billing.door('/_local/trouble', { count: 0 })
  const { body } = await operator.get('/api/studio/billing/events?status=dead&limit=1')
  const [event] = body.events as { id: string; lastError: string; attempts: number }[]
  t.ok(event?.lastError)
  t.equal(await member.access(), 'not_entitled')
  const replayed = await operator.post(`/api/studio/billing/events/${event?.id}/replay`)
  t.same(replayed, { status: 200, body: { status: 'processed', lastError: null } })
  t.equal(await member.access(), 'subscription')
  t.equal((await operator.post('/api/studio/billing/events/evt_none/replay')).status, 404)
})

t.test('events come page by page, what came last first, each once', async (t) => {
  const billing = await openBilling(t)
  const { database, clock } = billing.services
  const operator = await billing.signUp('admin')
  await billing.settle()
  await database.stripeEvent.deleteMany()
  const at = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000)
  // Three of one moment, so that their ids decide.
  const times = [1, 2, 2, 2, 3]
  await database.stripeEvent.createMany({
    data: times.map((seconds, index) => ({
      ...{ id: `evt_${index}`, type: 'invoice.paid', status: 'processed', livemode: false },
      ...{ payload: new Uint8Array(), createdAt: at(seconds), receivedAt: at(seconds) },
    })),
  })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const query = new URLSearchParams({ limit: '2', ...(cursor && { cursor }) })
    const { body } = await operator.get(`/api/studio/billing/events?${query}`)
    seen.push(...(body.events as { id: string }[]).map(({ id }) => id))
    cursor = body.nextCursor as string | null
  } while (cursor !== null)
  t.same(seen, ['evt_4', 'evt_3', 'evt_2', 'evt_1', 'evt_0'])
  t.equal((await operator.get('/api/studio/billing/events?cursor=mine')).status, 400)
})

t.test('an operator brings one person up to date', async (t) => {
  const billing = await openBilling(t)
  const operator = await billing.signUp('admin')
  const member = await billing.signUp()
  const sync = () => operator.post(`/api/studio/users/${member.id}/sync`)
  t.same((await sync()).body, { customer: null, changes: [] })
  await billing.webhooks({ mode: 'drop' })
  await member.pay(await member.checkout({ priceId: await billing.priceOf('standard') }))
  t.same((await sync()).body, { customer: await member.customer(), changes: ['subscription'] })
  t.equal(await member.access(), 'subscription')
})

t.test('nobody else may', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const asked = [
    await member.get('/api/studio/billing'),
    await member.get('/api/studio/billing/events'),
    await member.post('/api/studio/billing/events/evt_1/replay'),
    await member.post(`/api/studio/users/${member.id}/sync`),
  ]
  for (const { status } of asked) t.equal(status, 403)
  const stranger = await billing.app.inject('/api/studio/billing')
  t.equal(stranger.statusCode, 401)
})

t.test('metrics tell how many events wait and what drifted', async (t) => {
  const billing = await openBilling(t)
  const { database, clock } = billing.services
  await billing.settle()
  await database.stripeEvent.deleteMany()
  const receivedAt = new Date(clock.now().getTime() - 90_000)
  const event = {
    type: 'invoice.paid',
    livemode: false,
    payload: new Uint8Array(),
    subject: 'plans',
  }
  const later = new Date(clock.now().getTime() + 3_600_000)
  const row = { ...event, createdAt: receivedAt, receivedAt, nextAttemptAt: later }
  await database.stripeEvent.create({ data: { ...row, id: 'evt_w', status: 'received' } })
  await database.stripeEvent.create({ data: { ...row, id: 'evt_d', status: 'dead' } })
  const run = { kind: 'sweep', startedAt: receivedAt, customersDrifted: 3, eventsFound: 4 }
  await database.reconcileRun.create({ data: run })
  const { text } = await billing.app.readMetrics()
  const figures = text.split('\n').filter((line) => /^matinee_(webhook|billing)/.test(line))
  t.same(figures.sort(), [
    'matinee_billing_drifted_customers 3',
    'matinee_webhook_events_dead 1',
    'matinee_webhook_events_missed 4',
    'matinee_webhook_events_waiting 1',
    'matinee_webhook_oldest_waiting_seconds 90',
  ])
})
