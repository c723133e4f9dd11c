import t from 'tap'
import { projectSubscription } from '../../server/billing/sync/project-subscription.ts'
import type { Stripe } from '../../server/clients/stripe.ts'
import type { SubscriptionFact } from '../../server/entitlements/types.ts'
import { worthOfItem } from '../../server/entitlements/worth.ts'
import { charge, dispute, end, invoice, item, start, subscription } from './stripe-objects.ts'

const nothing = {
  customer: null,
  invoices: [],
  charges: [],
  nextAmounts: new Map<string, number>(),
  unconfirmed: new Set<string>(),
}
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
  for (const [line, why, what] of [
    [{}, 'disputed', 'an upgrade that is kept and not paid for'],
    [{ price: 'price_0' }, null, 'an upgrade that was left again'],
    [{ end: start }, null, 'an upgrade in the month before'],
    [{ amount: -450 }, null, 'what was given back'],
  ] as const) {
    const upgrade = invoice({}, { proration: true, ...line })
    t.equal(suspended(upgrade, charge(), [dispute('needs_response')]), why, what)
    t.equal(suspended(upgrade, charge(), [dispute('won')]), null, what)
  }
  t.equal(suspended(invoice({}, { end: start }), refunded, []), null, 'the month before')
  const foreign = invoice({ parent: { subscription_details: { subscription: 'sub_2' } } })
  t.equal(suspended(foreign, refunded, []), null, 'another subscription')
  t.equal(suspended(invoice({ parent: null }), refunded, []), null)
})

/**
 * status | newest invoice (of a renewal) | owed since | access | access in a pause that voids invoices
 *
 * Paid for is the period ("yes"), or it plays until the grace ends ("grace").
 */
const standings = `
  active             | paid                     | -      | yes   | yes
  active             | open                     | -      | yes   | yes
  active             | void                     | -      | yes   | -
  active             | void, not asked          | -      | -     | -
  active             | uncollectible            | charge | grace | grace
  active             | uncollectible, not asked | -      | yes   | yes
  active             | draft                    | -      | yes   | yes
  trialing           | paid                     | -      | yes   | yes
  trialing           | open                     | -      | yes   | yes
  trialing           | void                     | -      | yes   | yes
  trialing           | void, not asked          | -      | yes   | yes
  trialing           | uncollectible            | -      | yes   | yes
  trialing           | uncollectible, not asked | -      | yes   | yes
  trialing           | draft                    | -      | yes   | yes
  past_due           | paid                     | period | grace | grace
  past_due           | open                     | charge | grace | grace
  past_due           | void                     | -      | yes   | -
  past_due           | void, not asked          | -      | -     | -
  past_due           | uncollectible            | charge | grace | grace
  past_due           | uncollectible, not asked | period | grace | grace
  past_due           | draft                    | period | grace | grace
  unpaid             | paid                     | period | -     | -
  unpaid             | open                     | charge | -     | -
  unpaid             | void                     | -      | -     | -
  unpaid             | void, not asked          | -      | -     | -
  unpaid             | uncollectible            | charge | -     | -
  unpaid             | uncollectible, not asked | period | -     | -
  unpaid             | draft                    | period | -     | -
  paused             | paid                     | -      | -     | -
  paused             | open                     | -      | -     | -
  paused             | void                     | -      | -     | -
  paused             | void, not asked          | -      | -     | -
  paused             | uncollectible            | -      | -     | -
  paused             | uncollectible, not asked | -      | -     | -
  paused             | draft                    | -      | -     | -
  incomplete         | paid                     | -      | -     | -
  incomplete         | open                     | -      | -     | -
  incomplete         | void                     | -      | -     | -
  incomplete         | void, not asked          | -      | -     | -
  incomplete         | uncollectible            | -      | -     | -
  incomplete         | uncollectible, not asked | -      | -     | -
  incomplete         | draft                    | -      | -     | -
  incomplete_expired | paid                     | -      | -     | -
  incomplete_expired | open                     | -      | -     | -
  incomplete_expired | void                     | -      | -     | -
  incomplete_expired | void, not asked          | -      | -     | -
  incomplete_expired | uncollectible            | -      | -     | -
  incomplete_expired | uncollectible, not asked | -      | -     | -
  incomplete_expired | draft                    | -      | -     | -
  canceled           | paid                     | -      | -     | -
  canceled           | open                     | -      | -     | -
  canceled           | void                     | -      | -     | -
  canceled           | void, not asked          | -      | -     | -
  canceled           | uncollectible            | -      | -     | -
  canceled           | uncollectible, not asked | -      | -     | -
  canceled           | draft                    | -      | -     | -
`

