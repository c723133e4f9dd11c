import t from 'tap'
import { projectSubscription } from '../../server/billing/project-subscription.ts'
import type { Stripe } from '../../server/clients/stripe.ts'
import { charge, dispute, end, invoice, item, start, subscription } from './stripe-objects.ts'

const nothing = { openInvoices: [], reversals: [] }
const date = (at: number) => new Date(at * 1000)

t.test('periods come from the items, in a fixed order', async (t) => {
  const later = end + 86_400
  const items = [item({ id: 'si_2', current_period_end: later }), item({ quantity: 3 })]
  t.same(projectSubscription(subscription({}, items), nothing).items, [
    {
      id: 'si_1',
      priceId: 'price_1',
      productId: 'prod_1',
      quantity: 3,
      currentPeriodStart: date(start),
      currentPeriodEnd: date(end),
    },
    {
      id: 'si_2',
      priceId: 'price_1',
      productId: 'prod_1',
      quantity: 1,
      currentPeriodStart: date(start),
      currentPeriodEnd: date(later),
    },
  ])
})

t.test('an item without a quantity counts once, and an expanded product is its id', async (t) => {
  const metered = item({ quantity: undefined, price: { id: 'p', product: { id: 'prod_2' } } })
  t.match(projectSubscription(subscription({}, [metered]), nothing).items, [
    { quantity: 1, productId: 'prod_2' },
  ])
})

t.test('both ways to cancel are kept', async (t) => {
  const cancelling = subscription({
    cancel_at_period_end: true,
    cancel_at: end,
    canceled_at: start,
  })
  t.match(projectSubscription(cancelling, nothing), {
    cancelAtPeriodEnd: true,
    cancelAt: date(end),
    canceledAt: date(start),
  })
})

t.test('past due counts from the first charge of the oldest open invoice', async (t) => {
  const since = (status: string, openInvoices: Stripe.Invoice[]) =>
    projectSubscription(subscription({ status }), { ...nothing, openInvoices }).pastDueSince
  const older = invoice({ id: 'in_0', status_transitions: { finalized_at: start - 999 } })
  t.same(since('past_due', [invoice()]), date(start + 3600))
  t.same(since('past_due', [invoice(), older]), date(start - 999))
  t.same(since('unpaid', [invoice()]), date(start + 3600))
  t.same(since('past_due', [invoice({ due_date: start + 5 })]), date(start + 5), 'sent by mail')
  t.same(since('past_due', [invoice({ status_transitions: { finalized_at: null } })]), date(start))
  const foreign = invoice({ parent: { subscription_details: { subscription: 'sub_2' } } })
  t.same(since('past_due', [foreign]), date(start), 'none open: the period began unpaid')
  t.equal(since('active', [invoice()]), null)
})

t.test('a period whose money went back is suspended', async (t) => {
  const suspended = (invoiced: Stripe.Invoice, paid: Stripe.Charge, disputes: Stripe.Dispute[]) => {
    const reversals = [{ invoice: invoiced, charge: paid, disputes }]
    return projectSubscription(subscription(), { ...nothing, reversals }).suspended
  }
  const refunded = charge({ refunded: true })
  t.equal(suspended(invoice(), refunded, []), 'refunded')
  t.equal(suspended(invoice(), charge(), [dispute('needs_response')]), 'disputed')
  t.equal(suspended(invoice(), charge(), [dispute('lost')]), 'disputed')
  t.equal(suspended(invoice(), charge(), [dispute('won')]), null)
  t.equal(suspended(invoice({}, { proration: true }), refunded, []), null, 'only an upgrade')
  t.equal(suspended(invoice({}, { end: start }), refunded, []), null, 'the month before')
  const foreign = invoice({ parent: { subscription_details: { subscription: 'sub_2' } } })
  t.equal(suspended(foreign, refunded, []), null, 'another subscription')
  t.equal(suspended(invoice({ parent: null }), refunded, []), null)
})

t.test('a pause that voids invoices suspends the periods it voided', async (t) => {
  const paused = (
    behavior: string | null,
    status: string | null,
    reason = 'subscription_cycle',
  ) => {
    const pause_collection = behavior && { behavior }
    const latest_invoice = status && { status, billing_reason: reason }
    return projectSubscription(subscription({ pause_collection, latest_invoice }), nothing)
  }
  const stopped = { suspended: 'collection_paused' }
  t.match(paused('void', 'void'), { ...stopped, collectionPaused: true })
  const served = { suspended: null }
  t.match(paused('void', 'paid'), { ...served, collectionPaused: true }, 'still paid for')
  t.match(paused('void', null), { ...served, collectionPaused: true })
  t.match(paused('keep_as_draft', 'draft'), { ...served, collectionPaused: false })
  t.match(paused('mark_uncollectible', 'uncollectible'), { ...served, collectionPaused: false })
  t.match(paused(null, 'void'), { ...stopped, collectionPaused: false }, 'resumed, not yet paid')
  t.match(paused(null, 'void', 'subscription_update'), served, 'no renewal')
})
