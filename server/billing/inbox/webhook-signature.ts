import type { Stripe } from '../../clients/stripe.ts'

/** How old a delivery may be, in seconds: Stripe signs each try anew. */
export const toleranceSeconds = 300

/** The library compares ages, and NaN is no older than anything. */
function isTimely(header: string, now: Date): boolean {
  const [seconds, ...more] = [...header.matchAll(/(?:^|,)\s*t=([^,]*)/g)].map(([, t]) => t ?? '')
  if (seconds === undefined || more.length > 0 || !/^\d{1,12}$/.test(seconds)) return false
  return Math.abs(now.getTime() / 1000 - Number(seconds)) < toleranceSeconds + 1
}

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
  if (header === undefined || signature === null || !isTimely(header, now)) return false
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
