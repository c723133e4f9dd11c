import { currenciesOf, inCurrency } from '../../../contract/price-currencies.ts'
import { say } from '../../../contract/words/server.ts'
import { idOf, type Stripe } from '../../clients/stripe.ts'
import { MatineeError } from '../../errors.ts'
import { syncPerson } from '../customers.ts'
import type { HolderDeps, PlanSubscription } from '../held.ts'
import { priceOnSale } from '../plans/price-on-sale.ts'
import { refuseDeclined } from './refuse-declined.ts'

/** What a change of plan costs. Amounts in the currency's minor unit. */
export interface ChangePreview {
  planId: string
  name: string
  currency: string
  today: {
    /** What is charged at once. */
    amount: number
    /** What is kept for the payments to come, when the new plan is cheaper. */
    credit: number
  }
  next: { amount: number; interval: string; at: Date }
  /** The moment that prices the time left on the old plan: the change has to name it. */
  prorationDate: Date
}

export interface ChangeOrder {
  priceId: string
  prorationDate: Date
  /** What the viewer has agreed to pay at once. */
  amount: number
}

/** How long amounts that were shown hold. */
const validMs = 15 * 60_000

/**
 * What changing to a price would cost, today and next.
 *
 * @throws MatineeError NOT_FOUND, CONFLICT; what the Stripe SDK throws
 */
export async function previewChange(
  deps: HolderDeps,
  userId: string,
  priceId: string,
): Promise<ChangePreview> {
  const change = await findChange(deps, userId, priceId)
  const now = Math.floor(deps.clock.now().getTime() / 1000)
  return preview(deps, change, new Date(now * 1000))
}

/**
 * Changes the plan and collects what is due at once; one that cannot be collected changes nothing.
 * Coming twice is the same as once.
 *
 * @returns Stripe's page on which the payment is to be confirmed first, where the bank asks for that
 *
 * @throws MatineeError NOT_FOUND, CONFLICT, PAYMENT_DECLINED; what the Stripe SDK throws
 */
export function changePlan(
  deps: HolderDeps,
  userId: string,
  { priceId, prorationDate, amount }: ChangeOrder,
): Promise<string | null> {
  const { stripe, clock, locks } = deps
  return locks.hold(`checkout:${userId}`, async () => {
    await syncPerson(deps, userId)
    const change = await findChange(deps, userId, priceId)
    const { held } = change
    if (held.priceId === priceId) return null
    const age = clock.now().getTime() - prorationDate.getTime()
    if (age < 0 || age > validMs || prorationDate < held.currentPeriodStart) throw outdated()
    const { today } = await preview(deps, change, prorationDate)
    if (today.amount !== amount) throw outdated()
    const params: Stripe.SubscriptionUpdateParams = {
      items: [{ id: held.itemId, price: priceId }],
      proration_behavior: 'always_invoice',
      proration_date: prorationDate.getTime() / 1000,
      payment_behavior: 'pending_if_incomplete',
    }
    await dropPending(stripe, held.subscriptionId)
    const changed = await refuseDeclined(stripe.subscriptions.update(held.subscriptionId, params))
    const confirmUrl = await confirmPage(stripe, changed)
    await syncPerson(deps, userId)
    return confirmUrl
  })
}

/** A change that still waits for its payment gives way to the new one. */
async function dropPending(stripe: Stripe, subscriptionId: string): Promise<void> {
  const { pending_update, latest_invoice } = await stripe.subscriptions.retrieve(subscriptionId)
  const invoice = idOf(latest_invoice)
  if (pending_update !== null && invoice !== null) await stripe.invoices.voidInvoice(invoice)
}

/**
 * Where a change that waits for its payment can be confirmed; null for one that is made.
 *
 * @throws MatineeError PAYMENT_DECLINED where the card was declined; nothing waits then
 */
