import t from 'tap'
import { pushPlans, readPlanFile } from '../../server/billing/plans/push-plans.ts'
import { type Billing, openBilling, plans } from '../fixtures/stripe.ts'

const [standard, premium] = plans.plans
const sold = (currencies: { currency: string; amount: number }[] | undefined, amount = 900) =>
  readPlanFile({
    plans: [
      {
        ...standard,
        prices: [{ interval: 'month', amount, currency: 'usd', ...(currencies && { currencies }) }],
      },
    ],
  })
const inTwo = [
  { currency: 'eur', amount: 850 },
  { currency: 'jpy', amount: 1400 },
]

const monthly = (billing: Billing) => billing.priceOf('standard')
const opened = async (billing: Billing, sessionId: string) =>
  billing.stripe.checkout.sessions.retrieve(sessionId)

t.test('a price is kept, and shown, in each currency that Stripe sells it in', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const standardIs = async () => {
    const { body } = await member.get('/api/plans')
    const [plan] = body.plans as { prices: { currencies?: unknown }[] }[]
    return plan?.prices[0]
  }
  t.notOk('currencies' in ((await standardIs()) ?? {}), 'one alone is not a list')
  const id = await monthly(billing)
  t.match(await pushPlans(billing.services, sold(inTwo)), {
    created: [],
    updated: ['matinee_standard_month_usd'],
  })
  t.equal(await monthly(billing), id, 'a currency is added to the price that there is')
  t.match(await standardIs(), { amount: 900, currency: 'usd', currencies: inTwo })
  t.match((await member.get('/api/videos')).status, 200)
  t.same((await pushPlans(billing.services, sold(inTwo))).updated, [])
  t.same((await pushPlans(billing.services, sold(undefined))).updated, [], 'left out, they stay')

  // Stripe's own event does not carry them: they are fetched.
  await billing.stripe.prices.update(id, { currency_options: { gbp: { unit_amount: 700 } } })
  await billing.settle()
  t.match((await standardIs())?.currencies, { 1: { currency: 'gbp', amount: 700 } })

  const dearer = [{ currency: 'eur', amount: 950 }]
  await pushPlans(billing.services, sold(dearer))
  t.not(await monthly(billing), id, 'another amount is another price')
  t.same((await standardIs())?.currencies, dearer)
  await pushPlans(billing.services, sold([], 1000))
  t.notOk('currencies' in ((await standardIs()) ?? {}))
})

t.test('a plan is paid in the currency that was chosen, and stays in it', async (t) => {
  const billing = await openBilling(t)
  await pushPlans(billing.services, sold(inTwo))
  const member = await billing.signUp()
  const priceId = await monthly(billing)
  const sessionId = await member.checkout({ priceId, currency: 'jpy' })
  t.match(await opened(billing, sessionId), { currency: 'jpy', amount_total: 1400 })
  t.equal(await member.checkout({ priceId, currency: 'jpy' }), sessionId, 'the same page again')
  const other = await member.checkout({ priceId, currency: 'eur' })
  t.not(other, sessionId, 'in another currency it is another page')
  t.equal((await opened(billing, sessionId)).status, 'expired')
  await member.pay(other)
  await billing.settle()
  const plan = async () => (await member.get('/api/billing')).body.plan
  t.match(await plan(), { price: { amount: 850, currency: 'eur', interval: 'month' } })

  const change = async (id: string) => member.post('/api/billing/change/preview', { priceId: id })
  t.match(await change(await billing.priceOf('premium')), {
    status: 409,
    body: { detail: 'This plan is sold in another currency than the one you pay in.' },
  })
  const [usd] = premium?.prices ?? []
  const inEuros = { ...usd, currencies: [{ currency: 'eur', amount: 1450 }] }
  await pushPlans(
    billing.services,
    readPlanFile({ plans: [{ ...premium, trialDays: 0, prices: [inEuros] }] }),
  )
  const better = await billing.priceOf('premium')
  const preview = await change(better)
  t.match(preview, { status: 200, body: { currency: 'eur', next: { amount: 1450 } } })
  const { prorationDate, today } = preview.body as {
    prorationDate: string
    today: { amount: number }
  }
  const order = { priceId: better, prorationDate, amount: today.amount }
  t.match(await member.post('/api/billing/change', order), { status: 200 })
  t.match(await plan(), { planId: 'premium', price: { amount: 1450, currency: 'eur' } })
})

