import { holdsPlan } from './held.ts'
import type { Holding } from './holdings.ts'
import type { AccessFacts, AccessReason, Offer } from './types.ts'

/** Reasons that the billing portal cures: the card is changed there, and what is owed is paid. */
const curedInPortal = new Set<AccessReason>(['payment_failed', 'subscription_paused'])

/** What would give access to the video, best first, for someone refused for `because`. */
export function offersFor(
  facts: AccessFacts,
  holdings: readonly Holding[],
  because: AccessReason,
): Offer[] {
  const { video } = facts
  const { rentAmount, buyAmount, currency, rentStartDays, rentWatchHours } = video
  const offers = firstOffers(facts, holdings, because)
  if (rentAmount !== null) {
    const terms = { startDays: rentStartDays, watchHours: rentWatchHours }
    offers.push({ kind: 'rent', amount: rentAmount, currency, ...terms })
  }
  if (buyAmount !== null) offers.push({ kind: 'buy', amount: buyAmount, currency })
  for (const { id: bundleId, ...bundle } of video.bundles) {
    offers.push({ kind: 'bundle', bundleId, ...bundle })
  }
  return offers
}

function firstOffers(
  facts: AccessFacts,
  holdings: readonly Holding[],
  because: AccessReason,
): Offer[] {
  if (curedInPortal.has(because)) return [{ kind: 'portal' }]
  // There is nothing to do but to wait.
  if (because === 'payment_pending') return []
  if (because === 'refunded' && holdsPlan(holdings)) return [{ kind: 'pay_again' }]
  return planOffers(facts, holdings)
}

function planOffers({ viewer, plans }: AccessFacts, holdings: readonly Holding[]): Offer[] {
  const change = holdsPlan(holdings)
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
