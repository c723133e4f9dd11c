import type {
  AccessPolicy,
  GrantFact,
  HeldPlan,
  PreviewFact,
  PurchaseFact,
  SubscriptionFact,
  SubscriptionItemFact,
  VideoTerms,
  ViewerFacts,
} from './types.ts'
import { type Worth, worthOfGrant, worthOfItem, worthOfPreview, worthOfPurchase } from './worth.ts'

/** One thing that a viewer holds, and what it is worth now. */
export type Holding =
  | {
      kind: 'subscription'
      subscription: SubscriptionFact
      item: SubscriptionItemFact
      plan: HeldPlan | null
      /** How often the plan is taken; devices are allowed for each. */
      quantity: number
      worth: Worth
    }
  | { kind: 'grant'; grant: GrantFact; plan: HeldPlan | null; quantity: 1; worth: Worth }
  | { kind: 'purchase'; purchase: PurchaseFact; plan: null; quantity: 0; worth: Worth }
  | { kind: 'preview'; preview: PreviewFact; plan: null; quantity: 0; worth: Worth }

type Holder = Pick<ViewerFacts, 'subscriptions' | 'grants' | 'purchases' | 'previews'>

/**
 * Everything that the viewer holds or held, each with its worth: the one list that decisions, limits,
 * offers, explanations and the account's pages are read from.
 */
export function holdingsOf(viewer: Holder, policy: AccessPolicy, now: Date): Holding[] {
  const holdings: Holding[] = []
  for (const subscription of viewer.subscriptions) {
    for (const item of subscription.items) {
      const { plan, quantity } = item
      const worth = worthOfItem(subscription, item, policy, now)
      holdings.push({ kind: 'subscription', subscription, item, plan, quantity, worth })
    }
  }
  for (const grant of viewer.grants) {
    const { plan } = grant
    holdings.push({ kind: 'grant', grant, plan, quantity: 1, worth: worthOfGrant(grant, now) })
  }
  for (const purchase of viewer.purchases) {
    const worth = worthOfPurchase(purchase, now)
    holdings.push({ kind: 'purchase', purchase, plan: null, quantity: 0, worth })
  }
  for (const preview of viewer.previews) {
    const worth = worthOfPreview(preview, now)
    holdings.push({ kind: 'preview', preview, plan: null, quantity: 0, worth })
  }
  return holdings
}

/** Whether a thing held, for as long as it is worth something, lets its holder watch the video. */
export function covers(
  holding: Holding,
  video: Pick<VideoTerms, 'id' | 'planIds' | 'collectionIds' | 'archived'>,
): boolean {
  if (holding.kind === 'purchase') {
    const { videoId, collectionId } = holding.purchase
    return videoId === video.id || video.collectionIds.includes(collectionId ?? '')
  }
  if (holding.kind === 'preview') return holding.preview.videoId === video.id
  if (holding.kind === 'grant' && holding.grant.videoId === video.id) return true
  // A plan is what it holds now.
  if (video.archived) return false
  const { plan, quantity } = holding
  return plan !== null && quantity >= 1 && video.planIds.includes(plan.planId)
}
