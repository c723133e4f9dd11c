import { currenciesOf } from '../../../contract/price-currencies.ts'
import { say } from '../../../contract/words/server.ts'
import { MatineeError } from '../../errors.ts'
import { syncPerson } from '../customers.ts'
import type { HolderDeps, PlanSubscription } from '../held.ts'
import { withCurrencies } from '../plans/with-currencies.ts'
import { openCheckout } from './checkout.ts'
import { readPlanTerms, sellPlan } from './sell-plan.ts'
import { sharedBy } from './shared-work.ts'

/**
 * Ends the plan whose payment went back, and opens a payment page for the same one: in one press,
 * and the same page when pressed again.
 *
 * @throws MatineeError CONFLICT where there is nothing to pay again; what the Stripe SDK throws
 */
export const payAgain = (deps: HolderDeps, userId: string): Promise<string> =>
  sharedBy(userId, 'pay again', async () => {
    const { priceId, currency } = await deps.locks.hold(`checkout:${userId}`, () =>
      giveUp(deps, userId),
    )
    return openCheckout(deps, userId, () =>
      sellPlan(deps, userId, priceId, { trial: false, currency }),
    )
  })

interface Again {
  priceId: string
  /** What was paid in before, where the price is still sold in that. */
  currency: string | undefined
}

/** Ends it at Stripe, and says at which price it goes on. */
async function giveUp(deps: HolderDeps, userId: string): Promise<Again> {
  await syncPerson(deps, userId)
  const { plan } = await deps.heldBy(userId)
  if (plan === null) return termsOfOpenPage(deps, userId)
  if (plan.suspended !== 'refunded') throw refuse(say('billing.payAgain.paid'))
  const again = await priceLike(deps, plan)
  await deps.stripe.subscriptions.cancel(plan.subscriptionId, {
    invoice_now: false,
    prorate: false,
  })
  await syncPerson(deps, userId)
  return again
}

const refuse = (detail: string) => new MatineeError('CONFLICT', { detail })

/** It was pressed before: the page that was opened then. */
async function termsOfOpenPage({ database }: HolderDeps, userId: string): Promise<Again> {
  const where = { userId_subject: { userId, subject: 'plan' } }
  const open = await database.checkoutSession.findUnique({ where })
  if (open === null) throw refuse(say('billing.payAgain.none'))
  return readPlanTerms(open.terms)
}

/**
 * The same price, or where it is on sale no more, that for the same time, or else any of the plan; of
 * those that are alike, one that is sold in the currency that was paid.
 */
async function priceLike(
  { database }: HolderDeps,
  { planId, priceId, price }: PlanSubscription,
): Promise<Again> {
  const prices = await database.price.findMany({
    where: { planId, active: true, plan: { active: true } },
    orderBy: [{ amount: 'asc' }, { id: 'asc' }],
    include: withCurrencies,
  })
  const paidIn = (one: (typeof prices)[number]) =>
    currenciesOf(one).find((currency) => currency === price?.currency)
  const likeness = (one: (typeof prices)[number]) =>
    one.id === priceId
      ? 4
      : 2 * Number(one.interval === price?.interval) + Number(paidIn(one) !== undefined)
  const [best] = prices.toSorted((a, b) => likeness(b) - likeness(a))
  if (best === undefined) throw refuse(say('billing.payAgain.notOnSale'))
  return { priceId: best.id, currency: paidIn(best) }
}
