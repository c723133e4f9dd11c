import { uuid } from '../../../contract/uuid.ts'

/** What a checkout for films says about itself, in the metadata that comes back from Stripe. */
export type PurchaseTerms =
  | { kind: 'rent'; videoId: string; startDays: number; watchHours: number }
  | { kind: 'buy'; videoId: string }
  /** Of a collection that is sold as a whole: with what was in it then. */
  | { kind: 'bundle'; bundleId: string; videoIds: string[]; collectionId: string | null }

type Metadata = Record<string, string>

/** Stripe keeps 500 characters of a value, and 50 values. */
const idsEach = 13
/** How many films the metadata of a checkout can name, with room for all else that it says. */
export const mostNamed = 40 * idsEach
const videosKey = (index: number) => `matinee_videos_${index}`

export function writeTerms(terms: PurchaseTerms): Metadata {
  if (terms.kind === 'bundle') return writeBundle(terms)
  const common = { matinee_kind: terms.kind, matinee_video: terms.videoId }
  return terms.kind === 'buy'
    ? common
    : {
        ...common,
        matinee_start_days: String(terms.startDays),
        matinee_watch_hours: String(terms.watchHours),
      }
}

function writeBundle(terms: Extract<PurchaseTerms, { kind: 'bundle' }>): Metadata {
  const { bundleId, videoIds, collectionId } = terms
  const metadata: Metadata = { matinee_kind: 'bundle', matinee_bundle: bundleId }
  if (collectionId !== null) metadata.matinee_collection = collectionId
  for (let index = 0; index * idsEach < videoIds.length; index += 1) {
    const some = videoIds.slice(index * idsEach, (index + 1) * idsEach)
    metadata[videosKey(index)] = some.join(',')
  }
  return metadata
}

function readBundle(metadata: Metadata): PurchaseTerms | null {
  const { matinee_bundle: bundleId = '', matinee_collection: collection = '' } = metadata
  const videoIds: string[] = []
  for (let index = 0; ; index += 1) {
    const some = metadata[videosKey(index)]
    if (some === undefined) break
    videoIds.push(...some.split(','))
  }
  const known = uuid.test(bundleId) && videoIds.length > 0 && videoIds.every((id) => uuid.test(id))
  const collectionId = uuid.test(collection) ? collection : null
  return known ? { kind: 'bundle', bundleId, videoIds: [...new Set(videoIds)], collectionId } : null
}

/** Null for checkouts that are not Matinee's. */
export function readTerms(metadata: Metadata | null): PurchaseTerms | null {
  const { matinee_kind: kind, matinee_video: videoId = '' } = metadata ?? {}
  if (kind === 'bundle') return readBundle(metadata ?? {})
  if (!uuid.test(videoId)) return null
  if (kind === 'buy') return { kind, videoId }
  const startDays = Number(metadata?.matinee_start_days)
  const watchHours = Number(metadata?.matinee_watch_hours)
  if (kind !== 'rent' || !(startDays > 0) || !(watchHours > 0)) return null
  return { kind, videoId, startDays, watchHours }
}

/** What is sold: of each a person has at most one page open. */
export const subjectSold = (terms: PurchaseTerms): string =>
  terms.kind === 'bundle' ? `bundle:${terms.bundleId}` : `video:${terms.videoId}`

/** A purchase is called by its checkout session; each of a bundle by its video besides. */
export const purchaseId = (sessionId: string, videoId: string) => `${sessionId}:${videoId}`
export const sessionOf = (purchaseId: string): string => purchaseId.split(':')[0] ?? purchaseId
