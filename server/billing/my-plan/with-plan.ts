import { say } from '../../../contract/words/server.ts'
import { MatineeError } from '../../errors.ts'
import { syncPerson } from '../customers.ts'
import type { HolderDeps, PlanSubscription } from '../held.ts'

/**
 * Does something to the plan that is held now, and stores what came of it.
 *
 * @throws MatineeError CONFLICT for someone without a plan; what the Stripe SDK and `work` throw
 */
export const withPlan = (
  deps: HolderDeps,
  userId: string,
  work: (held: PlanSubscription) => Promise<void>,
): Promise<void> =>
  deps.locks.hold(`checkout:${userId}`, async () => {
    await syncPerson(deps, userId)
    const { plan } = await deps.heldBy(userId)
    if (plan === null) throw new MatineeError('CONFLICT', { detail: say('billing.noPlan') })
    await work(plan)
    await syncPerson(deps, userId)
  })
