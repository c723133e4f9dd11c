import type { Access } from '../../contract/access.ts'
import { accessWords } from '../../contract/words/access.ts'

/** The badge on a poster; undefined where the viewer may simply watch, or nobody can get it. */
export function badge({ allowed, because, offers }: Access): string | undefined {
  if (because === 'free') return accessWords('badge.free')
  if (because === 'rented') return accessWords('badge.rented')
  if (because === 'bought') return accessWords('badge.bought')
  if (allowed || because === 'archived' || because === 'coming') return undefined
  if (offers.length === 0)
    return because === 'payment_pending' ? accessWords('badge.members') : undefined
  const single = offers.every(({ kind }) => kind === 'rent' || kind === 'buy')
  return accessWords(single ? 'badge.sale' : 'badge.members')
}
