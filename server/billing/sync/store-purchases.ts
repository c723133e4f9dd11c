import type { PurchaseStatus } from '../../../contract/billing.ts'
import { audit } from '../../audit/audit.ts'
import type { DatabaseTransaction } from '../../clients/database.ts'
import type { BillingDeps } from '../../services.ts'
import { sessionOf } from '../checkout/checkout-terms.ts'
import type { Sale } from './customer-snapshot.ts'
import type { PurchaseRow } from './project-purchase.ts'

/**
 * Brings the stored purchases of a customer up to date. None is ever removed, and the time of the first
 * play is left alone.
 *
 * @returns whether anything differed
 */
export async function storePurchases(
  { log }: Pick<BillingDeps, 'log'>,
  tx: DatabaseTransaction,
  { userId, customerId }: { userId: string; customerId: string },
  rows: PurchaseRow[],
): Promise<boolean> {
  if (rows.length === 0) return false
  const stored = await tx.purchase.findMany({ where: { userId } })
  const before = new Map(stored.map((row) => [row.id, row]))
  const videos = await tx.video.findMany({
    where: { id: { in: rows.map(({ videoId }) => videoId) } },
    select: { id: true },
  })
  const known = new Set(videos.map(({ id }) => id))
  let changed = false
  for (const row of rows) {
    if (!known.has(row.videoId)) {
      log.warn({ purchase: row.id, videoId: row.videoId }, 'a purchase names no film of ours')
      continue
    }
    const old = before.get(row.id)
    if (old && old.customerId === customerId && equal(row, old)) continue
    changed = true
    await tx.purchase.upsert({
      where: { id: row.id },
      create: { ...row, userId, customerId },
      update: { ...row, customerId },
    })
    if (old?.status === row.status && old.amountRefunded === row.amountRefunded) continue
    await audit(tx, {
      actorId: null,
      action: `purchase.${row.status as PurchaseStatus}`,
      subject: `user:${userId}`,
      details: {
        purchase: row.id,
        videoId: row.videoId,
        kind: row.kind,
        amountRefunded: row.amountRefunded,
      },
    })
  }
  return changed
}

/** Whether every value of `row` is the stored one. */
const equal = (row: PurchaseRow, stored: PurchaseRow) =>
  Object.entries(row).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(stored[key as keyof PurchaseRow]),
  )

/**
 * Ends purchases of a customer that is gone whose checkout Stripe does not know either: their money
 * is in another account, or in test mode.
 *
 * @returns whether there were any
 */
export async function losePurchases(
  tx: DatabaseTransaction,
  { userId }: { userId: string },
  known: readonly string[],
  found: readonly Sale[],
): Promise<boolean> {
  const ids = new Set(found.map(({ session }) => session.id))
  const lost = await tx.purchase.updateManyAndReturn({
    where: { id: { in: known.filter((id) => !ids.has(sessionOf(id))) }, status: { not: 'lost' } },
    data: { status: 'lost' },
  })
  for (const { id, videoId, kind } of lost) {
    const details = { purchase: id, videoId, kind }
    await audit(tx, { actorId: null, action: 'purchase.lost', subject: `user:${userId}`, details })
  }
  return lost.length > 0
}
