import { disableUser, refuseLastOperator } from '../accounts/users.ts'
import type { BillingDeps } from '../services.ts'
import { type Ending, endSubscriptions } from './end-subscriptions.ts'

/**
 * Closes an account. What it pays for is ended before, so that nothing is charged for an account that nobody
 * can sign in to.
 *
 * @returns the subscriptions that were ended
 * @throws NOT_FOUND; CONFLICT for the last operator, of whom nothing is ended; what the Stripe SDK throws
 */
export async function closeAccount(
  deps: BillingDeps,
  userId: string,
  { reason, ...ending }: Ending & { reason?: string },
): Promise<string[]> {
  const { database, clock, locks } = deps
  const close = async () => {
    await refuseLastOperator(database, userId)
    const ended = await endSubscriptions(deps, userId, ending)
    const by = { actorId: ending.actorId, now: clock.now() }
    await disableUser(database, userId, { ...by, ...(reason && { reason }) })
    return ended
  }
  const owners = await database.user.count({ where: { id: userId, role: 'admin' } })
  // Of two owners who close each other the second is refused while all of theirs is running.
  return owners === 0 ? close() : locks.hold('closing an owner', close)
}
