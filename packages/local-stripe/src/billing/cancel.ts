import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid } from '../http/faults.ts'
import { idOf } from '../ids.ts'
import { attemptPayment, finalizeInvoice } from './collect.ts'
import { endSubscription } from './end.ts'
import { pendingItems } from './pending-items.ts'
import { creditUnused } from './prorate.ts'
import { billPending } from './renew.ts'
import { latest } from './subscribe.ts'

export interface CancelOptions {
  /** The unused rest of the period is given back, as credit. */
  prorate?: boolean
  /** What is still to be billed is billed at once. */
  invoiceNow?: boolean
  comment?: string | null
  feedback?: Stripe.Subscription.CancellationDetails.Feedback | null
}

/** Cancels at once, as the API and the portal do it. */
export function cancelSubscription(
  account: Account,
  subscription: Stripe.Subscription,
  { comment, feedback, prorate = false, invoiceNow = false }: CancelOptions,
): Stripe.Subscription {
  if (subscription.ended_at !== null) {
    throw invalid(`No such subscription: ${subscription.id}`, {
      code: 'resource_missing',
      param: 'id',
    })
  }
  const details = subscription.cancellation_details
  if (prorate && subscription.status !== 'trialing') {
    const now = account.nowFor(idOf(subscription.customer))
    for (const item of subscription.items.data) creditUnused(account, subscription, item, now)
  }
  const ended = endSubscription(
    account,
    {
      ...subscription,
      cancellation_details: {
        comment: comment ?? details?.comment ?? null,
        feedback: feedback ?? details?.feedback ?? null,
        feedback_option: null,
        reason: null,
      },
    },
    'cancellation_requested',
  )
  if (invoiceNow) {
    const draft = billPending(account, ended)
    if (draft) collectNow(account, draft)
  } else if (!prorate) dropPending(account, ended)
  return latest(account, ended)
}

function collectNow(account: Account, draft: Stripe.Invoice): void {
  const invoice = finalizeInvoice(account, draft)
  if (invoice.status === 'open' && invoice.collection_method === 'charge_automatically') {
    attemptPayment(account, invoice)
  }
}

/** "Pending prorations are removed if `invoice_now` and `prorate` are both false." */
function dropPending(account: Account, subscription: Stripe.Subscription): void {
  for (const item of pendingItems(account, idOf(subscription.customer), subscription.id)) {
    if (!item.proration || !item.parent) continue
    account.store.remove(account.tables.invoiceItems, item.id)
    account.emit('invoiceitem.deleted', item)
  }
}