const pauses = ['-', 'void', 'keep_as_draft', 'mark_uncollectible']

t.test('status, last invoice and pause say together what is owed, and what plays', async (t) => {
  const policy = { graceDays: 7, defaultMaxStreams: 2 }
  for (const line of standings.trim().split('\n')) {
    const [status = '', last = '', owed = '', open, inPause] = line
      .split('|')
      .map((cell) => cell.trim())
    const [state, asked] = last.split(', ')
    const newest = invoice({ status: state, ...(asked && { attempt_count: 0 }) })
    const ended_at = ['canceled', 'incomplete_expired'].includes(status) ? start + 7_200 : null
    for (const pause of pauses) {
      const pause_collection = pause === '-' ? null : { behavior: pause }
      const row = projectSubscription(subscription({ status, pause_collection, ended_at }), {
        ...nothing,
        invoices: [newest, paidBefore],
      })
      const told = `${line}, pause ${pause}`
      t.equal(row.status, status, told)
      const since = { '-': null, charge: start + 3600, period: start }[owed]
      t.same(row.pastDueSince, since == null ? null : date(since), told)
      const [item] = row.items.map((one) => ({ ...one, price: null, plan: null }))
      if (item === undefined) throw new Error('there is no item')
      const fact = { ...row, items: [item] } as SubscriptionFact
      const worth = worthOfItem(fact, item, policy, date(start + 86_400))
      const notice = worth.holds && worth.notice?.kind === 'payment_failed' ? 'grace' : 'yes'
      t.equal(worth.holds ? notice : '-', pause === 'void' ? inPause : open, told)
    }
  }
})

t.test('what is behind with an older invoice owes it, though the newest was voided', async (t) => {
  const older = invoice({
    id: 'in_0',
    created: start - 99,
    status_transitions: { finalized_at: start - 99 },
  })
  const invoices = [invoice({ status: 'void' }), older, paidBefore]
  t.match(projectSubscription(subscription({ status: 'past_due' }), { ...nothing, invoices }), {
    forgiven: false,
    pastDueSince: date(start - 99),
  })
})

t.test('what was never paid for is not paid for, whatever the status', async (t) => {
  const first = (status: string, invoices: object[]) =>
    projectSubscription(subscription({ status }), {
      ...nothing,
      invoices: invoices.map((one) => invoice({ billing_reason: 'subscription_create', ...one })),
    }).suspended
  t.equal(first('active', [{}]), 'payment_pending', 'a bank debit on its way')
  t.equal(first('past_due', [{}]), 'payment_pending', 'one that failed')
  t.equal(first('active', [{ created: end }, { status: 'void' }]), 'payment_pending')
  t.equal(first('active', [{ status: 'paid' }]), null)
  t.equal(first('active', [{ status: 'paid', amount_due: 0 }]), null, 'for nothing')
  t.equal(first('trialing', [{}]), null, 'a trial')
  t.equal(first('active', []), null, 'nothing was asked')
  t.equal(first('active', [{ created: end }, { status: 'paid' }]), null, 'a renewal on its way')
})

