import type { Card } from '../../contract/catalog.ts'
import type { FrontRowKind } from '../../contract/front.ts'

/** With no more films than these beside the hero, what is new is seen anyway among all. */
const handful = 8
const newestShown = 4
const mostInRow = 12
export const pageSize = 24
/** As many of a row are looked for: one more than it shows, where the hero is among them. */
export const mostLookedAt = mostInRow + 1
/** As many of the newest are looked for: what leads, a handful, and whether there are more. */
export const newestLookedAt = handful + 2

/** What was looked up for a front page. */
interface Found {
  /** What may lead before the newest. */
  leading: readonly Card[]
  newest: readonly Card[]
  /** Of two films that are not free. */
  paidIds: readonly string[]
  rows: readonly { kind: FrontRowKind; videos: readonly Card[] }[]
}

/** @returns what leads the page, and the films of each row, in order; what leads is there once */
export function arrangeFront({ leading, newest, paidIds, rows }: Found) {
  const hero = leading[0] ?? newest[0] ?? null
  const others = (videos: readonly Card[]) => videos.filter(({ id }) => id !== hero?.id)
  const has = (wanted: FrontRowKind) => rows.some(({ kind }) => kind === wanted)
  const besides = others(newest)
  const recent = has('new') && (!has('all') || besides.length > handful) ? besides : []
  const shown = recent.slice(0, newestShown)
  const isRecent = new Set(shown.map(({ id }) => id))
  const hasPaid = paidIds.some((id) => id !== hero?.id)
  const listOf = ({ kind, videos }: Found['rows'][number]): readonly Card[] => {
    if (kind === 'new') return shown
    if (kind === 'free' && !hasPaid) return []
    // The list is shown nowhere else.
    if (kind === 'films' || kind === 'watchlist') return others(videos)
    if (kind !== 'all') return others(videos).slice(0, mostInRow)
    return others(videos.slice(0, pageSize)).filter(({ id }) => !isRecent.has(id))
  }
  return { hero, lists: rows.map(listOf) }
}
