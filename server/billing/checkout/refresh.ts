import type { Subscription } from '../../../contract/accounts.ts'
import { syncPerson } from '../customers.ts'
import type { HolderDeps } from '../held.ts'
import { sharedBy } from './shared-work.ts'

/** Often enough for whoever comes back from Stripe's pages, whose changes also come as events. */
const everyMs = 10_000

/**
 * Brings what a person holds up to date with Stripe: once at a time, and once in ten seconds, however
 * often and at however many processes they ask. All who ask at once get one answer.
 *
 * @returns their subscription then
 * @throws what the Stripe SDK throws
 */
export function refresh(deps: HolderDeps, userId: string): Promise<Subscription | null> {
  return sharedBy(userId, 'refresh', async () => {
    await bringUpToDate(deps, userId)
    return (await deps.heldBy(userId)).subscription
  })
}

async function bringUpToDate(deps: HolderDeps, userId: string): Promise<void> {
  const { database, clock } = deps
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
}
