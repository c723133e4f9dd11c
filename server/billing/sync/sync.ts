import { uuid } from '../../../contract/uuid.ts'
import { audit } from '../../audit/audit.ts'
import type { DatabaseTransaction } from '../../clients/database.ts'
import { lockWithin } from '../../clients/locks.ts'
import type { User } from '../../clients/prisma/client.ts'
import { dateOf } from '../../clients/stripe.ts'
import type { BillingDeps } from '../../services.ts'
import { sessionOf } from '../checkout/checkout-terms.ts'
import { tellOfPaymentFailures } from '../payments/payment-failure-mail.ts'
import { recordWorth } from '../worth/worth-changes.ts'
import { type CustomerSnapshot, fetchCustomer } from './customer-snapshot.ts'
import { delayedPayments, type PaidTimes } from './delayed-payments.ts'
import { type PaymentRow, projectPayment } from './project-payment.ts'
import { type PurchaseRow, projectPurchases } from './project-purchase.ts'
import { projectSubscription, type SubscriptionRow } from './project-subscription.ts'
import { refundIdlePayments } from './refund-idle-payments.ts'
import { storePayments } from './store-payments.ts'
import { losePurchases, storePurchases } from './store-purchases.ts'
import { storeSubscriptions } from './store-subscriptions.ts'

/** What differed from Stripe, and no longer does. */
export type Drift = 'subscription' | 'purchase' | 'customer_deleted'

export interface SyncResult {
  /** Null when the customer is nobody's here. */
  userId: string | null
  /** Running playback learns of it by the database's triggers, within the same transaction. */
  changes: Drift[]
}

interface Projection {
  subscriptions: SubscriptionRow[]
  purchases: PurchaseRow[]
  payments: PaymentRow[]
  trialUsedAt: Date | null
  country: string | null
}

const project = (snapshot: CustomerSnapshot, paidTimes: PaidTimes): Projection => {
  const trials = snapshot.subscriptions.flatMap(({ trial_start }) => trial_start ?? [])
  return {
    subscriptions: snapshot.subscriptions
      .map((subscription) => projectSubscription(subscription, snapshot))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    purchases: snapshot.sales.flatMap((sale) => projectPurchases(sale, paidTimes)),
    payments: snapshot.charges.map((charged) => projectPayment(charged, snapshot.sales)),
    trialUsedAt: trials.length === 0 ? null : dateOf(Math.min(...trials)),
    country: countryOf(snapshot),
  }
}

/** Of the billing address: the customer's own, else what was given with their last payment. */
function countryOf({ customer, charges }: CustomerSnapshot): string | null {
  const [newest] = charges
    .filter(({ charge }) => charge.billing_details.address?.country)
    .toSorted((a, b) => b.charge.created - a.charge.created)
  return customer?.address?.country ?? newest?.charge.billing_details.address?.country ?? null
}

/**
 * Makes what is stored of a customer equal to what Stripe says now. The only writer of
 * subscriptions, purchases and payments: webhooks, the return from checkout, the operator and the
 * sweep all come here, so that neither order nor loss nor repetition of events can matter.
 *
 * The fetch runs outside the lock, so that a slow Stripe blocks nobody. Of two fetches at once the
 * one that began later wins, whichever ends first: each draws a ticket before it begins, and a
 * result is stored only over a lower one.
 *
 * @throws what the Stripe SDK throws; nothing is stored then
 */
export async function syncCustomer(deps: BillingDeps, customerId: string): Promise<SyncResult> {
  const { database, stripe } = deps
  const ticket = await drawTicket(deps)
  const bought = await database.purchase.findMany({
    where: { customerId },
    select: { id: true, paidAt: true },
  })
  const known = bought.map(({ id }) => id)
  const sessions = [...new Set(known.map(sessionOf))]
  const snapshot = await fetchCustomer(stripe, customerId, sessions)
  const paidTimes = await delayedPayments(database, { customerId, bought }, snapshot)
  const projection = project(snapshot, paidTimes)
  const result = await database.$transaction(
    (tx) => store(deps, tx, { customerId, ticket, snapshot, projection, known }),
    { maxWait: 5_000, timeout: 10_000 },
  )
  const { userId, changes } = result
  if (userId === null) return result
  if (changes.includes('subscription')) await tellOfPaymentFailures(deps, userId)
  // Also where nothing is new: the refund may have failed when it was.
  await refundIdlePayments(deps, userId, snapshot.sales)
  return result
}

