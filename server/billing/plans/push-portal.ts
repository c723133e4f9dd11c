import { createHash } from 'node:crypto'
import { allPages, type Stripe } from '../../clients/stripe.ts'
import type { PlansDeps } from './sync-plans.ts'

type Wanted = Pick<Stripe.BillingPortal.ConfigurationCreateParams, 'features'> & {
  default_return_url: string
}

/** Names our configuration among Stripe's, and says what it was last set to. */
const mark = 'matinee_portal'

/** What viewers may do in Stripe's billing portal: change between the plans on sale, too. */
async function wantedPortal({ database, config }: PlansDeps): Promise<Wanted> {
  const plans = await database.plan.findMany({
    where: { active: true, stripeProductId: { not: null }, prices: { some: { active: true } } },
    orderBy: [{ rank: 'asc' }, { id: 'asc' }],
    include: { prices: { where: { active: true }, orderBy: { id: 'asc' } } },
  })
  const products = plans.map(({ stripeProductId, prices }) => ({
    product: stripeProductId ?? '',
    prices: prices.map(({ id }) => id),
  }))
  return {
    default_return_url: `${config.PUBLIC_URL}/account?from=portal`,
    features: {
      // The address to sign in with is Matinee's own.
      customer_update: { enabled: true, allowed_updates: ['name', 'address', 'tax_id'] },
      invoice_history: { enabled: true },
      payment_method_update: { enabled: true },
      subscription_cancel: { enabled: true, mode: 'at_period_end', proration_behavior: 'none' },
      subscription_update: {
        enabled: products.length > 0,
        default_allowed_updates: ['price'],
        proration_behavior: 'always_invoice',
        products,
      },
    },
  }
}

/** Our configuration of the portal; undefined until one has been pushed. */
export async function findPortal(
  stripe: Stripe,
): Promise<Stripe.BillingPortal.Configuration | undefined> {
  const all = await allPages(stripe.billingPortal.configurations.list({ active: true, limit: 100 }))
  return all.find(({ metadata }) => metadata?.[mark] !== undefined)
}

/**
 * Makes the billing portal's configuration in Stripe, or brings it up to date with the plans on sale.
 * Without one, an account whose portal was never set up in the dashboard opens no portal at all.
 *
 * @returns what was done
 * @throws what the Stripe SDK throws
 */
export async function pushPortal(deps: PlansDeps): Promise<'created' | 'updated' | 'same'> {
  const { configurations } = deps.stripe.billingPortal
  const wanted = await wantedPortal(deps)
  const print = createHash('sha256').update(JSON.stringify(wanted)).digest('hex').slice(0, 16)
  const params = { ...wanted, metadata: { [mark]: print } }
  const found = await findPortal(deps.stripe)
  if (found === undefined) {
    await configurations.create(params)
    return 'created'
  }
  if (found.metadata?.[mark] === print) return 'same'
  await configurations.update(found.id, params)
  return 'updated'
}
