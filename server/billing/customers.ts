import type { BillingDeps } from '../services.ts'

type Deps = Pick<BillingDeps, 'database' | 'stripe' | 'locks'>

/**
 * The user's Stripe customer, made on first need. To be called under the user's checkout lock, so
 * that there is one a user. Should this process die between the two steps, the customer left behind
 * in Stripe is empty and never used, or known by its metadata if it is.
 *
 * @throws what the Stripe SDK throws
 */
export async function customerOf({ database, stripe }: Deps, userId: string): Promise<string> {
  const user = await database.user.findUniqueOrThrow({ where: { id: userId } })
  if (user.stripeCustomerId !== null) return user.stripeCustomerId
  const { id } = await stripe.customers.create({
    email: user.email,
    metadata: { matinee_user: userId },
  })
  await database.user.update({ where: { id: userId }, data: { stripeCustomerId: id } })
  return id
}

/** The same for a caller that holds no lock yet. */
export const ensureCustomer = (deps: Deps, userId: string): Promise<string> =>
  deps.locks.hold(`checkout:${userId}`, () => customerOf(deps, userId))
