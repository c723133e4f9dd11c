import { access, type Ways } from './en/access.ts'
import { area, type Speak } from './speak.ts'

export const accessWords = area('access', access)

/** A title, and below it what happened or what can be done. */
export interface TitleAndText {
  title: string
  text: string
}

type NameOf<Key> = Key extends `${infer Name}.title` ? Name : never
/** What access is refused for, or a playback ended by. */
export type Reason = NameOf<keyof typeof access>

const isReason = (reason: string): reason is Reason => accessWords.has(`${reason}.title`)

/** The ways to watch that are among the offers. */
const waysOf = (offers: readonly { kind: string }[]): Ways => {
  const offered = (kind: string) => offers.some((offer) => offer.kind === kind)
  return { plan: offered('plan'), rent: offered('rent'), buy: offered('buy') }
}

/**
 * Why a film does not play: undefined for a reason that is not known here.
 *
 * @param offers what would give access; left out while that is not known
 */
export function reasonWords(
  reason: string | undefined,
  offers?: readonly { kind: string }[],
  speak: Speak<typeof access> = accessWords,
): TitleAndText | undefined {
  if (reason === undefined || !isReason(reason)) return undefined
  const ways = offers === undefined ? null : waysOf(offers)
  const outOfReach = ways !== null && !ways.plan && !ways.rent && !ways.buy
  const said = outOfReach && forNewcomers.has(reason) ? 'unavailable' : reason
  return { title: speak(`${said}.title`, ways), text: speak(`${said}.text`, ways) }
}

/** Reasons of those who have had nothing yet: without an offer there is nothing that they could do. */
const forNewcomers = new Set<Reason>(['not_entitled', 'sign_in_required'])

/** The same in one line, for those who show no title. */
export const sentenceOf = ({ title, text }: TitleAndText): string => `${title}. ${text}`
