import type { Stripe } from '../clients/stripe.ts'

/** How old a delivery may be, in seconds: Stripe signs each try anew. */
export const toleranceSeconds = 300

/**
 * Whether one of the secrets signed exactly these bytes, lately. While secrets are being rotated
 * there are two.
 *
 * @param header the `Stripe-Signature` header
 */
export function isSigned(
  stripe: Stripe,
  payload: Buffer,
  header: string | undefined,
  secrets: readonly string[],
  now: Date,
): boolean {
  const { signature } = stripe.webhooks
  if (header === undefined || signature === null) return false
  return secrets.some((secret) => {
    try {
      const receivedAt = now.getTime()
      return signature.verifyHeader(
        payload,
        header,
        secret,
        toleranceSeconds,
        undefined,
        receivedAt,
      )
    } catch {
      return false
    }
  })
}
