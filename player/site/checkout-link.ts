import type { PlanPrice, PurchaseKind } from '../../contract/access.ts'

/** What is to be paid for. */
export type Purchase =
  | { priceId: string; currency?: string }
  | { videoId: string; kind: PurchaseKind }
  | { bundleId: string }

/** A plan at a price; of one that is sold in several currencies, in the one that it is shown in. */
export const planPurchase = ({ id, currency, currencies }: PlanPrice): Purchase => ({
  priceId: id,
  ...(currencies !== undefined && { currency }),
})

/** The page that leads to Stripe's: it can be gone through again after signing in on the way. */
export function checkoutLink(purchase: Purchase, from?: { path: string; title: string }): string {
  const query = new URLSearchParams(Object.entries(purchase))
  if (from !== undefined) {
    query.set('from', from.path)
    query.set('title', from.title)
  }
  return `/checkout?${query}`
}

/** The page that says what another price would cost someone who has a plan, and changes to it. */
export function changeLink(priceId: string, from?: { path: string; title: string }): string {
  const query = new URLSearchParams({ priceId })
  if (from !== undefined) {
    query.set('from', from.path)
    query.set('title', from.title)
  }
  return `/account/change?${query}`
}

/** Reads a link to the payment page; undefined when it names nothing that can be bought. */
export function purchaseOf(query: Record<string, string | undefined>): Purchase | undefined {
  const { priceId, currency, videoId, kind, bundleId } = query
  if (priceId) return { priceId, ...(currency && { currency }) }
  if (videoId && (kind === 'rent' || kind === 'buy')) return { videoId, kind }
  return bundleId ? { bundleId } : undefined
}