interface Fetched {
  customerId: string
  ticket: bigint
  snapshot: CustomerSnapshot
  projection: Projection
  known: string[]
}

async function store(
  deps: BillingDeps,
  tx: DatabaseTransaction,
  { customerId, ticket, snapshot, projection, known }: Fetched,
): Promise<SyncResult> {
  // Syncs of one customer come in bursts, and each waits for those before it.
  await tx.$executeRaw`set local lock_timeout = '4s'`
  await lockWithin(tx, customerId)
  const owner = await ownerOf(tx, customerId, snapshot)
  if (owner === null) return { userId: null, changes: [] }
  const { user, customer } = owner
  const userId = user.id
  if (customer.syncTicket !== null && customer.syncTicket > ticket) return { userId, changes: [] }
  const of = { userId, customerId }
  const changes: Drift[] = []
  const now = deps.clock.now()
  const gone = snapshot.customer === null
  if (gone && customer.goneAt === null) {
    await forgetCustomer(tx, of)
    changes.push('customer_deleted')
  }
  if (!gone && user.stripeCustomerId === null) {
    await tx.user.update({ where: { id: userId }, data: { stripeCustomerId: customerId } })
  }
  const { subscriptions, purchases, payments, trialUsedAt, country } = projection
  if (await storeSubscriptions(tx, of, subscriptions)) {
    changes.push('subscription')
    await recordWorth(tx, [userId], now)
  }
  const lost = gone && (await losePurchases(tx, of, known, snapshot.sales))
  if ((await storePurchases(deps, tx, of, purchases)) || lost) changes.push('purchase')
  await storePayments(deps, tx, of, payments)
  await tx.stripeCustomer.update({
    where: { id: customerId },
    data: {
      ...{ syncTicket: ticket, syncedAt: now, goneAt: gone ? (customer.goneAt ?? now) : null },
      // Of one that is gone nothing says any more where it was.
      ...(country !== null && user.deletedAt === null && { country }),
    },
  })
  if (user.trialUsedAt === null && trialUsedAt !== null) {
    await tx.user.update({ where: { id: userId }, data: { trialUsedAt } })
  }
  return { userId, changes }
}

async function drawTicket({ database }: BillingDeps): Promise<bigint> {
  const [row] = await database.$queryRaw<{ ticket: bigint }[]>`
    select nextval('"StripeSyncTicket"') as ticket`
  if (row === undefined) throw new Error('the ticket sequence answered no row')
  return row.ticket
}

/**
 * Whose customer it is. One whose creation was never stored here, or that an operator made in
 * Stripe's dashboard, is known by its metadata.
 */
async function ownerOf(tx: DatabaseTransaction, customerId: string, snapshot: CustomerSnapshot) {
  const stored = await tx.stripeCustomer.findUnique({
    where: { id: customerId },
    include: { user: true },
  })
  if (stored !== null) return { user: stored.user, customer: stored }
  const user = await newOwnerOf(tx, customerId, snapshot)
  if (user === null) return null
  const customer = await tx.stripeCustomer.create({ data: { id: customerId, userId: user.id } })
  return { user, customer }
}

async function newOwnerOf(
  tx: DatabaseTransaction,
  customerId: string,
  { customer }: CustomerSnapshot,
): Promise<User | null> {
  const owner = await tx.user.findUnique({ where: { stripeCustomerId: customerId } })
  const claimed = customer?.metadata.matinee_user ?? ''
  if (owner !== null || !uuid.test(claimed)) return owner
  return tx.user.findUnique({ where: { id: claimed } })
}

/**
 * Stripe cancels the subscriptions of a customer it deletes. What was bought stays bought, as long as
 * Stripe knows of the payment; the next checkout makes a new customer.
 */
async function forgetCustomer(
  tx: DatabaseTransaction,
  { userId, customerId }: { userId: string; customerId: string },
): Promise<void> {
  await tx.checkoutSession.deleteMany({ where: { userId } })
  await tx.user.updateMany({
    where: { id: userId, stripeCustomerId: customerId },
    data: { stripeCustomerId: null },
  })
  const details = { customer: customerId }
  await audit(tx, { actorId: null, action: 'customer.deleted', subject: `user:${userId}`, details })
}
