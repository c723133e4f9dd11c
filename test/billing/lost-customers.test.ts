import t from 'tap'
import { sweep } from '../../server/billing/reconcile/sweep.ts'
import { openBilling } from '../fixtures/stripe.ts'

const billing = await openBilling(t)
const { database } = billing.services

/** What happens when the database comes to another Stripe account, or to live mode. */
async function makeUnknown(userId: string): Promise<string> {
  // An event still on its way would bring back the customer that Stripe does know.
  await billing.settle()
  const { id } = await database.stripeCustomer.findFirstOrThrow({ where: { userId } })
  const unknown = `cus_unknown${userId.slice(-12)}`
  await database.$transaction([
    database.stripeCustomer.update({ where: { id }, data: { id: unknown } }),
    database.user.update({ where: { id: userId }, data: { stripeCustomerId: unknown } }),
    database.subscription.updateMany({ where: { userId }, data: { customerId: unknown } }),
    database.purchase.updateMany({ where: { userId }, data: { customerId: unknown } }),
  ])
  return unknown
}

const presses: [string, number][] = [
  ['/api/billing/portal', 409],
  ['/api/billing/refresh', 200],
  ['/api/billing/resume', 409],
  ['/api/billing/cancel', 409],
]

for (const [url, status] of presses) {
  t.test(`a customer that Stripe does not know is let go by ${url}`, async (t) => {
    const member = await billing.signUp()
    await member.subscribe('standard')
    t.equal(await member.access(), 'subscription')
    await makeUnknown(member.id)
    billing.services.clock.advance(60)
    t.equal((await member.post(url)).status, status)
    t.equal(await member.access(), 'not_entitled')
    t.equal(await member.customer(), '')
  })
}

t.test('a checkout makes a new customer in the same request', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  await makeUnknown(member.id)
  t.equal((await member.get('/api/billing/invoices')).status, 200)
  await member.subscribe('standard')
  t.equal(await member.access(), 'subscription')
  t.equal(await database.stripeCustomer.count({ where: { userId: member.id } }), 2)
})

t.test('what Stripe has no payment of is not bought any more', async (t) => {
  const member = await billing.signUp()
  await member.pay(await member.checkout({ videoId: billing.video, kind: 'buy' }))
  await billing.settle()
  t.equal(await member.access(), 'bought')
  await makeUnknown(member.id)
  await database.purchase.updateMany({
    where: { userId: member.id },
    data: { id: `cs_test_elsewhere${member.id.slice(-12)}` },
  })
  await sweep(billing.services)
  t.equal(await member.access(), 'disputed')
})

t.test('what was paid by a customer that is deleted stays what it was paid for', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  await member.pay(await member.checkout({ videoId: billing.video, kind: 'buy' }))
  await billing.settle()
  const paid = async () => {
    const where = { userId: member.id }
    const rows = await database.payment.findMany({ where, orderBy: { amount: 'asc' } })
    return rows.map(({ kind, amount }) => [kind, amount])
  }
  const before = await paid()
  t.same(before, [
    ['plan', 900],
    ['buy', 1299],
  ])
  await billing.stripe.customers.del(await member.customer())
  await billing.settle()
  t.same(await paid(), before)
})

t.test('one that was deleted while its event is still on its way is let go too', async (t) => {
  await billing.settle()
  await billing.webhooks({ mode: 'drop' })
  const member = await billing.signUp()
  await member.subscribe('standard')
  await billing.stripe.customers.del(await member.customer())
  await member.subscribe('standard')
  t.equal(await member.access(), 'subscription')
  await billing.webhooks({ mode: 'deliver' })
})

t.test('a refund after the customer was deleted takes the film back', async (t) => {
  const member = await billing.signUp()
  await member.pay(await member.checkout({ videoId: billing.video, kind: 'buy' }))
  await billing.settle()
  await billing.stripe.customers.del(await member.customer())
  await billing.settle()
  t.equal(await member.access(), 'bought', 'what was bought stays bought')
  const { paymentIntentId } = await database.purchase.findFirstOrThrow({
    where: { userId: member.id },
  })
  await billing.stripe.refunds.create({ payment_intent: paymentIntentId ?? '' })
  await billing.settle()
  t.equal(await member.access(), 'refunded')
  t.match((await member.get('/api/me/payments')).body.payments, [
    { kind: 'buy', amount: 1299, amountRefunded: 1299 },
  ])
})
