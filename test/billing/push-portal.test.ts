import t from 'tap'
import { findPortal, pushPortal } from '../../server/billing/push-portal.ts'
import { openShop, type Shop } from './shop.ts'

const portals = async ({ stripe }: Shop) =>
  (await stripe.billingPortal.configurations.list({ active: true })).data

/** What the portal's page says to someone who has opened it. */
async function portalPage(body: Record<string, unknown>) {
  const page = await fetch(String(body.url))
  return page.text()
}

t.test('pushing plans makes the portal, once', async (t) => {
  const shop = await openShop(t)
  const count = (await portals(shop)).length
  t.match(await findPortal(shop.stripe), {
    default_return_url: `${shop.services.config.PUBLIC_URL}/account?from=portal`,
    features: {
      subscription_cancel: { enabled: true, mode: 'at_period_end' },
      subscription_update: { enabled: true, proration_behavior: 'always_invoice' },
      payment_method_update: { enabled: true },
      invoice_history: { enabled: true },
    },
  })
  t.equal(await pushPortal(shop.services), 'same')
  t.equal((await portals(shop)).length, count)
})

t.test('the portal offers the plans on sale, and no other', async (t) => {
  const shop = await openShop(t)
  const plan = await shop.services.database.plan.findUniqueOrThrow({ where: { id: 'premium' } })
  const offered = async () =>
    (await findPortal(shop.stripe))?.features.subscription_update.products?.map(
      ({ product }) => product,
    )
  t.equal((await offered())?.length, 2)
  await shop.stripe.products.update(plan.stripeProductId ?? '', { active: false })
  await shop.settle()
  t.equal(await pushPortal(shop.services), 'updated')
  const left = await offered()
  t.equal(left?.length, 1)
  t.notOk(left?.includes(plan.stripeProductId ?? ''))
})

t.test('the portal that was pushed is the one that opens', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  const { body } = await member.post('/api/billing/portal')
  t.match(await portalPage(body), 'Premium')
  const ours = (await findPortal(shop.stripe))?.id ?? ''
  await shop.stripe.billingPortal.configurations.update(ours, {
    features: { subscription_update: { enabled: false } },
  })
  const second = await member.post('/api/billing/portal')
  t.notMatch(await portalPage(second.body), 'Premium')
})

t.test("without a portal of ours the operator's own is opened", async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  const ours = (await findPortal(shop.stripe))?.id ?? ''
  await shop.stripe.billingPortal.configurations.update(ours, { active: false })
  t.equal(await findPortal(shop.stripe), undefined)
  t.match(await member.post('/api/billing/portal'), { status: 201 })
})

t.test('a key that may not look at configurations opens the portal all the same', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  const path = '/v1/billing_portal/configurations'
  await shop.door('/_local/trouble', { status: 403, count: 1, path })
  t.match(await member.post('/api/billing/portal'), { status: 201 })
  await shop.door('/_local/trouble', { status: 500, count: 10, path })
  t.match(await member.post('/api/billing/portal'), { status: 502 }, 'but not in spite of trouble')
})
