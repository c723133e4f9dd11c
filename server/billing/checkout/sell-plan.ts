import { currenciesOf } from '../../../contract/price-currencies.ts'
import { say } from '../../../contract/words/server.ts'
import type { Stripe } from '../../clients/stripe.ts'
import { MatineeError } from '../../errors.ts'
import type { HolderDeps } from '../held.ts'
import { priceOnSale } from '../plans/price-on-sale.ts'
import type { Sellable } from './checkout.ts'
import { returnUrl, taxParams } from './checkout-params.ts'

interface PlanTerms {
  /** False: no second trial. */
  trial?: boolean
  /** One that the price is sold in; undefined: Stripe chooses by what it knows of the buyer. */
  currency?: string | undefined
}

/**
 * A subscription at one of the plans' prices.
 *
 * @throws MatineeError NOT_FOUND when the price is not on sale, BAD_REQUEST when it is not in that
 *   currency
 */
export async function sellPlan(
  { database, config, heldBy }: HolderDeps,
  userId: string,
  priceId: string,
  { trial = true, currency: wanted }: PlanTerms = {},
): Promise<Sellable> {
  const price = await priceOnSale(database, priceId)
  const currencies = currenciesOf(price)
  if (wanted !== undefined && !currencies.includes(wanted)) throw notSoldIn(wanted)
  // Where there is one alone, nothing is to be said.
  const currency = currencies.length > 1 ? wanted : undefined
  const user = await database.user.findUniqueOrThrow({ where: { id: userId } })
  const trialDays = trial && user.trialUsedAt === null ? price.plan.trialDays : 0
  return {
    subject: 'plan',
    terms: [priceId, trialDays, ...(currency === undefined ? [] : [currency])].join(':'),
    currencies,
    params: {
      mode: 'subscription',
      line_items: [{ price: priceId, quantity: 1 }],
      ...(currency !== undefined && { currency }),
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

function notSoldIn(currency: string): MatineeError {
  const detail = say('billing.notInCurrency', { currency: currency.toUpperCase() })
  return new MatineeError('BAD_REQUEST', {
    detail,
    members: { fields: [{ field: 'currency', message: detail }] },
  })
}

/** What an open page sells, by its terms. */
export function readPlanTerms(terms: string): { priceId: string; currency: string | undefined } {
  const [priceId = '', , currency] = terms.split(':')
  return { priceId, currency }
}

const subscriptionData = (
  userId: string,
  trialDays: number,
): Stripe.Checkout.SessionCreateParams.SubscriptionData => ({
  metadata: { matinee_user: userId },
  ...(trialDays > 0 && { trial_period_days: trialDays }),
})
