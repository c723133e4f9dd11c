import type { StudioVideo } from '../../../contract/studio.ts'
import { money } from '../../../contract/words/format.ts'
import { studioWords } from '../../../contract/words/studio.ts'

/** Who may watch, in a few words: "Members, rent $3.99". */
export function accessSummary({
  access: { free, planIds, rent, buy },
  forNobody,
}: Pick<StudioVideo, 'access' | 'forNobody'>): string {
  if (free) return studioWords('forEveryone')
  const ways = [
    planIds.length > 0 ? studioWords('members') : undefined,
    rent === null
      ? undefined
      : studioWords('rentFor', { amount: money(rent.amount, rent.currency) }),
    buy === null ? undefined : studioWords('buyFor', { amount: money(buy.amount, buy.currency) }),
  ].filter((way) => way !== undefined)
  if (ways.length === 0) return studioWords(forNobody ? 'forNobody' : 'byOthers')
  const words = ways.join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
