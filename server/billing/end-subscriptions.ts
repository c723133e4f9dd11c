import { audit } from '../audit/audit.ts'
import { isMissing } from '../clients/stripe.ts'
import type { BillingDeps } from '../services.ts'
import { closePage } from './checkout/close-page.ts'
import { syncPerson } from './customers.ts'
import { liveStatuses, notBegun } from './subscription-terms.ts'

export interface Ending {
  /** Pays back the last payment of each. */
  refund: boolean
  /** Who has asked for it; null from the command line. */
  actorId: string | null
}

/**
 * Ends all that a person is charged for, at once, so that nothing is charged after: every
 * subscription, paid for or not, and every payment page that is open. For an account that is closed
 * or deleted; to be called before that.
 *
 * @returns the subscriptions that were ended
 * @throws what the Stripe SDK throws; what was ended until then is
 */
export const endSubscriptions = (
  deps: BillingDeps,
  userId: string,
  { refund, actorId }: Ending,
): Promise<string[]> =>
  deps.locks.hold(`checkout:${userId}`, async () => {
    const { database, stripe } = deps
    // In this order, so that what is bought at the last moment is seen.
    await closePages(deps, userId)
    await syncPerson(deps, userId)
    const running = await database.subscription.findMany({
      where: { userId, OR: [{ status: { in: [...liveStatuses] } }, notBegun] },
      orderBy: { id: 'asc' },
    })
    for (const { id } of running) {
      // First: what has ended is not found by a second try, should the refund fail.
      const refunded = refund ? await refundLast(deps, id) : null
      await stripe.subscriptions.cancel(id).catch(ignoreMissing)
      await audit(database, {
        actorId,
        action: 'subscription.ended',
        subject: `user:${userId}`,
        details: { subscription: id, refunded },
      })
    }
    if (running.length > 0) await syncPerson(deps, userId)
    return running.map(({ id }) => id)
  })

function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error
}

async function closePages({ database, stripe }: BillingDeps, userId: string): Promise<void> {
  const pages = await database.checkoutSession.findMany({ where: { userId } })
  for (const { id } of pages) {
    await closePage(stripe, id)
    await database.checkoutSession.delete({ where: { id } })
  }
}

/** @returns what was paid back, in the currency's minor unit; null when there was nothing left to */
async function refundLast({ database, stripe }: BillingDeps, subscriptionId: string) {
  const last = await database.payment.findFirst({
    where: { subscriptionId, status: 'succeeded' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  // In a dispute the bank has taken the money already.
  if (last === null || last.dispute === 'disputed' || last.dispute === 'lost') return null
  if (last.amountRefunded >= last.amount) return null
  const { id: charge } = last
  await stripe.refunds.create({ charge }, { idempotencyKey: `matinee-ended-${charge}` })
  return last.amount - last.amountRefunded
}
