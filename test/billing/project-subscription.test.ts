import t from 'tap'
import { projectSubscription } from '../../server/billing/project-subscription.ts'
import type { Stripe } from '../../server/clients/stripe.ts'
import { charge, dispute, end, invoice, item, start, subscription } from './stripe-objects.ts'

const nothing = { invoices: [], charges: [], nextAmounts: new Map<string, number>() }
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

/** What was paid before, so that nothing waits for the first payment. */
const paidBefore = invoice({ id: 'in_before', status: 'paid', created: start - 30 * 86_400 })

t.test('past due counts from the first charge of the oldest open invoice', async (t) => {
  const since = (status: string, invoices: Stripe.Invoice[]) =>
    projectSubscription(subscription({ status }), { ...nothing, invoices }).pastDueSince
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
    const charges = [{ invoice: invoiced, charge: paid, disputes }]
    return projectSubscription(subscription(), { ...nothing, charges }).suspended
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

/** status | newest invoice (of a renewal) | pause | suspended | owed since */
const standings = `
  active   | paid                     | -                  | -                 | -
  active   | open                     | -                  | -                 | -
  active   | void                     | -                  | -                 | -
  active   | void, not asked          | -                  | collection_paused | -
  active   | uncollectible            | -                  | -                 | charge
  active   | uncollectible, not asked | -                  | -                 | -
  active   | draft                    | -                  | -                 | -
  active   | paid                     | void               | -                 | -
  active   | void                     | void               | collection_paused | -
  active   | draft                    | keep_as_draft      | -                 | -
  active   | uncollectible, not asked | mark_uncollectible | -                 | -
  past_due | open                     | -                  | -                 | charge
  past_due | void                     | -                  | -                 | period
  past_due | uncollectible            | -                  | -                 | charge
  past_due | open                     | void               | -                 | charge
  past_due | void                     | void               | collection_paused | period
  unpaid   | open                     | -                  | -                 | charge
  unpaid   | uncollectible            | -                  | -                 | charge
  unpaid   | void                     | void               | collection_paused | period
  trialing | paid                     | -                  | -                 | -
  canceled | open                     | -                  | -                 | -
`

t.test(
  'status, last invoice and pause say together what is paid for and what is owed',
  async (t) => {
    for (const line of standings.trim().split('\n')) {
      const [status = '', last = '', pause = '', suspended, owed] = line
        .split('|')
        .map((cell) => cell.trim())
      const [state, asked] = last.split(', ')
      const newest = invoice({ status: state, ...(asked && { attempt_count: 0 }) })
      const pause_collection = pause === '-' ? null : { behavior: pause }
      const row = projectSubscription(subscription({ status, pause_collection }), {
        ...nothing,
        invoices: [newest, paidBefore],
      })
      t.equal(row.suspended ?? '-', suspended, line)
      const since = { '-': null, charge: start + 3600, period: start }[owed ?? '-']
      t.same(row.pastDueSince, since === null || since === undefined ? null : date(since), line)
    }
  },
)

t.test('what was never paid for is not paid for, whatever the status', async (t) => {
  const first = (status: string, invoices: object[]) =>
    projectSubscription(subscription({ status }), {
      ...nothing,
      invoices: invoices.map((one) => invoice({ billing_reason: 'subscription_create', ...one })),
    }).suspended
  t.equal(first('active', [{}]), 'payment_pending', 'a bank debit on its way')
  t.equal(first('past_due', [{}]), 'payment_pending', 'one that failed')
  t.equal(first('unpaid', [{ status: 'uncollectible' }]), 'payment_pending')
  t.equal(first('active', [{ status: 'paid' }]), null)
  t.equal(first('active', [{ status: 'paid', amount_due: 0 }]), null, 'for nothing')
  t.equal(first('trialing', [{}]), null, 'a trial')
  t.equal(first('active', []), null, 'nothing was asked')
  t.equal(first('active', [{ created: end }, { status: 'paid' }]), null, 'a renewal on its way')
})

t.test('a payment that waits for its owner names the page for it', async (t) => {
  const url = (status: string, ...invoices: Stripe.Invoice[]) =>
    projectSubscription(subscription({ status }), { ...nothing, invoices }).confirmUrl
  t.equal(url('past_due', invoice(), paidBefore), 'https://invoice.example/in_1')
  t.equal(url('active', paidBefore), null)
  t.equal(url('active', invoice({ attempt_count: 0 }), paidBefore), null, 'not asked for yet')
  t.equal(url('canceled', invoice()), null)
})
