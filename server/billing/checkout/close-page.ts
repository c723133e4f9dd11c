import { isMissing, isStripeError, type Stripe } from '../../clients/stripe.ts'

/**
 * Closes a payment page, so that nothing can be paid on it any more.
 *
 * @returns how it ended: Stripe closes none that was paid meanwhile, or that has ended already
 * @throws what the Stripe SDK throws where the page may still be open
 */
export async function closePage(
  { checkout: { sessions } }: Stripe,
  id: string,
): Promise<'complete' | 'expired'> {
  try {
    await sessions.expire(id)
    return 'expired'
  } catch (error) {
    if (isMissing(error)) return 'expired'
    if (!isStripeError(error)) throw error
    const { status } = await sessions.retrieve(id)
    if (status === 'complete') return 'complete'
    if (status === 'expired') return 'expired'
    throw error
  }
}
