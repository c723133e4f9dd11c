import type {
  AccessFacts,
  GrantFact,
  HeldPlan,
  PreviewFact,
  PurchaseFact,
  SubscriptionFact,
  SubscriptionItemFact,
  VideoTerms,
  ViewerFacts,
} from '../../server/entitlements/types.ts'

/** Facts for tests: a member with nothing, a video that the plan "standard" includes. */

export const periodStart = new Date('2026-03-01T00:00:00.000Z')
export const periodEnd = new Date('2026-04-01T00:00:00.000Z')
export const after = (time: Date, seconds: number) => new Date(time.getTime() + seconds * 1000)
export const hour = 3_600
export const day = 24 * hour

export const standard: HeldPlan = { planId: 'standard', name: 'Standard', maxStreams: 2, rank: 1 }
export const premium: HeldPlan = { planId: 'premium', name: 'Premium', maxStreams: 4, rank: 2 }

export const video = (changes: Partial<VideoTerms> = {}): VideoTerms => ({
  id: 'video',
  free: false,
  teaserSeconds: null,
  published: true,
  publishAt: null,
  archived: false,
  planIds: ['standard', 'premium'],
  collectionIds: [],
  rentAmount: null,
  buyAmount: null,
  currency: 'usd',
  rentStartDays: 30,
  rentWatchHours: 48,
  bundles: [],
  ...changes,
})

export const item = (changes: Partial<SubscriptionItemFact> = {}): SubscriptionItemFact => ({
  id: 'item',
  priceId: 'price',
  price: null,
  plan: standard,
  quantity: 1,
  currentPeriodStart: periodStart,
  currentPeriodEnd: periodEnd,
  ...changes,
})

export const subscription = (changes: Partial<SubscriptionFact> = {}): SubscriptionFact => ({
  id: 'sub',
  status: 'active',
  cancelAtPeriodEnd: false,
  cancelAt: null,
  endedAt: null,
  trialEnd: null,
  pastDueSince: null,
  forgiven: false,
  suspended: null,
  collectionPaused: false,
  confirmUrl: null,
  nextAmount: null,
  createdAt: periodStart,
  items: [item()],
  ...changes,
})

export const purchase = (changes: Partial<PurchaseFact> = {}): PurchaseFact => ({
  id: 'purchase',
  videoId: 'video',
  collectionId: null,
  kind: 'buy',
  status: 'paid',
  paidAt: periodStart,
  startBy: null,
  watchHours: null,
  firstPlayedAt: null,
  ...changes,
})

export const rental = (changes: Partial<PurchaseFact> = {}): PurchaseFact =>
  purchase({ id: 'rental', kind: 'rent', startBy: periodEnd, watchHours: 48, ...changes })

export const grant = (changes: Partial<GrantFact> = {}): GrantFact => ({
  id: 'grant',
  plan: null,
  videoId: null,
  until: null,
  revokedAt: null,
  ...changes,
})

export const preview = (changes: Partial<PreviewFact> = {}): PreviewFact => ({
  linkId: 'link',
  videoId: 'video',
  until: periodEnd,
  revokedAt: null,
  ...changes,
})

export const viewer = (changes: Partial<ViewerFacts> = {}): ViewerFacts => ({
  id: 'viewer',
  role: 'member',
  disabledAt: null,
  trialUsedAt: null,
  subscriptions: [],
  purchases: [],
  grants: [],
  previews: [],
  ...changes,
})

export const facts = (changes: Partial<AccessFacts> = {}): AccessFacts => ({
  viewer: viewer(),
  video: video(),
  plans: [],
  policy: { graceDays: 7, defaultMaxStreams: 2 },
  ...changes,
})

/** The facts of a member who holds just these. */
export const holding = (held: Partial<ViewerFacts>, terms: Partial<VideoTerms> = {}) =>
  facts({ viewer: viewer(held), video: video(terms) })
