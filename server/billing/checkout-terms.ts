/** What a checkout for one film says about itself, in the metadata that comes back from Stripe. */
export type PurchaseTerms =
  | { kind: 'rent'; videoId: string; startDays: number; watchHours: number }
  | { kind: 'buy'; videoId: string }

type Metadata = Record<string, string>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function writeTerms(terms: PurchaseTerms): Metadata {
  const common = { matinee_kind: terms.kind, matinee_video: terms.videoId }
  return terms.kind === 'buy'
    ? common
    : {
        ...common,
        matinee_start_days: String(terms.startDays),
        matinee_watch_hours: String(terms.watchHours),
      }
}

/** Null for checkouts that are not Matinee's. */
export function readTerms(metadata: Metadata | null): PurchaseTerms | null {
  const { matinee_kind: kind, matinee_video: videoId = '' } = metadata ?? {}
  if (!uuid.test(videoId)) return null
  if (kind === 'buy') return { kind, videoId }
  const startDays = Number(metadata?.matinee_start_days)
  const watchHours = Number(metadata?.matinee_watch_hours)
  if (kind !== 'rent' || !(startDays > 0) || !(watchHours > 0)) return null
  return { kind, videoId, startDays, watchHours }
}
