import { audit } from '../audit/audit.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { dateOf } from '../clients/stripe.ts'
import type { BillingDeps } from '../services.ts'
import { type CustomerSnapshot, fetchCustomer } from './customer-snapshot.ts'
import { delayedPayments, type PaidTimes } from './delayed-payments.ts'
import { tellOfPaymentFailures } from './payment-failure-mail.ts'
import { type PurchaseRow, projectPurchase } from './project-purchase.ts'
import { projectSubscription, type SubscriptionRow } from './project-subscription.ts'
import { storePurchases } from './store-purchases.ts'
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
  trialUsedAt: Date | null
}

const project = (snapshot: CustomerSnapshot, paidTimes: PaidTimes): Projection => {
  const trials = snapshot.subscriptions.flatMap(({ trial_start }) => trial_start ?? [])
  return {
    subscriptions: snapshot.subscriptions
      .map((subscription) => projectSubscription(subscription, snapshot))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    purchases: snapshot.sales.flatMap((sale) => projectPurchase(sale, paidTimes) ?? []),
    trialUsedAt: trials.length === 0 ? null : dateOf(Math.min(...trials)),
  }
}

/**
 * Makes what is stored of a customer equal to what Stripe says now. The only writer of
 * subscriptions and purchases: webhooks, the return from checkout, the operator and the sweep all
 * come here, so that neither order nor loss nor repetition of events can matter.
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
  const snapshot = await fetchCustomer(stripe, customerId)
  const projection = project(snapshot, await delayedPayments(database, customerId, snapshot))
  const result = await database.$transaction(
    async (tx): Promise<SyncResult> => {
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${customerId}, 0))::text`
      const user = await ownerOf(tx, customerId, snapshot)
      if (user === null) return { userId: null, changes: [] }
      const { id: userId, stripeSyncTicket } = user
      if (stripeSyncTicket !== null && stripeSyncTicket > ticket) return { userId, changes: [] }
      const changes =
        snapshot.customer === null
          ? await forgetCustomer(tx, userId)
          : await store(deps, tx, userId, projection)
      await tx.user.update({
        where: { id: userId },
        data: {
          stripeSyncTicket: ticket,
          stripeSyncedAt: deps.clock.now(),
          ...(user.trialUsedAt === null && { trialUsedAt: projection.trialUsedAt }),
        },
      })
      return { userId, changes }
    },
    { maxWait: 5_000, timeout: 10_000 },
  )
  if (result.userId !== null && result.changes.includes('subscription')) {
    await tellOfPaymentFailures(deps, result.userId)
  }
  return result
}

async function drawTicket({ database }: BillingDeps): Promise<bigint> {
  const [row] = await database.$queryRaw<{ ticket: bigint }[]>`
    select nextval('"StripeSyncTicket"') as ticket`
  if (row === undefined) throw new Error('the ticket sequence answered no row')
  return row.ticket
}

/** Whose customer it is. One whose creation was never stored here is known by its metadata. */
async function ownerOf(tx: DatabaseTransaction, customerId: string, snapshot: CustomerSnapshot) {
  const owner = await tx.user.findUnique({ where: { stripeCustomerId: customerId } })
  const claimed = snapshot.customer?.metadata.matinee_user
  if (owner !== null || claimed === undefined) return owner
  const adopted = await tx.user.updateManyAndReturn({
    where: { id: claimed, stripeCustomerId: null },
    data: { stripeCustomerId: customerId },
  })
  return adopted[0] ?? null
}

async function store(
  deps: BillingDeps,
  tx: DatabaseTransaction,
  userId: string,
  { subscriptions, purchases }: Projection,
): Promise<Drift[]> {
  const subscribed = await storeSubscriptions(tx, userId, subscriptions)
  const bought = await storePurchases(deps, tx, userId, purchases)
  return [
    ...(subscribed ? ['subscription' as const] : []),
    ...(bought ? ['purchase' as const] : []),
  ]
}

/**
 * Stripe cancels the subscriptions of a customer it deletes. What was bought stays bought; the next
 * checkout makes a new customer.
 */
async function forgetCustomer(tx: DatabaseTransaction, userId: string): Promise<Drift[]> {
  await tx.subscription.deleteMany({ where: { userId } })
  await tx.checkoutSession.deleteMany({ where: { userId } })
  await tx.user.update({ where: { id: userId }, data: { stripeCustomerId: null } })
  await audit(tx, { actorId: null, action: 'customer.deleted', subject: `user:${userId}` })
  return ['customer_deleted']
}
