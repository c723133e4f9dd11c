import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { cancelSubscription } from '../billing/cancel.ts'
import { testCard } from '../billing/cards.ts'
import { applyChanges, changeSubscription } from '../billing/change.ts'
import { formatAmount } from '../billing/money.ts'
import { newCard } from '../billing/payment-methods.ts'
import { confirmSetup, createSetup } from '../billing/setup.ts'
import { checkEmail } from '../http/email.ts'
import { cardError, Fault } from '../http/faults.ts'
import { keeping } from '../http/keeping.ts'
import type { Fields } from './fields.ts'
import { cancelModes, type Portal, subscriptionsIn, switchablePrices } from './portal-view.ts'

export interface PortalOutcome {
  done?: string
  error?: string
  typedNumber?: string
  /** A change of plan that waits for a yes: what it costs now. */
  offer?: { price: Stripe.Price; subscription: string; due: string }
  /** Where the customer goes next. */
  goTo?: string
}

/** Carries out a button of the portal, and says in words what has changed. */
export function actInPortal(account: Account, portal: Portal, fields: Fields): PortalOutcome {
  if (fields.fill) return { typedNumber: fields.fill }
  try {
    return keeping(account, () => act(account, portal, fields))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { error: error.message, typedNumber: fields.number }
  }
}

function act(account: Account, portal: Portal, fields: Fields): PortalOutcome {
  const { features } = portal.configuration
  const { action, number = '', price, subscription: id, name, email } = fields
  if (action === 'card' && features.payment_method_update.enabled) {
    return changeCard(account, portal, number)
  }
  if (action === 'details' && features.customer_update.enabled) {
    const allowed = features.customer_update.allowed_updates
    checkEmail(email)
    const changes = {
      ...(name !== undefined && allowed.includes('name') ? { name: name || null } : {}),
      ...(email && allowed.includes('email') ? { email } : {}),
    }
    account.update(account.tables.customers, portal.customer, changes, 'customer.updated')
    return { done: 'Your details are saved.' }
  }
  const subscription = subscriptionsIn(account, portal).find((own) => own.id === id)
  if (!subscription) return { error: 'That subscription has already ended.' }
  if (action === 'switch') return offerSwitch(account, portal, subscription, price)
  if (action === 'confirm_switch') return switchPrice(account, portal, subscription, price)
  if (action === 'resume') {
    changeSubscription(account, subscription, { cancel_at: null })
    return { done: 'The subscription goes on.' }
  }
  return cancel(account, portal, subscription, action)
}

/**
 * In flexible billing mode Stripe's portal sets `cancel_at` to the end of the last period and
 * leaves `cancel_at_period_end` false; in classic mode it sets both.
 */
function cancel(
  account: Account,
  portal: Portal,
  subscription: Stripe.Subscription,
  action: string | undefined,
): PortalOutcome {
  const modes = cancelModes(portal)
  if (action === 'cancel_now' && modes.includes('immediately')) {
    cancelSubscription(account, subscription, {})
    return { done: 'The subscription has ended.' }
  }
  if (action !== 'cancel' || !modes.includes('at_period_end')) return {}
  const flexible = subscription.billing_mode.type === 'flexible'
  changeSubscription(
    account,
    subscription,
    flexible ? { cancel_at: 'max_period_end' } : { cancel_at_period_end: true },
  )
  return { done: 'The subscription ends with the current period. You can still change your mind.' }
}

function switchParams(
  account: Account,
  portal: Portal,
  subscription: Stripe.Subscription,
  id: string | undefined,
) {
  const price = switchablePrices(account, portal, subscription).find((one) => one.id === id)
  const item = subscription.items.data[0]
  if (!price || !item) return undefined
  const { proration_behavior, trial_update_behavior } =
    portal.configuration.features.subscription_update
  const ends = subscription.status === 'trialing' && trial_update_behavior === 'end_trial'
  return {
    price,
    changes: {
      items: [{ id: item.id, price: price.id, quantity: item.quantity ?? 1 }],
      proration_behavior: proration_behavior as 'always_invoice' | 'create_prorations' | 'none',
      payment_behavior: 'error_if_incomplete' as const,
      ...(ends ? { trial_end: 'now' as const } : {}),
    },
  }
}

const notOffered = { error: 'That plan is not offered any more. Choose another.' }

/** What the change would cost now, before it is made. */
function offerSwitch(
  account: Account,
  portal: Portal,
  subscription: Stripe.Subscription,
  id: string | undefined,
): PortalOutcome {
  const params = switchParams(account, portal, subscription, id)
  if (!params) return notOffered
  const draft = account.rehearse(() => applyChanges(account, subscription, params.changes))
  const due = formatAmount(draft?.amount_due ?? 0, subscription.currency)
  return { offer: { price: params.price, subscription: subscription.id, due } }
}

function switchPrice(
  account: Account,
  portal: Portal,
  subscription: Stripe.Subscription,
  id: string | undefined,
): PortalOutcome {
  const params = switchParams(account, portal, subscription, id)
  if (!params) return notOffered
  changeSubscription(account, subscription, params.changes)
  return { done: 'The plan is changed.' }
}

/** Sets the card up; its holder may have to confirm before it becomes the default. */
function changeCard(account: Account, { customer, path }: Portal, number: string): PortalOutcome {
  const card = testCard(number)
  if (!card) {
    throw cardError('Your card number is incorrect. Only test cards work here.', {
      code: 'incorrect_number',
    })
  }
  const method = newCard(account, card, { billing: { email: customer.email } })
  const intent = createSetup(account, { customer: customer.id })
  account.put(account.tables.setupPurposes, { id: intent.id, customer: customer.id })
  const done = confirmSetup(account, intent, method.id)
  if (done.status === 'requires_action') return { goTo: `/confirm/${done.id}?back=${path}` }
  return { done: `The card ending in ${method.card?.last4} is used from now on.` }
}
