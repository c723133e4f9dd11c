import type { DatabaseTransaction } from '../../clients/database.ts'
import type { BillingDeps } from '../../services.ts'
import { isStorable } from '../storable.ts'
import type { PaymentRow } from './project-payment.ts'

/**
 * Brings the stored payments of a customer up to date. None is ever removed.
 *
 * @returns whether anything differed
 */
export async function storePayments(
  { log, clock }: Pick<BillingDeps, 'log' | 'clock'>,
  tx: DatabaseTransaction,
  { userId, customerId }: { userId: string; customerId: string },
  projected: readonly PaymentRow[],
): Promise<boolean> {
  const rows = projected.filter(({ amount }) => isStorable(amount))
  if (rows.length < projected.length) {
    // Whoever paid it watches all the same by whatever else they have paid for.
    log.warn({ customer: customerId }, 'a payment is larger than can be kept, and is not counted')
  }
  if (rows.length === 0) return false
  const stored = await tx.payment.findMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  const before = new Map(stored.map((row) => [row.id, row]))
  let changed = false
  for (const row of rows) {
    const old = before.get(row.id)
    // Of a customer that is gone nothing says any more what a charge was for.
    const kind = row.kind === 'other' && old !== undefined ? old.kind : row.kind
    const wanted = { ...row, kind, customerId }
    if (old !== undefined && equal(wanted, old)) continue
    changed = true
    // What was said once and is not any more, as of a customer that is gone, stays.
    const update = Object.fromEntries(Object.entries(wanted).filter(([, value]) => says(value)))
    // Stripe tells nowhere of a charge when its money came.
    const cameNow = old?.status === 'pending' && row.status === 'succeeded'
    const came = cameNow ? { paidAt: clock.now() } : {}
    const create = { ...wanted, userId }
    await tx.payment.upsert({ where: { id: row.id }, create, update: { ...update, ...came } })
  }
  return changed
}

const says = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0)

/** Whether every value of `row` that says something is the stored one. */
const equal = (row: object, stored: object) =>
  Object.entries(row).every(
    ([key, value]) =>
      !says(value) ||
      JSON.stringify(value) === JSON.stringify((stored as Record<string, unknown>)[key]),
  )
