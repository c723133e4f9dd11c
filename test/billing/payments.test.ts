import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'

const billing = await openBilling(t)
const { database, clock } = billing.services
const operator = await billing.signUp('admin')

const paymentOf = (userId: string) =>
  database.payment.findFirstOrThrow({ where: { userId }, orderBy: { at: 'desc' } })

t.test('every payment is kept, with what it was for', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  clock.advance(1)
  await member.pay(await member.checkout({ videoId: billing.video, kind: 'rent' }))
  await billing.settle()
  const { payments } = (await member.get('/api/me/payments')).body
  t.match(payments, [
    { kind: 'rent', amount: 399, currency: 'usd', video: { slug: 'film' }, status: 'succeeded' },
    { kind: 'plan', amount: 900, currency: 'usd', video: null, amountRefunded: 0 },
  ])
  const { receiptUrl } = (payments as { receiptUrl: string }[])[0] ?? {}
  t.match(receiptUrl, /^http.*receipt/)
  t.match((await member.get('/api/billing')).body.purchases, [{ kind: 'rent', receiptUrl }])
  const seen = (await operator.get(`/api/studio/users/${member.id}`)).body.purchases
  t.notOk(
    (seen as object[]).some((purchase) => 'receiptUrl' in purchase),
    'it is the payer’s',
  )
  const stranger = await billing.signUp()
  t.same((await stranger.get('/api/me/payments')).body.payments, [])
  t.equal((await stranger.get('/api/studio/payments')).status, 403)
  const mine = (await member.get('/api/me/payments?limit=1')).body
  t.match(mine.payments, [{ kind: 'rent' }])
  const rest = `/api/me/payments?limit=1&cursor=${encodeURIComponent(String(mine.nextCursor))}`
  t.match((await member.get(rest)).body, { payments: [{ kind: 'plan' }], nextCursor: null })
  t.match((await stranger.get(rest)).body, { payments: [], nextCursor: null })
  t.equal((await member.get('/api/me/payments?cursor=nonsense')).status, 400)
  t.equal((await member.get('/api/me/payments?limit=121')).status, 400)
  const { body } = await operator.get(`/api/studio/payments?userId=${member.id}&limit=1`)
  t.match(body.payments, [{ kind: 'rent', user: { email: member.email }, ends: true }])
  const cursor = encodeURIComponent(String(body.nextCursor))
  const next = await operator.get(
    `/api/studio/payments?userId=${member.id}&limit=1&cursor=${cursor}`,
  )
  t.match(next.body, { payments: [{ kind: 'plan', ends: true }], nextCursor: null })
  t.equal((await operator.get('/api/studio/payments?cursor=nonsense')).status, 400)
})

t.test('a payment for something else that is too large to be kept locks nobody out', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id } = await paymentOf(member.id)
  const huge = { ...(await billing.stripe.charges.retrieve(id)), amount: 2_500_000_000 }
  const url = '/v1/charges'
  const body = {
    object: 'list',
    url,
    has_more: false,
    data: [{ ...huge, id: 'ch_huge', payment_intent: null, currency: 'idr' }],
  }
  billing.proxy.refuse = ({ method, path }) =>
    method === 'GET' && path.startsWith(`${url}?`) ? { status: 200, body } : null
  await billing.cancelNow()
  billing.proxy.refuse = () => null
  t.equal(await member.access(), 'subscription_ended', 'the sync went through')
  t.equal(await database.payment.count({ where: { id: 'ch_huge' } }), 0)
})

t.test('history is filled in by a sync', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  await database.payment.deleteMany({ where: { userId: member.id } })
  clock.advance(60)
  await member.post('/api/billing/refresh')
  t.equal(await database.payment.count({ where: { userId: member.id } }), 1)
})

t.test('a refund in part is a discount, and one of the rest takes access back', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id } = await paymentOf(member.id)
  const refund = (body: object) => operator.post(`/api/studio/payments/${id}/refund`, body)
  t.match(await refund({ amount: 901 }), { status: 400, body: { fields: [{ field: 'amount' }] } })
  t.match(await refund({ amount: 100 }), { status: 200, body: { amountRefunded: 100, ends: true } })
  t.equal(await member.access(), 'subscription')
  t.match(await refund({}), { status: 200, body: { amountRefunded: 900, ends: false } })
  t.equal(await member.access(), 'refunded')
  t.match(await refund({}), { status: 409 }, 'nothing is left')
  t.equal(
    await database.auditEntry.count({
      where: { action: 'payment.refunded', actorId: operator.id, subject: `user:${member.id}` },
    }),
    2,
  )
  t.equal((await member.post(`/api/studio/payments/${id}/refund`, {})).status, 403)
})

t.test('a refund can end the plan, now or at the end of the period', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id } = await paymentOf(member.id)
  const url = `/api/studio/payments/${id}/refund`
  t.equal((await operator.post(url, { amount: 100, cancel: 'period_end' })).status, 200)
  t.match((await member.get('/api/billing')).body.plan, { endsAt: String })
  t.equal((await operator.post(url, { amount: 100, cancel: 'now' })).status, 200)
  t.equal(await member.access(), 'subscription_ended')
})

