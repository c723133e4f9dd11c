import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { cancelSubscription } from '../billing/cancel.ts'
import { changeSubscription } from '../billing/change.ts'
import { attemptPayment, methodFor, refuseUnpaid } from '../billing/collect.ts'
import { requireOneCurrency } from '../billing/one-currency.ts'
import { pauseSubscription, resumeSubscription } from '../billing/pause.ts'
import { ownedMethod } from '../billing/payment-methods.ts'
import { priceIn } from '../billing/price-in.ts'
import { newDiscount } from '../billing/redeem.ts'
import { redeemable } from '../billing/redeemable.ts'
import { latest, recurringOf, startSubscription } from '../billing/subscribe.ts'
import { invalid, missing } from '../http/faults.ts'
import { inlinePage, inRange, page, paging } from '../http/pages.ts'
import { type Input, required, shape, text } from '../http/params.ts'
import { del, get, idIn, nothing, post } from '../http/route.ts'
import { idOf } from '../ids.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'
import { findPrice } from './prices.ts'
import {
  cancelInput,
  createInput,
  listInput,
  pauseInput,
  resumeInput,
  updateInput,
} from './subscription-params.ts'

export const subscriptionRoutes = [
  post('/v1/subscriptions', createInput, createSubscription),
  get('/v1/subscriptions', listInput, listSubscriptions),
  get('/v1/subscriptions/:id', nothing, (account, _, ids) => findSubscription(account, idIn(ids))),
  post('/v1/subscriptions/:id', updateInput, (account, input, ids) =>
    changeSubscription(account, findSubscription(account, idIn(ids)), input),
  ),
  del('/v1/subscriptions/:id', cancelInput, (account, input, ids) =>
    cancelSubscription(account, findSubscription(account, idIn(ids)), {
      ...input.cancellation_details,
      invoiceNow: input.invoice_now,
      prorate: input.prorate,
    }),
  ),
  post('/v1/subscriptions/:id/pause', pauseInput, (account, input, ids) =>
    pauseSubscription(account, findSubscription(account, idIn(ids)), {
      unusedTimeFrom: input.bill_for?.unused_time_from?.type,
    }),
  ),
  post('/v1/subscriptions/:id/resume', resumeInput, (account, input, ids) =>
    resumeSubscription(account, findSubscription(account, idIn(ids)), {
      anchor: input.billing_cycle_anchor?.type,
      onlyWhenPaid: input.payment_behavior === 'resume_on_payment_success',
    }),
  ),
  del('/v1/subscriptions/:id/discount', nothing, (account, _, ids) =>
    removeDiscount(account, findSubscription(account, idIn(ids))),
  ),
  get(
    '/v1/subscription_items',
    shape<Stripe.SubscriptionItemListParams>()({ ...paging, subscription: required(text()) }),
    (account, input) =>
      inlinePage(
        findSubscription(account, input.subscription, 'subscription').items.data,
        input,
        '/v1/subscription_items',
      ),
  ),
  get('/v1/subscription_items/:id', nothing, (account, _, ids) => {
    const owner = find(account.tables.itemOwners, 'subscription_item', idIn(ids))
    const { items } = findSubscription(account, owner.subscription)
    return (
      items.data.find(({ id }) => id === owner.id) ??
      find(account.tables.itemOwners, 'subscription_item', '')
    )
  }),
]

const findSubscription = (account: Account, id: string, param?: string) =>
  find(account.tables.subscriptions, 'subscription', id, param)

function createSubscription(account: Account, input: Input<typeof createInput>) {
  if (input.customer === undefined) {
    throw invalid('Missing required param: customer.', {
      code: 'parameter_missing',
      param: 'customer',
    })
  }
  const customer = find(account.tables.customers, 'customer', input.customer, 'customer')
  const items = readItems(account, input)
  requireOneCurrency(account, customer, items[0]?.price.currency ?? null)
  const now = account.nowFor(customer.id)
  const method = input.default_payment_method
  const { subscription, invoice } = startSubscription(account, {
    customer,
    items,
    trialEnd: trialEndOf(input, now),
    billingCycleAnchor: anchorOf(input, now),
    prorate: input.proration_behavior !== 'none',
    metadata: mergeMetadata({}, input.metadata),
    description: input.description,
    defaultPaymentMethod: method
      ? ownedMethod(account, customer.id, method, 'default_payment_method').id
      : null,
    discounts: (input.discounts ?? []).flatMap((given) => {
      const found = redeemable(account, given, customer.id)
      return found ? newDiscount(account, { ...found, customer: customer.id }) : []
    }),
    cancelAt: input.cancel_at,
    cancelAtPeriodEnd: input.cancel_at_period_end,
    collectionMethod: input.collection_method,
    daysUntilDue: input.days_until_due,
    automaticTax: input.automatic_tax?.enabled,
    billingMode: input.billing_mode?.type,
    missingPaymentMethod: input.trial_settings?.end_behavior.missing_payment_method,
    paymentSettings: input.payment_settings,
  })
  if (input.payment_behavior !== 'default_incomplete') {
    payFirst(account, invoice, input)
  }
  return latest(account, subscription)
}

