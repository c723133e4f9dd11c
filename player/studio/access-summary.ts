import type { VideoAccess } from '../../contract/studio.ts'
import { money } from '../../contract/words/format.ts'

/** Who may watch, in a few words: "Members, rent $3.99". */
export function accessSummary({ free, planIds, rent, buy }: VideoAccess): string {
  if (free) return 'Free for everyone'
  const ways = [
    planIds.length > 0 ? 'Members' : undefined,
    rent === null ? undefined : `rent ${money(rent.amount, rent.currency)}`,
    buy === null ? undefined : `buy ${money(buy.amount, buy.currency)}`,
  ].filter((way) => way !== undefined)
  if (ways.length === 0) return 'Nobody may watch yet'
  const words = ways.join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
