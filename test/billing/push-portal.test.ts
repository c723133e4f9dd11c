import t from 'tap'
import { findPortal, pushPortal } from '../../server/billing/plans/push-portal.ts'
import { type Billing, openBilling } from '../fixtures/stripe.ts'

const portals = async ({ stripe }: Billing) =>
  (await stripe.billingPortal.configurations.list({ active: true })).data

/** What the portal's page says to someone who has opened it. */
async function portalPage(body: Record<string, unknown>) {
  const page = await fetch(String(body.url))
  return page.text()
}

t.test('pushing plans makes the portal, once', async (t) => {
  const billing = await openBilling(t)
  const count = (await portals(billing)).length
  t.match(await findPortal(billing.stripe), {
    default_return_url: `${billing.services.config.PUBLIC_URL}/account?from=portal`,
    features: {
      subscription_cancel: { enabled: true, mode: 'at_period_end' },
      subscription_update: { enabled: true, proration_behavior: 'always_invoice' },
      payment_method_update: { enabled: true },
      invoice_history: { enabled: true },
    },
  })
  t.equal(await pushPortal(billing.services), 'same')
  t.equal((await portals(billing)).length, count)
})

t.test('the portal offers the plans on sale, and no other', async (t) => {
  const billing = await openBilling(t)
  const plan = await billing.services.database.plan.findUniqueOrThrow({ where: { id: 'premium' } })
  const offered = async () =>
    (await findPortal(billing.stripe))?.features.subscription_update.products?.map(
      ({ product }) => product,
    )
  t.equal((await offered())?.length, 2)
  await billing.stripe.products.update(plan.stripeProductId ?? '', { active: false })
  await billing.settle()
  t.equal(await pushPortal(billing.services), 'updated')
  const left = await offered()
  t.equal(left?.length, 1)
  t.notOk(left?.includes(plan.stripeProductId ?? ''))
})

t.test('the portal that was pushed is the one that opens', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { body } = await member.post('/api/billing/portal')
  t.match(await portalPage(body), 'Premium')
  const ours = (await findPortal(billing.stripe))?.id ?? ''
  await billing.stripe.billingPortal.configurations.update(ours, {
    features: { subscription_update: { enabled: false } },
  })
  const second = await member.post('/api/billing/portal')
  t.notMatch(await portalPage(second.body), 'Premium')
})

t.test("without a portal of ours the operator's own is opened", async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const ours = (await findPortal(billing.stripe))?.id ?? ''
  await billing.stripe.billingPortal.configurations.update(ours, { active: false })
  t.equal(await findPortal(billing.stripe), undefined)
  t.match(await member.post('/api/billing/portal'), { status: 201 })
})

t.test('a key that may not look at configurations opens the portal all the same', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const path = '/v1/billing_portal/configurations'
  await billing.door('/_local/trouble', { status: 403, count: 1, path })
  t.match(await member.post('/api/billing/portal'), { status: 201 })
  await billing.door('/_local/trouble', { status: 500, count: 10, path })
  t.match(await member.post('/api/billing/portal'), { status: 502 }, 'but not in spite of trouble')
})
