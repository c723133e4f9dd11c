import type { Stripe } from '../clients/stripe.ts'
import { MatineeError } from '../errors.ts'
import type { Sellable } from './checkout.ts'
import { returnUrl, taxParams } from './checkout-params.ts'
import type { HolderDeps } from './held.ts'
import { priceOnSale } from './price-on-sale.ts'

/**
 * A subscription at one of the plans' prices.
 *
 * @throws MatineeError NOT_FOUND when the price is not on sale
 */
export async function sellPlan(
  { database, config, heldBy }: HolderDeps,
  userId: string,
  priceId: string,
  { trial = true }: { trial?: boolean } = {},
): Promise<Sellable> {
  const price = await priceOnSale(database, priceId)
  const user = await database.user.findUniqueOrThrow({ where: { id: userId } })
  const trialDays = trial && user.trialUsedAt === null ? price.plan.trialDays : 0
  return {
    subject: 'plan',
    terms: `${priceId}:${trialDays}`,
    params: {
      mode: 'subscription',
      line_items: [{ price: priceId, quantity: 1 }],
      allow_promotion_codes: true,
      success_url: returnUrl(config),
      cancel_url: `${config.PUBLIC_URL}/pricing`,
      metadata: { matinee_user: userId },
      subscription_data: subscriptionData(userId, trialDays),
      ...taxParams(config),
    },
    refuseOwners: async () => {
      if ((await heldBy(userId)).plan !== null) {
        throw new MatineeError('ALREADY_SUBSCRIBED', { members: { offers: [{ kind: 'portal' }] } })
      }
    },
  }
}

const subscriptionData = (
  userId: string,
  trialDays: number,
): Stripe.Checkout.SessionCreateParams.SubscriptionData => ({
  metadata: { matinee_user: userId },
  ...(trialDays > 0 && { trial_period_days: trialDays }),
})