t.test('a refund is told of also where the plan has ended, or cannot be ended now', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id } = await paymentOf(member.id)
  const url = `/api/studio/payments/${id}/refund`
  const told = () =>
    database.auditEntry.count({
      where: { action: 'payment.refunded', subject: `user:${member.id}` },
    })
  billing.proxy.refuse = ({ method, path }) =>
    method === 'DELETE' && path.startsWith('/v1/subscriptions')
      ? { status: 500, error: { type: 'api_error' } }
      : null
  t.equal((await operator.post(url, { amount: 100, cancel: 'now' })).status, 502)
  billing.proxy.refuse = () => null
  t.equal(await told(), 1, 'the money went back all the same')
  await billing.settle()
  await billing.cancelNow()
  for (const cancel of ['now', 'period_end']) {
    t.match(await operator.post(url, { amount: 100, cancel }), { status: 200 })
  }
  t.equal(await told(), 3)
  t.equal((await paymentOf(member.id)).amountRefunded, 300)
})

t.test('a plan whose payment was refunded is paid again in one press', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  t.equal((await member.post('/api/billing/pay-again')).status, 409, 'nothing to pay')
  await operator.post(`/api/studio/payments/${(await paymentOf(member.id)).id}/refund`)
  t.equal(await member.access(), 'refunded')
  const before = (await billing.subscription()).id
  const first = await member.post('/api/billing/pay-again')
  const again = await member.post('/api/billing/pay-again')
  t.equal(first.status, 201)
  t.equal(again.body.url, first.body.url, 'pressed twice it is the same page')
  t.equal((await billing.stripe.subscriptions.retrieve(before)).status, 'canceled')
  await member.pay(/cs_test_\w+/.exec(first.body.url ?? '')?.[0] ?? '')
  await billing.settle()
  t.equal(await member.access(), 'subscription')
  const running = await database.subscription.count({
    where: { userId: member.id, status: 'active' },
  })
  t.equal(running, 1)
})

t.test('two pages of one film, rent and buy, are never both paid for', async (t) => {
  const member = await billing.signUp()
  const rent = await member.checkout({ videoId: billing.video, kind: 'rent' })
  const buy = await member.checkout({ videoId: billing.video, kind: 'buy' })
  t.equal((await billing.stripe.checkout.sessions.retrieve(rent)).status, 'expired')
  await member.pay(buy)
  await billing.settle()
  t.equal(await member.access(), 'bought')
})

/** Pages of one film, rent and buy, of which the first is paid though it was told to expire. */
async function bothPaid() {
  const member = await billing.signUp()
  const rent = await member.checkout({ videoId: billing.video, kind: 'rent' })
  const session = await billing.stripe.checkout.sessions.retrieve(rent)
  billing.proxy.refuse = ({ path }) =>
    path.endsWith('/expire') ? { status: 200, body: { ...session, status: 'expired' } } : null
  const buy = await member.checkout({ videoId: billing.video, kind: 'buy' })
  billing.proxy.refuse = () => null
  billing.services.clock.advance(30)
  await member.pay(rent)
  billing.services.clock.advance(30)
  await member.pay(buy)
  const purchases = async () => {
    const rows = await billing.services.database.purchase.findMany({
      where: { userId: member.id },
      orderBy: { amount: 'asc' },
    })
    return rows.map(({ kind, status }) => `${kind} ${status}`)
  }
  const audited = () =>
    billing.services.database.auditEntry.findMany({
      where: { action: 'purchase.refunded_double', subject: `user:${member.id}` },
    })
  return { member, rent, purchases, audited }
}

t.test('two pages of one film that were both paid: the lesser goes back by itself', async (t) => {
  const { member, rent, purchases, audited } = await bothPaid()
  await billing.settle()
  await billing.settle()
  t.same(await purchases(), ['rent refunded', 'buy paid'])
  t.equal(await member.access(), 'bought')
  t.match(await audited(), [
    { actorId: null, details: { purchase: rent, amount: 399, currency: 'usd' } },
  ])
  t.equal((await audited()).length, 1)
})

t.test(
  'where Stripe refuses to pay it back, all else is stored, and it goes back later',
  async (t) => {
    const { member, rent, purchases, audited } = await bothPaid()
    billing.proxy.refuse = ({ method, path }) =>
      method === 'POST' && path.startsWith('/v1/refunds')
        ? { status: 400, error: { type: 'invalid_request_error', code: 'balance_insufficient' } }
        : null
    await billing.settle()
    const confirmed = await member.post('/api/billing/confirm', { sessionId: rent })
    t.match(confirmed, { status: 200, body: { purchase: { id: rent } } })
    t.same(await audited(), [])
    billing.proxy.refuse = () => null
    await member.post('/api/billing/confirm', { sessionId: rent })
    await billing.settle()
    t.same(await purchases(), ['rent refunded', 'buy paid'])
    t.equal((await audited()).length, 1)
  },
)

t.test('where Stripe is away at that moment, it goes back later', async (t) => {
  const { member, purchases, audited } = await bothPaid()
  billing.proxy.refuse = ({ method, path }) =>
    method === 'POST' && path.startsWith('/v1/refunds')
      ? { status: 500, error: { type: 'api_error' } }
      : null
  await billing.settle()
  billing.proxy.refuse = () => null
  t.same(await purchases(), ['rent paid', 'buy paid'])
  t.same(await audited(), [])
  billing.services.clock.advance(60)
  await billing.settle()
  await billing.settle()
  t.same(await purchases(), ['rent refunded', 'buy paid'])
  t.equal((await audited()).length, 1)
  t.equal(await member.access(), 'bought')
})