function payFirst(
  account: Account,
  invoice: Stripe.Invoice,
  { payment_behavior }: Input<typeof createInput>,
): void {
  if (invoice.status !== 'open' || invoice.collection_method === 'send_invoice') return
  if (!methodFor(account, invoice)) {
    throw invalid(
      'This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.',
      { code: 'resource_missing' },
    )
  }
  const tried = attemptPayment(account, invoice)
  if (payment_behavior === 'error_if_incomplete')
    refuseUnpaid(account, tried, false, 'subscription')
}

function readItems(account: Account, { items: given, currency }: Input<typeof createInput>) {
  if (!given || given.length === 0) {
    throw invalid('Missing required param: items.', { code: 'parameter_missing', param: 'items' })
  }
  const items = given.map(({ price, quantity, metadata: data }, index) => {
    if (price === undefined) {
      throw invalid(`Missing required param: items[${index}][price].`, {
        code: 'parameter_missing',
        param: `items[${index}][price]`,
      })
    }
    const found = findPrice(account, price, `items[${index}][price]`)
    recurringOf(found, `items[${index}][price]`)
    if (!found.active) {
      throw invalid('The price specified is inactive. This field only accepts active prices.', {
        param: `items[${index}][price]`,
      })
    }
    const inCurrency = priceIn(account, found, currency ?? null)
    if (!inCurrency) {
      throw invalid(`The price specified is not available in ${currency}.`, {
        param: `items[${index}][price]`,
      })
    }
    return { price: inCurrency, quantity: quantity ?? 1, metadata: mergeMetadata({}, data) }
  })
  if (new Set(items.map(({ price }) => price.currency)).size > 1) {
    throw invalid('All prices on a subscription must have the same currency.', { param: 'items' })
  }
  return items
}

function trialEndOf({ trial_end, trial_period_days }: Input<typeof createInput>, now: number) {
  if (trial_end !== undefined && trial_period_days !== undefined) {
    throw invalid('You may only specify one of these parameters: trial_end, trial_period_days.', {
      code: 'parameters_exclusive',
      param: 'trial_end',
    })
  }
  if (trial_end === 'now') return null
  if (trial_end !== undefined && trial_end <= now) {
    throw invalid('Invalid timestamp: must be an integer Unix timestamp in the future.', {
      param: 'trial_end',
    })
  }
  return trial_end ?? (trial_period_days ? now + trial_period_days * 86_400 : null)
}

function anchorOf({ billing_cycle_anchor: anchor }: Input<typeof createInput>, now: number) {
  if (anchor !== undefined && anchor <= now) {
    throw invalid('`billing_cycle_anchor` cannot be in the past.', {
      param: 'billing_cycle_anchor',
    })
  }
  return anchor
}

function removeDiscount(account: Account, subscription: Stripe.Subscription) {
  const discount = account.tables.discounts.get(idOf(subscription.discounts[0] ?? null) ?? '')
  if (!discount) throw missing('discount', subscription.id)
  account.update(
    account.tables.subscriptions,
    subscription,
    { discounts: [] },
    'customer.subscription.updated',
  )
  account.emit('customer.discount.deleted', discount)
  return { ...discount, deleted: true }
}

const ended = new Set(['canceled', 'incomplete_expired'])

function listSubscriptions(account: Account, input: Input<typeof listInput>) {
  const { status, customer, price, test_clock } = input
  const { subscriptions } = account.tables
  const wanted = (subscription: Stripe.Subscription): boolean => {
    if (status === 'all') return true
    if (status === 'ended') return ended.has(subscription.status)
    return status === undefined
      ? subscription.status !== 'canceled'
      : subscription.status === status
  }
  // As in Stripe, subscriptions on a test clock show only for their customer or their clock.
  const onClock = ({ test_clock: clock }: Stripe.Subscription): boolean =>
    test_clock === undefined ? customer !== undefined || !clock : idOf(clock) === test_clock
  return page(
    subscriptions,
    input,
    '/v1/subscriptions',
    (subscription) =>
      wanted(subscription) &&
      onClock(subscription) &&
      (customer === undefined || subscription.customer === customer) &&
      (price === undefined || subscription.items.data.some((item) => item.price.id === price)) &&
      (input.collection_method === undefined ||
        subscription.collection_method === input.collection_method) &&
      inRange(input.created, subscription.created) &&
      subscription.items.data.some(
        (item) =>
          inRange(input.current_period_start, item.current_period_start) &&
          inRange(input.current_period_end, item.current_period_end),
      ),
    customer === undefined ? undefined : subscriptions.by('customer', customer),
  )
}
