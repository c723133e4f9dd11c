import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { applyChanges } from '../billing/change.ts'
import { discountsFor } from '../billing/discounts.ts'
import { composeInvoice } from '../billing/invoices.ts'
import { pendingItems, pendingLines } from '../billing/pending-items.ts'
import { newDiscount } from '../billing/redeem.ts'
import { redeemable } from '../billing/redeemable.ts'
import { nextPeriodEnd, planRenewal } from '../billing/renew.ts'
import { latest, recurringOf, startSubscription } from '../billing/subscribe.ts'
import { Fault, invalid } from '../http/faults.ts'
import { clearable, flag, hash, type Input, oneOf, shape, text, timestamp } from '../http/params.ts'
import { post } from '../http/route.ts'
import { idOf, newId } from '../ids.ts'
import { find } from '../store/find.ts'
import { cycleAnchor, discounts, itemChanges, prorationBehavior } from './shared-params.ts'
import { trialEndOrNow } from './subscription-params.ts'

const detailsInput = shape<Stripe.InvoiceCreatePreviewParams.SubscriptionDetails>()({
  billing_cycle_anchor: cycleAnchor,
  cancel_at: clearable(timestamp()),
  cancel_at_period_end: flag(),
  items: itemChanges,
  proration_behavior: prorationBehavior,
  proration_date: timestamp(),
  trial_end: trialEndOrNow,
})

const previewInput = shape<Stripe.InvoiceCreatePreviewParams>()({
  customer: text(),
  discounts,
  preview_mode: oneOf('next', 'recurring'),
  subscription: text(),
  subscription_details: hash(detailsInput),
})

export const invoicePreviewRoutes = [
  post('/v1/invoices/create_preview', previewInput, (account, input) =>
    // A preview is the real thing, undone: so it cannot differ from what will be billed.
    account.rehearse(() => preview(account, input)),
  ),
]

function preview(account: Account, input: Input<typeof previewInput>): Stripe.Invoice {
  if (input.subscription === undefined) return previewNew(account, input)
  const subscription = find(
    account.tables.subscriptions,
    'subscription',
    input.subscription,
    'subscription',
  )
  if (input.customer !== undefined && idOf(subscription.customer) !== input.customer) {
    throw invalid('The subscription does not belong to the customer.', { param: 'subscription' })
  }
  if (input.discounts) giveDiscounts(account, subscription, input.discounts)
  const details = input.subscription_details
  const draft = details ? applyChanges(account, latest(account, subscription), details) : null
  if (draft) return asPreview(draft)
  return asPreview(nextInvoice(account, latest(account, subscription)))
}

/** The invoice that starts a subscription which does not exist yet. */
function previewNew(account: Account, input: Input<typeof previewInput>): Stripe.Invoice {
  const items = input.subscription_details?.items
  if (input.customer === undefined) {
    throw invalid('Missing required param: customer.', {
      code: 'parameter_missing',
      param: 'customer',
    })
  }
  const customer = find(account.tables.customers, 'customer', input.customer, 'customer')
  if (!items || items.length === 0) throw noUpcoming(customer.id)
  const trialEnd = input.subscription_details?.trial_end
  const { invoice } = startSubscription(account, {
    customer,
    items: items.map(({ price: id = '', quantity = 1 }, index) => {
      const name = `subscription_details[items][${index}][price]`
      const price = find(account.tables.prices, 'price', id, name)
      recurringOf(price, name)
      return { price, quantity }
    }),
    trialEnd: trialEnd === 'now' ? null : trialEnd,
    discounts: (input.discounts ?? []).flatMap((given) => {
      const found = redeemable(account, given, customer.id)
      return found ? newDiscount(account, { ...found, customer: customer.id }) : []
    }),
  })
  return asPreview(invoice)
}

function giveDiscounts(
  account: Account,
  subscription: Stripe.Subscription,
  given: { coupon?: string; promotion_code?: string }[],
): void {
  const customer = idOf(subscription.customer)
  const discounts = given.flatMap((discount) => {
    const found = redeemable(account, discount, customer)
    if (!found) return []
    return newDiscount(account, { ...found, customer, subscription: subscription.id }).id
  })
  account.put(account.tables.subscriptions, { ...latest(account, subscription), discounts })
}

/** The renewal to come, with what is pending; only what is pending when the subscription ends. */
function nextInvoice(account: Account, subscription: Stripe.Subscription): Stripe.Invoice {
  const customer = find(account.tables.customers, 'customer', idOf(subscription.customer))
  const end = nextPeriodEnd(subscription)
  const ends =
    subscription.ended_at !== null ||
    (subscription.cancel_at !== null && subscription.cancel_at <= end)
  const { invoice } = planRenewal(account, subscription, customer, end)
  if (!ends) return composeInvoice(account, invoice, newId('in'))
  const pending = pendingItems(account, customer.id, subscription.id)
  if (pending.length === 0) throw noUpcoming(customer.id)
  return composeInvoice(
    account,
    {
      ...invoice,
      lines: pendingLines(account, pending),
      discounts: discountsFor(account, customer, subscription, end),
    },
    newId('in'),
  )
}

const noUpcoming = (customer: string) =>
  new Fault(404, 'invalid_request_error', `No upcoming invoices for customer: ${customer}`, {
    code: 'invoice_upcoming_none',
  })

/** Nothing of a preview exists, so nothing in it can be fetched or paid. */
function asPreview(invoice: Stripe.Invoice): Stripe.Invoice {
  const id = `upcoming_${invoice.id}`
  return {
    ...invoice,
    id,
    billing_reason:
      invoice.billing_reason === 'subscription_cycle' ? 'upcoming' : invoice.billing_reason,
    hosted_invoice_url: null,
    invoice_pdf: null,
    lines: {
      ...invoice.lines,
      data: invoice.lines.data.map((line) => ({ ...line, invoice: id })),
      url: `/v1/invoices/upcoming/lines`,
    },
    amount_paid: 0,
    amount_remaining: invoice.amount_due,
    attempted: false,
    attempt_count: 0,
    number: null,
    status: 'draft',
  }
}
