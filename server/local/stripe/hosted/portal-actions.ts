import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { cancelSubscription } from '../billing/cancel.ts'
import { testCard } from '../billing/cards.ts'
import { changeSubscription } from '../billing/change.ts'
import { attach, newCard } from '../billing/payment-methods.ts'
import { nextPeriodEnd } from '../billing/renew.ts'
import { keeping } from '../doors.ts'
import { cardError, Fault } from '../http/faults.ts'
import { idOf } from '../ids.ts'

export interface PortalOutcome {
  done?: string
  error?: string
  typedNumber?: string
}

/** Carries out a button of the portal, and says in words what has changed. */
export function actInPortal(
  account: Account,
  customer: Stripe.Customer,
  { action, fill, number, subscription: id }: Record<string, string | undefined>,
): PortalOutcome {
  if (fill) return { typedNumber: fill }
  const subscription = account.tables.subscriptions.get(id ?? '')
  const own = subscription && idOf(subscription.customer) === customer.id ? subscription : undefined
  try {
    return keeping(account, () => {
      if (action === 'card') return changeCard(account, customer, number ?? '')
      if (!own || own.ended_at !== null) return { error: 'That subscription has already ended.' }
      if (action === 'cancel') return cancelLater(account, own)
      if (action === 'cancel_now') {
        cancelSubscription(account, own, {})
        return { done: 'The subscription has ended.' }
      }
      if (action === 'resume') {
        changeSubscription(account, own, { cancel_at: null })
        return { done: 'The subscription goes on.' }
      }
      return {}
    })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { error: error.message, typedNumber: number }
  }
}

/**
 * In flexible billing mode Stripe's portal sets `cancel_at` to the end of the last period and
 * leaves `cancel_at_period_end` false; in classic mode it sets both.
 */
function cancelLater(account: Account, subscription: Stripe.Subscription): PortalOutcome {
  const flexible = subscription.billing_mode.type === 'flexible'
  changeSubscription(
    account,
    subscription,
    flexible ? { cancel_at: nextPeriodEnd(subscription) } : { cancel_at_period_end: true },
  )
  return { done: 'The subscription ends with the current period. You can still change your mind.' }
}

/** The new card becomes the default of the customer and of the running subscriptions. */
function changeCard(account: Account, customer: Stripe.Customer, number: string): PortalOutcome {
  const card = testCard(number)
  if (!card) {
    throw cardError('Your card number is incorrect. Only test cards work here.', {
      code: 'incorrect_number',
    })
  }
  const method = attach(
    account,
    newCard(account, card, { billing: { email: customer.email } }).id,
    customer.id,
  )
  account.update(
    account.tables.customers,
    customer,
    {
      invoice_settings: { ...customer.invoice_settings, default_payment_method: method.id },
    },
    'customer.updated',
  )
  for (const subscription of account.tables.subscriptions.by('customer', customer.id)) {
    if (subscription.ended_at !== null) continue
    account.update(
      account.tables.subscriptions,
      subscription,
      { default_payment_method: method.id },
      'customer.subscription.updated',
    )
  }
  return { done: `The card ending in ${method.card?.last4} is used from now on.` }
}