t.test('what was never paid for, and cannot be paid any more, has to be bought anew', async (t) => {
  const read = (status: string, states: string[]) => {
    const invoices = states.map((state, index) =>
      invoice({ status: state, billing_reason: 'subscription_create', created: start + index }),
    )
    const row = projectSubscription(subscription({ status }), { ...nothing, invoices })
    return [row.status, row.suspended, row.pastDueSince]
  }
  const expired = ['incomplete_expired', null, null]
  for (const status of ['active', 'past_due', 'unpaid', 'incomplete']) {
    t.same(read(status, ['void']), expired, `${status}, voided`)
    t.same(read(status, ['uncollectible']), expired, `${status}, written off`)
    t.same(read(status, ['void', 'uncollectible']), expired, `${status}, both`)
    t.not(read(status, ['open'])[0], expired[0], `${status}, still to be paid`)
    t.not(read(status, ['void', 'open'])[0], expired[0], `${status}, one still to be paid`)
    t.not(read(status, ['void', 'draft'])[0], expired[0], `${status}, another is written`)
    t.not(read(status, ['draft'])[0], expired[0], `${status}, a draft`)
    t.not(read(status, ['void', 'paid'])[0], expired[0], `${status}, paid`)
    t.not(read(status, ['paid', 'void'])[0], expired[0], `${status}, paid before`)
  }
  t.same(read('active', ['void', 'draft']), ['active', 'payment_pending', null], 'a draft waits')
  t.same(read('active', ['open']), ['active', 'payment_pending', null])
  t.same(read('active', ['paid']), ['active', null, null])
  const cycle = invoice({ status: 'void', attempt_count: 0 })
  const brought = (pause_collection: object | null) =>
    projectSubscription(subscription({ pause_collection }), { ...nothing, invoices: [cycle] })
  t.match(brought({ behavior: 'void' }), { status: 'active', suspended: 'collection_paused' })
  t.match(brought(null), { status: 'active', suspended: 'collection_paused' }, 'after a pause')
  t.same(read('incomplete', []), expired, 'Stripe made nothing to pay')
  t.same(read('active', []), ['active', null, null], 'nothing was asked')
  t.same(read('trialing', ['void']), ['trialing', null, null], 'a trial')
})

t.test('a payment that waits for its owner names the page for it', async (t) => {
  const url = (status: string, ...invoices: Stripe.Invoice[]) =>
    projectSubscription(subscription({ status }), { ...nothing, invoices }).confirmUrl
  t.equal(url('past_due', invoice(), paidBefore), 'https://invoice.example/in_1')
  t.equal(url('active', paidBefore), null)
  t.equal(url('active', invoice({ attempt_count: 0 }), paidBefore), null, 'not asked for yet')
  t.equal(url('canceled', invoice()), null)
})

t.test('the coupon of a customer runs where the subscription has none of its own', (t) => {
  const coupon = (changes: object) =>
    ({
      end: null,
      source: {
        coupon: {
          duration: 'forever',
          percent_off: 25,
          amount_off: null,
          currency: null,
          ...changes,
        },
      },
    }) as unknown as Stripe.Discount
  const of = (own: Stripe.Discount[], general: Stripe.Discount | null) =>
    projectSubscription(subscription({ discounts: own }), {
      ...nothing,
      customer: { discount: general } as Stripe.Customer,
    }).discounts
  const each = { endsAt: null, currency: null, amountOff: null }
  t.same(of([], coupon({})), [{ ...each, percentOff: 25 }])
  t.same(of([coupon({ percent_off: 50 })], coupon({})), [{ ...each, percentOff: 50 }])
  t.same(of([], coupon({ duration: 'once' })), [])
  t.same(of([], null), [])
  t.end()
})

t.test('why it was cancelled is kept', (t) => {
  const cancellation_details = { reason: 'payment_failed', feedback: 'unused', comment: 'No time' }
  t.match(projectSubscription(subscription({ cancellation_details }), nothing), {
    ...{ cancelReason: 'payment_failed', cancelFeedback: 'unused', cancelComment: 'No time' },
  })
  t.match(projectSubscription(subscription({}), nothing), {
    ...{ cancelReason: null, cancelFeedback: null, cancelComment: null },
  })
  t.end()
})