async function confirmPage(
  stripe: Stripe,
  { pending_update, latest_invoice }: Stripe.Subscription,
): Promise<string | null> {
  const id = idOf(latest_invoice)
  if (pending_update === null || id === null) return null
  const invoice = await stripe.invoices.retrieve(id, { expand: ['payments'] })
  const asked = invoice.payments?.data.find(({ status }) => status === 'open')
  const intentId = idOf(asked?.payment.payment_intent)
  const intent = intentId === null ? null : await stripe.paymentIntents.retrieve(intentId)
  if (intent?.status === 'requires_action' && invoice.hosted_invoice_url) {
    return invoice.hosted_invoice_url
  }
  if (intent?.status === 'processing') return null
  await stripe.invoices.voidInvoice(id)
  throw new MatineeError('PAYMENT_DECLINED')
}

const outdated = () => new MatineeError('CONFLICT', { detail: say('billing.amountsChanged') })

const noPlan = () => new MatineeError('CONFLICT', { detail: say('billing.noPlanYet') })

/** What stands in the way of changing a plan, as a sentence; undefined when nothing does. */
function obstacle(
  { status, suspended, collectionPaused, price }: PlanSubscription,
  currencies: readonly string[],
): string | undefined {
  if (status === 'past_due' || status === 'unpaid') {
    return say('billing.change.open')
  }
  // From the moment in which it is asked for: what is charged in a pause is voided.
  if (collectionPaused || suspended === 'collection_paused' || status === 'paused') {
    return say('billing.change.paused')
  }
  if (suspended === 'payment_pending') return say('billing.change.pending')
  if (suspended !== null) return say('billing.change.wentBack')
  if (price !== null && !currencies.includes(price.currency)) {
    return say('billing.change.currency')
  }
  return undefined
}

async function findChange(deps: HolderDeps, userId: string, priceId: string) {
  const { database } = deps
  const { plan: held } = await deps.heldBy(userId)
  if (held === null) throw noPlan()
  const price = await priceOnSale(database, priceId)
  const detail = obstacle(held, currenciesOf(price))
  if (detail !== undefined) throw new MatineeError('CONFLICT', { detail })
  // Stripe goes on in the currency that the subscription is in.
  return { held, price: inCurrency(price, held.price?.currency ?? price.currency) ?? price }
}

type Change = Awaited<ReturnType<typeof findChange>>

async function preview(
  { stripe }: HolderDeps,
  { held, price }: Change,
  prorationDate: Date,
): Promise<ChangePreview> {
  const at = prorationDate.getTime() / 1000
  const invoice = await stripe.invoices.createPreview({
    subscription: held.subscriptionId,
    subscription_details: {
      items: [{ id: held.itemId, price: price.id }],
      proration_behavior: 'always_invoice',
      proration_date: at,
    },
  })
  // What is charged from then on, with whatever discount goes on.
  const later = await stripe.invoices.createPreview({
    subscription: held.subscriptionId,
    subscription_details: {
      items: [{ id: held.itemId, price: price.id }],
      proration_behavior: 'none',
    },
  })
  const { lines, total, amount_due } = invoice
  // With nothing to be billed at once, as in a trial, Stripe previews the renewal to come.
  const billed = held.status !== 'trialing' && lines.data.some(({ period }) => period.start <= at)
  const end = lines.data.find(({ pricing }) => pricing?.price_details?.price === price.id)?.period
  return {
    planId: price.planId,
    name: price.plan.name,
    currency: price.currency,
    today: billed ? { amount: amount_due, credit: Math.max(0, -total) } : { amount: 0, credit: 0 },
    next: {
      amount: nextAmount(later, price),
      interval: price.interval,
      at: billed && end ? new Date(end.end * 1000) : held.currentPeriodEnd,
    },
    prorationDate,
  }
}

/** Of a preview the part that comes again: what is settled once for the time before does not. */
function nextAmount(
  { lines, total, subtotal }: Stripe.Invoice,
  { id, amount }: { id: string; amount: number },
): number {
  const recurring = lines.data.filter(
    ({ pricing, parent }) =>
      pricing?.price_details?.price === id && parent?.subscription_item_details?.proration !== true,
  )
  if (recurring.length === 0) return amount
  if (recurring.length === lines.data.length) return total
  const once = subtotal - recurring.reduce((sum, line) => sum + line.amount, 0)
  return Math.max(0, total - once)
}
