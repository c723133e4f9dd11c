import type { Offer } from '../../../contract/access.ts'
import type { ActiveStream } from '../../../contract/playback.ts'
import { reasonWords, type TitleAndText } from '../../../contract/words/access.ts'
import { playerWords } from '../../../contract/words/player.ts'
import type { Problem } from '../source/problems.ts'

/** What a button on a panel does. */
export type ActionKind = 'retry' | 'sign-in' | 'play-here' | 'replay'

export interface Action {
  kind: ActionKind
  label: string
}

export type PanelKind =
  | 'paywall'
  | 'teaser-end'
  | 'sign-in'
  | 'streams'
  | 'taken-over'
  | 'ended'
  | 'not-found'
  | 'unavailable'
  | 'unsupported'

/** What stands over the picture when it has stopped: why, what to do next, and the means to do it. */
export interface Panel extends TitleAndText {
  kind: PanelKind
  offers: Offer[]
  streams: ActiveStream[]
  actions: Action[]
}

const retry = (): Action => ({ kind: 'retry', label: playerWords('tryAgain') })
/** Where nothing is offered, signing in leads on only for whoever holds it by then. */
const signIn = ({ offers, reason }: Partial<Problem> = {}): Action => ({
  kind: 'sign-in',
  label: playerWords(offers?.length === 0 || reason === 'archived' ? 'hasIt' : 'signIn'),
})
const playHere = (): Action => ({ kind: 'play-here', label: playerWords('playHere') })
const replay = (): Action => ({ kind: 'replay', label: playerWords('replay') })

const panel = (
  kind: PanelKind,
  { title, text }: TitleAndText,
  actions: Action[],
  { offers = [], streams = [] }: Partial<Problem> = {},
): Panel => ({ kind, title, text, actions, offers, streams })

/** A title and a text of the player's own. */
const own = (
  name: 'previewEnd' | 'notFound' | 'offline' | 'unavailable' | 'unsupported',
): TitleAndText => ({
  title: playerWords(`${name}.title`),
  text: playerWords(`${name}.text`),
})

/** Who is not signed in may have paid already. */
const forStrangers = (problem: Problem): Action[] =>
  problem.reason === 'sign_in_required' || problem.reason === 'archived' ? [signIn(problem)] : []

/** The preview is over: the paywall stands over its last frame. */
export const teaserEnd = (problem: Problem): Panel =>
  panel('teaser-end', own('previewEnd'), [...forStrangers(problem), replay()], problem)

/** What to show when the API refuses to let the film play, or to let it go on. */
export function panelFor(problem: Problem): Panel {
  switch (problem.code) {
    case 'SIGN_IN_REQUIRED':
      return panel('sign-in', wordsOf(problem, 'sign_in_required'), [signIn(problem)], problem)
    case 'PAYMENT_REQUIRED':
      return panel('paywall', wordsOf(problem, 'not_entitled'), forStrangers(problem), problem)
    case 'TOO_MANY_STREAMS':
      return panel('streams', tooMany(problem.streams ?? []), [retry()], problem)
    case 'STREAM_TAKEN_OVER':
      return panel('taken-over', wordsOf(problem, 'taken_over'), [playHere()])
    case 'PLAYBACK_ENDED':
      return ended(problem)
    case 'NOT_FOUND':
      return panel('not-found', own('notFound'), [])
    default:
      return unavailable('server', problem.detail)
  }
}

/** Nothing here leads on from these. */
const finalEnds = new Set(['unpublished', 'account_disabled'])

/** Ends of something that was paid for. */
const unpaidEnds = new Set(['payment_failed', 'subscription_ended', 'refunded', 'disputed'])

function ended(problem: Problem): Panel {
  const { reason = '' } = problem
  const words = wordsOf(problem, 'stopped')
  if (unpaidEnds.has(reason)) return panel('paywall', words, [retry()], problem)
  if (finalEnds.has(reason)) return panel('ended', words, [])
  return panel('ended', words, [reason === 'signed_out' ? signIn() : playHere()])
}

/** The words for the reason, else the API's own sentence under the general title. */
function wordsOf(
  { reason, offers, detail }: Problem,
  general: 'sign_in_required' | 'not_entitled' | 'taken_over' | 'stopped',
): TitleAndText {
  const { title, text } = reasonWords(general, offers) ?? own('unavailable')
  return reasonWords(reason, offers) ?? { title, text: detail ?? text }
}

const tooMany = ({ length: count }: ActiveStream[]): TitleAndText => ({
  title: playerWords('streams.title', { count }),
  text: playerWords('streams.text'),
})

/** The API or the bucket cannot be reached, or cannot serve. */
export function unavailable(trouble: 'connection' | 'server', detail?: string): Panel {
  const words = own(trouble === 'connection' ? 'offline' : 'unavailable')
  const text = trouble === 'server' ? (detail ?? words.text) : words.text
  return panel('unavailable', { ...words, text }, [retry()])
}

/** The browser has neither Media Source Extensions nor HLS of its own. */
export const unsupported = (): Panel => panel('unsupported', own('unsupported'), [])
