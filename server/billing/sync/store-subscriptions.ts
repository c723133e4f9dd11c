import { audit } from '../../audit/audit.ts'
import type { DatabaseTransaction } from '../../clients/database.ts'
import type { SubscriptionRow } from './project-subscription.ts'
import type { RunningDiscount } from './running-discounts.ts'

/** What the audit log tells of a subscription. */
const summary = ({ status, cancelAtPeriodEnd, cancelAt, suspended, items }: SubscriptionRow) => ({
  status,
  cancelling: cancelAtPeriodEnd || cancelAt !== null,
  suspended,
  prices: items.map(({ priceId }) => priceId),
})

/**
 * Replaces the stored subscriptions of a customer. Ids are sorted on both sides.
 *
 * @returns whether anything differed
 */
export async function storeSubscriptions(
  tx: DatabaseTransaction,
  { userId, customerId }: { userId: string; customerId: string },
  rows: SubscriptionRow[],
): Promise<boolean> {
  const stored = await loadSubscriptions(tx, { userId, customerId })
  const before = new Map(stored.map((row) => [row.id, row]))
  const changed = rows.filter((row) => !equal(before.get(row.id), row))
  const kept = new Set(rows.map(({ id }) => id))
  const gone = stored.filter(({ id }) => !kept.has(id))
  if (changed.length === 0 && gone.length === 0) return false

  const replaced = [...changed, ...gone].map(({ id }) => id)
  await tx.subscription.deleteMany({ where: { id: { in: replaced } } })
  await tx.subscription.createMany({
    data: changed.map(({ items: _, ...row }) => ({ ...row, userId, customerId })),
  })
  await tx.subscriptionItem.createMany({
    data: changed.flatMap(({ id, items }) =>
      items.map((item) => ({ ...item, subscriptionId: id })),
    ),
  })
  for (const row of changed) {
    const old = before.get(row.id)
    const details = { subscription: row.id, from: old ? summary(old) : null, to: summary(row) }
    const action = old ? 'subscription.changed' : 'subscription.created'
    if (old && equal(summary(old), summary(row))) continue
    await audit(tx, { actorId: null, action, subject: `user:${userId}`, details })
  }
  return true
}

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

async function loadSubscriptions(
  tx: DatabaseTransaction,
  { userId, customerId }: { userId: string; customerId: string },
): Promise<SubscriptionRow[]> {
  const stored = await tx.subscription.findMany({
    where: { userId, OR: [{ customerId }, { customerId: null }] },
    include: { items: { orderBy: { id: 'asc' } } },
  })
  // Key by key, in the order of the projection, so that both compare as text.
  return stored.map((row) => ({
    id: row.id,
    status: row.status,
    cancelAtPeriodEnd: row.cancelAtPeriodEnd,
    cancelAt: row.cancelAt,
    canceledAt: row.canceledAt,
    endedAt: row.endedAt,
    trialEnd: row.trialEnd,
    pastDueSince: row.pastDueSince,
    forgiven: row.forgiven,
    suspended: row.suspended,
    collectionPaused: row.collectionPaused,
    confirmUrl: row.confirmUrl,
    needsConfirmation: row.needsConfirmation,
    nextAmount: row.nextAmount,
    currency: row.currency,
    discounts: row.discounts as RunningDiscount[],
    cancelReason: row.cancelReason,
    cancelFeedback: row.cancelFeedback,
    cancelComment: row.cancelComment,
    createdAt: row.createdAt,
    items: row.items.map((item) => ({
      id: item.id,
      priceId: item.priceId,
      productId: item.productId,
      quantity: item.quantity,
      currentPeriodStart: item.currentPeriodStart,
      currentPeriodEnd: item.currentPeriodEnd,
    })),
  }))
}
