import type { FrontDraft, FrontRow, FrontRowKind } from '../../contract/front.ts'
import type { SiteValues } from '../settings/site-settings.ts'

export interface StoredFront extends FrontDraft {
  version: number
}

const rowOf = (kind: FrontRowKind): FrontRow => ({
  ...{ kind, title: '', hidden: false },
  ...{ category: null, collectionId: null, videoIds: [] },
})

/** As it is where nobody has arranged anything. */
export const usualFront: StoredFront = {
  version: 0,
  hero: { kind: 'usual', videoId: null },
  rows: (['continue', 'watchlist', 'new', 'free', 'coming', 'all'] as const).map(rowOf),
}

export const frontOf = ({ front }: Pick<SiteValues, 'front'>): StoredFront => ({
  ...usualFront,
  ...(front as Partial<StoredFront>),
})
