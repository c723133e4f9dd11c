import type { BillingDeps } from '../services.ts'
import { syncPerson } from './customers.ts'
import { sharedBy } from './shared-work.ts'

/** Often enough for whoever comes back from Stripe's pages, whose changes also come as events. */
const everyMs = 10_000

/**
 * Brings what a person holds up to date with Stripe: once at a time, and once in ten seconds, however
 * often and at however many processes they ask.
 *
 * @throws what the Stripe SDK throws
 */
export function refresh(deps: BillingDeps, userId: string): Promise<void> {
  const { database, clock } = deps
  return sharedBy(userId, 'refresh', async () => {
    const now = clock.now()
    const before = new Date(now.getTime() - everyMs)
    const { count } = await database.user.updateMany({
      where: {
        id: userId,
        OR: [{ billingRefreshedAt: null }, { billingRefreshedAt: { lte: before } }],
      },
      data: { billingRefreshedAt: now },
    })
    if (count === 0) return
    try {
      await syncPerson(deps, userId)
    } catch (error) {
      await database.user.update({ where: { id: userId }, data: { billingRefreshedAt: null } })
      throw error
    }
  })
}
