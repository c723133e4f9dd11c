import type { AccessFacts, AccessReason, Offer } from './types.ts'

/** Statuses of a subscription that still exists: another plan replaces it, never stands beside it. */
const live = new Set(['active', 'trialing', 'past_due', 'unpaid', 'paused'])

/** Reasons that the billing portal cures: the card is changed there, and what is owed is paid. */
const curedInPortal = new Set<AccessReason>(['payment_failed', 'subscription_paused'])

/** What would give access to the video, best first, for someone refused for `because`. */
export function offersFor(facts: AccessFacts, because: AccessReason): Offer[] {
  const { video } = facts
  const { rentAmount, buyAmount, currency, rentStartDays, rentWatchHours } = video
  const offers: Offer[] = curedInPortal.has(because) ? [{ kind: 'portal' }] : planOffers(facts)
  if (rentAmount !== null) {
    const terms = { startDays: rentStartDays, watchHours: rentWatchHours }
    offers.push({ kind: 'rent', amount: rentAmount, currency, ...terms })
  }
  if (buyAmount !== null) offers.push({ kind: 'buy', amount: buyAmount, currency })
  return offers
}

function planOffers({ viewer, plans }: AccessFacts): Offer[] {
  const change = viewer?.subscriptions.some(({ status }) => live.has(status)) ?? false
  const trialGone = change || (viewer?.trialUsedAt ?? null) !== null
  return plans.map(({ id, name, trialDays, prices }) => ({
    kind: 'plan',
    planId: id,
    name,
    trialDays: trialGone ? 0 : trialDays,
    change,
    prices,
  }))
}
