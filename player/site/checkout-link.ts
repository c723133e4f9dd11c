import type { Offer } from './contract.ts'

/** What is to be paid for. */
export type Purchase =
  | { priceId: string }
  | { videoId: string; kind: Extract<Offer, { amount: number }>['kind'] }

/** The page that leads to Stripe's: it can be gone through again after signing in on the way. */
export function checkoutLink(purchase: Purchase, from?: { path: string; title: string }): string {
  const query = new URLSearchParams(Object.entries(purchase))
  if (from !== undefined) {
    query.set('from', from.path)
    query.set('title', from.title)
  }
  return `/checkout?${query}`
}

/** Reads such a link; undefined when it names nothing that can be bought. */
export function purchaseOf(query: Record<string, string | undefined>): Purchase | undefined {
  const { priceId, videoId, kind } = query
  if (priceId) return { priceId }
  if (videoId && (kind === 'rent' || kind === 'buy')) return { videoId, kind }
  return undefined
}
