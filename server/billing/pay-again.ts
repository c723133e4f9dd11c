import { say } from '../../contract/words/server.ts'
import { MatineeError } from '../errors.ts'
import { openCheckout } from './checkout.ts'
import { syncPerson } from './customers.ts'
import type { HolderDeps, PlanSubscription } from './held.ts'
import { sellPlan } from './sell-plan.ts'
import { sharedBy } from './shared-work.ts'

/**
 * Ends the plan whose payment went back, and opens a payment page for the same one: in one press,
 * and the same page when pressed again.
 *
 * @throws MatineeError CONFLICT where there is nothing to pay again; what the Stripe SDK throws
 */
export const payAgain = (deps: HolderDeps, userId: string): Promise<string> =>
  sharedBy(userId, 'pay again', async () => {
    const priceId = await deps.locks.hold(`checkout:${userId}`, () => giveUp(deps, userId))
    const sellable = await sellPlan(deps, userId, priceId, { trial: false })
    return openCheckout(deps, userId, sellable)
  })

/** Ends it at Stripe, and says at which price it goes on. */
async function giveUp(deps: HolderDeps, userId: string): Promise<string> {
  await syncPerson(deps, userId)
  const { plan } = await deps.heldBy(userId)
  if (plan === null) return priceOfOpenPage(deps, userId)
  if (plan.suspended !== 'refunded') throw refuse(say('billing.payAgain.paid'))
  const priceId = await priceLike(deps, plan)
  await deps.stripe.subscriptions.cancel(plan.subscriptionId, {
    invoice_now: false,
    prorate: false,
  })
  await syncPerson(deps, userId)
  return priceId
}

const refuse = (detail: string) => new MatineeError('CONFLICT', { detail })

/** It was pressed before: the page that was opened then. */
async function priceOfOpenPage({ database }: HolderDeps, userId: string): Promise<string> {
  const where = { userId_subject: { userId, subject: 'plan' } }
  const open = await database.checkoutSession.findUnique({ where })
  const priceId = open?.terms.split(':')[0]
  if (priceId === undefined) throw refuse(say('billing.payAgain.none'))
  return priceId
}

/** The same price, or where it is on sale no more, that for the same time, or else any of the plan. */
async function priceLike(
  { database }: HolderDeps,
  { planId, priceId, price }: PlanSubscription,
): Promise<string> {
  const prices = await database.price.findMany({
    where: { planId, active: true, plan: { active: true } },
    orderBy: [{ amount: 'asc' }, { id: 'asc' }],
  })
  const likeness = (one: (typeof prices)[number]) =>
    one.id === priceId ? 2 : Number(one.interval === price?.interval)
  const [best] = prices.toSorted((a, b) => likeness(b) - likeness(a))
  if (best === undefined) throw refuse(say('billing.payAgain.notOnSale'))
  return best.id
}
