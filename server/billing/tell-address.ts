import { isMissing, isStripeError } from '../clients/stripe.ts'
import type { BillingDeps } from '../services.ts'

/**
 * Has Stripe write to an account's present address: receipts of every customer that is theirs. An address
 * that Stripe does not take stays with us alone.
 *
 * @throws what the Stripe SDK throws when it cannot be reached
 */
export async function tellAddress(
  { database, stripe }: Pick<BillingDeps, 'database' | 'stripe'>,
  userId: string,
): Promise<void> {
  const user = await database.user.findUniqueOrThrow({
    where: { id: userId },
    include: { stripeCustomers: { where: { goneAt: null } } },
  })
  for (const { id } of user.stripeCustomers) {
    try {
      await stripe.customers.update(id, { email: user.email })
    } catch (error) {
      const isRefused = isStripeError(error) && error.code === 'email_invalid'
      if (!isRefused && !isMissing(error)) throw error
    }
  }
}