t.test('a currency that a plan is not sold in is refused with a sentence', async (t) => {
  const billing = await openBilling(t)
  await pushPlans(billing.services, sold(inTwo))
  const member = await billing.signUp()
  const ask = (body: object) => member.post('/api/billing/checkout', body)
  const priceId = await monthly(billing)
  t.match(await ask({ priceId, currency: 'chf' }), {
    status: 400,
    body: {
      detail: 'This plan is not sold in CHF. Choose another currency.',
      fields: [{ field: 'currency' }],
    },
  })
  t.match(await ask({ priceId, currency: 'CHF' }), { status: 400 })
  t.match(await ask({ videoId: billing.video, kind: 'buy', currency: 'usd' }), { status: 400 })
  t.match(await ask({ priceId, currency: 'usd' }), { status: 201 }, 'its own')
  const yearly = await billing.priceOf('standard', 'year')
  t.match(await ask({ priceId: yearly, currency: 'usd' }), { status: 201 })
  t.match(await ask({ priceId: yearly, currency: 'eur' }), { status: 400 })
})

/** A subscription to something else, made in the dashboard. */
async function payElsewhere(billing: Billing, customer: string, currency: string) {
  const { stripe } = billing
  await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const product = await stripe.products.create({ name: 'A magazine' })
  const price = await stripe.prices.create({
    product: product.id,
    currency,
    unit_amount: 500,
    recurring: { interval: 'month' },
  })
  const { data } = await stripe.paymentMethods.list({ customer })
  await stripe.subscriptions.create({
    customer,
    items: [{ price: price.id }],
    default_payment_method: data[0]?.id ?? '',
  })
  await billing.settle()
}

t.test('who pays in another currency already gets the page in that, or a sentence', async (t) => {
  const billing = await openBilling(t)
  await pushPlans(billing.services, sold(inTwo))
  const priceId = await monthly(billing)
  const bound = async (currency: string) => {
    const member = await billing.signUp()
    const { id } = await billing.stripe.customers.create({ metadata: { matinee_user: member.id } })
    await billing.services.database.$transaction([
      billing.services.database.stripeCustomer.create({ data: { id, userId: member.id } }),
      billing.services.database.user.update({
        where: { id: member.id },
        data: { stripeCustomerId: id },
      }),
    ])
    await payElsewhere(billing, id, currency)
    return member
  }
  const euros = await bound('eur')
  const session = await opened(billing, await euros.checkout({ priceId, currency: 'jpy' }))
  t.match(session, { currency: 'eur', amount_total: 850 })
  const francs = await bound('chf')
  const refused = { status: 409, body: { detail: /already pay in another currency/ } }
  t.match(await francs.post('/api/billing/checkout', { priceId, currency: 'jpy' }), refused)
  t.match(await francs.post('/api/billing/checkout', { priceId }), refused)
})

t.test('a plan that was paid back is paid again in its own currency', async (t) => {
  const billing = await openBilling(t)
  await pushPlans(billing.services, sold(inTwo))
  const member = await billing.signUp()
  const priceId = await monthly(billing)
  await member.pay(await member.checkout({ priceId, currency: 'eur' }))
  await billing.settle()
  const [charge] = (await billing.stripe.charges.list({ limit: 1 })).data
  await billing.stripe.refunds.create({ charge: charge?.id ?? '' })
  await billing.settle()
  const again = async () => {
    const { status, body } = await member.post('/api/billing/pay-again')
    t.equal(status, 201)
    return /cs_test_\w+/.exec(body.url ?? '')?.[0] ?? ''
  }
  const sessionId = await again()
  t.match(await opened(billing, sessionId), { currency: 'eur', amount_total: 850 })
  t.equal(await again(), sessionId, 'pressed twice, the same page')
})

t.test('a plan file names what it cannot be sold in', async (t) => {
  const wrong = (currencies: object[]) => () => sold(currencies as typeof inTwo)
  t.throws(wrong([{ currency: 'eur', amount: 20 }]), { message: /standard: The smallest price/ })
  t.throws(wrong([{ currency: 'usd', amount: 900 }]), { message: /is in usd twice/ })
  t.throws(wrong([{ currency: 'euro', amount: 900 }]), { message: /currency/ })
  t.doesNotThrow(wrong([]))
})
