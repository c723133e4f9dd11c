import type { SubscriptionFact, ViewerFacts } from './types.ts'

/** JSON has no dates: everything below that is typed as one comes as a string. */
export function reviveViewer(viewer: ViewerFacts): ViewerFacts {
  const { disabledAt, trialUsedAt, subscriptions, purchases, grants, previews } = viewer
  return {
    ...viewer,
    disabledAt: dateOrNull(disabledAt),
    trialUsedAt: dateOrNull(trialUsedAt),
    subscriptions: subscriptions.map(reviveSubscription),
    purchases: purchases.map(({ paidAt, startBy, firstPlayedAt, ...rest }) => ({
      ...rest,
      paidAt: new Date(paidAt),
      startBy: dateOrNull(startBy),
      firstPlayedAt: dateOrNull(firstPlayedAt),
    })),
    grants: grants.map(({ until, revokedAt, ...rest }) => ({
      ...rest,
      until: dateOrNull(until),
      revokedAt: dateOrNull(revokedAt),
    })),
    previews: previews.map(({ until, revokedAt, ...rest }) => ({
      ...rest,
      until: new Date(until),
      revokedAt: dateOrNull(revokedAt),
    })),
  }
}

export const dateOrNull = (value: Date | null) => (value === null ? null : new Date(value))

function reviveSubscription(subscription: SubscriptionFact): SubscriptionFact {
  const { cancelAt, endedAt, trialEnd, pastDueSince, createdAt, items } = subscription
  return {
    ...subscription,
    cancelAt: dateOrNull(cancelAt),
    endedAt: dateOrNull(endedAt),
    trialEnd: dateOrNull(trialEnd),
    pastDueSince: dateOrNull(pastDueSince),
    createdAt: new Date(createdAt),
    items: items.map((item) => ({
      ...item,
      currentPeriodStart: new Date(item.currentPeriodStart),
      currentPeriodEnd: new Date(item.currentPeriodEnd),
    })),
  }
}
