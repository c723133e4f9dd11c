import t from 'tap'
import { endSubscriptions } from '../../server/billing/end-subscriptions.ts'
import { openBilling } from '../fixtures/stripe.ts'

const billing = await openBilling(t)
const { services, stripe, proxy } = billing
t.afterEach(() => {
  proxy.refuse = () => null
})

const end = (userId: string, refund = false) =>
  endSubscriptions(services, userId, { refund, actorId: null })

t.test('a plan that is paid while it is being ended is ended too', async (t) => {
  const member = await billing.signUp()
  const page = await member.checkout({ priceId: await billing.priceOf('standard') })
  let paid = 0
  proxy.refuse = ({ path }) => {
    if (!path.endsWith('/expire')) return null
    paid += 1
    return member.pay(page).then(() => null)
  }
  const ended = await end(member.id)
  t.equal(paid, 1)
  t.equal(ended.length, 1)
  t.equal((await billing.subscription()).status, 'canceled')
})

t.test('a page that Stripe does not close stops it', async (t) => {
  const member = await billing.signUp()
  const page = await member.checkout({ priceId: await billing.priceOf('standard') })
  proxy.refuse = ({ path }) =>
    path.endsWith('/expire') ? { status: 403, error: { type: 'invalid_request_error' } } : null
  await t.rejects(end(member.id))
  proxy.refuse = () => null
  t.same(await end(member.id), [])
  t.equal((await stripe.checkout.sessions.retrieve(page)).status, 'expired')
})

t.test('the payment before one in dispute is not paid back in its place', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id } = await billing.subscription()
  const paymentMethod = await stripe.paymentMethods.create({
    type: 'card',
    card: { number: '4000000000000259', exp_month: 12, exp_year: 2040, cvc: '123' },
  } as object)
  await stripe.paymentMethods.attach(paymentMethod.id, { customer: await member.customer() })
  await stripe.subscriptions.update(id, { default_payment_method: paymentMethod.id })
  services.clock.advance(32 * 86_400)
  billing.local.catchUp()
  await billing.settle()
  const payments = await services.database.payment.findMany({
    where: { userId: member.id },
    orderBy: { at: 'asc' },
  })
  t.match(payments, [{ dispute: null }, { dispute: 'disputed' }])
  t.same(await end(member.id, true), [id])
  t.equal((await stripe.refunds.list()).data.length, 0)
})

t.test('where the refund fails nothing has ended, and a second try does both', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id } = await billing.subscription()
  proxy.refuse = ({ method, path }) =>
    method === 'POST' && path === '/v1/refunds'
      ? { status: 400, error: { type: 'invalid_request_error', code: 'balance_insufficient' } }
      : null
  await t.rejects(end(member.id, true))
  t.equal((await stripe.subscriptions.retrieve(id)).status, 'active')
  proxy.refuse = () => null
  t.same(await end(member.id, true), [id])
  t.equal((await stripe.subscriptions.retrieve(id)).status, 'canceled')
  t.match((await stripe.refunds.list()).data, [{ amount: 900 }])
})
