import type { Clock } from '../clients/clock.ts'
import type { Delivery } from '../clients/delivery/types.ts'

const stableSeconds = 30 * 60

/**
 * A poster's URL stays the same for half an hour and is good for another half: the browser's cache
 * would take a URL signed anew at each visit for another picture.
 */
export async function posterUrl(
  { delivery, clock }: { delivery: Delivery; clock: Clock },
  key: string | null,
): Promise<string | null> {
  if (key === null) return null
  const periodMs = stableSeconds * 1000
  const at = new Date(Math.floor(clock.now().getTime() / periodMs) * periodMs)
  const life = { at, expiresInSeconds: 2 * stableSeconds, shorten: true }
  return (await delivery.get(key, life)).url
}
