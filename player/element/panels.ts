import type { ActiveStream, Offer, Problem } from './protocol.ts'

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
export interface Panel {
  kind: PanelKind
  title: string
  text: string
  offers: Offer[]
  streams: ActiveStream[]
  actions: Action[]
}

type Words = readonly [title: string, text: string]

const retry: Action = { kind: 'retry', label: 'Try again' }
const signIn: Action = { kind: 'sign-in', label: 'Sign in' }
const playHere: Action = { kind: 'play-here', label: 'Play here' }
const replay: Action = { kind: 'replay', label: 'Watch the preview again' }

const needsPayment: Words = [
  'This film is for subscribers and buyers',
  'Choose how you would like to watch it.',
]

const paywallWords: Record<string, Words> = {
  not_entitled: needsPayment,
  payment_failed: [
    'Your last payment did not go through',
    'Update how you pay, and the film goes on where you stopped.',
  ],
  payment_incomplete: [
    'Your first payment was not completed',
    'Complete it, and the film plays at once.',
  ],
  subscription_paused: [
    'Your subscription is paused',
    'Resume it, and the film goes on where you stopped.',
  ],
  subscription_ended: [
    'Your subscription has ended',
    'Subscribe again, and the film goes on where you stopped.',
  ],
  plan_not_included: ['Your plan does not include this film', 'Choose another way to watch it.'],
  rental_expired: [
    'Your rental is over',
    'Rent the film again, or choose another way to watch it.',
  ],
  refunded: [
    'Your payment was refunded',
    'The film is no longer yours to watch; choose a new way if you like.',
  ],
  disputed: [
    'Your payment is disputed',
    'The film can be watched again once your bank has settled it, or after a new payment.',
  ],
  sign_in_required: [
    'This film is for subscribers and buyers',
    'Sign in if you are one of them, or choose how you would like to watch it.',
  ],
  grant_ended: ['Your free access has ended', 'Choose how you would like to go on watching.'],
}

const endedWords: Record<string, Words> = {
  kicked: [
    'Playback was stopped',
    'The people who run this site stopped it; press Play here to start again.',
  ],
  signed_out: ['You were signed out', 'Sign in again, and the film goes on where you stopped.'],
  unpublished: ['This film was withdrawn', 'It is no longer shown here; choose another one.'],
  account_disabled: ['Your account is closed', 'Write to us if you think that this is a mistake.'],
}

const panel = (
  kind: PanelKind,
  [title, text]: Words,
  actions: Action[],
  { offers = [], streams = [] }: Partial<Problem> = {},
): Panel => ({ kind, title, text, actions, offers, streams })

/** Who is not signed in may have paid already. */
const forStrangers = ({ reason }: Problem): Action[] =>
  reason === 'sign_in_required' ? [signIn] : []

/** The preview is over: the paywall stands over its last frame. */
export const teaserEnd = (problem: Problem): Panel =>
  panel(
    'teaser-end',
    ['The preview ends here', 'Choose how you would like to watch the rest.'],
    [...forStrangers(problem), replay],
    problem,
  )

/** What to show when the API refuses to let the film play, or to let it go on. */
export function panelFor(problem: Problem): Panel {
  switch (problem.code) {
    case 'SIGN_IN_REQUIRED':
      return panel(
        'sign-in',
        ['Sign in to watch', 'This film is for members; sign in to go on.'],
        [signIn],
        problem,
      )
    case 'PAYMENT_REQUIRED':
      return panel(
        'paywall',
        wordsOf(paywallWords, problem, needsPayment),
        forStrangers(problem),
        problem,
      )
    case 'TOO_MANY_STREAMS':
      return panel('streams', tooManyWords(problem.streams ?? []), [retry], problem)
    case 'STREAM_TAKEN_OVER':
      return panel(
        'taken-over',
        problem.reason === 'limit'
          ? ['Your plan is playing on other devices', 'Press Play here to choose which one stops.']
          : ['Playing on another device', 'Another device took over; press Play here to go on.'],
        [playHere],
      )
    case 'PLAYBACK_ENDED':
      return ended(problem)
    case 'NOT_FOUND':
      return panel(
        'not-found',
        ['This film is not here', 'It may have been withdrawn; choose another one.'],
        [],
      )
    default:
      return unavailable('server', problem.detail)
  }
}

/** Nothing here leads on from these. */
const finalEnds = new Set(['unpublished', 'account_disabled'])

function ended(problem: Problem): Panel {
  const { reason = '' } = problem
  if (reason in paywallWords)
    return panel('paywall', wordsOf(paywallWords, problem, needsPayment), [retry], problem)
  const words = wordsOf(endedWords, problem, [
    'This playback has ended',
    'Press Play here to go on.',
  ])
  if (finalEnds.has(reason)) return panel('ended', words, [])
  return panel('ended', words, [reason === 'signed_out' ? signIn : playHere])
}

/** The words for a reason that is known here, else the API's own sentence, else the general one. */
function wordsOf(words: Record<string, Words>, { reason, detail }: Problem, general: Words): Words {
  const known = reason === undefined ? undefined : words[reason]
  return known ?? [general[0], detail ?? general[1]]
}

const tooManyWords = (streams: ActiveStream[]): Words => [
  streams.length === 1
    ? 'Your plan is playing on another device'
    : `Your plan is playing on ${streams.length || 'other'} devices already`,
  'Stop one of them to watch here.',
]

/** The API or the bucket cannot be reached, or cannot serve. */
export const unavailable = (trouble: 'connection' | 'server', detail?: string): Panel =>
  panel(
    'unavailable',
    trouble === 'connection'
      ? ['There is no connection', 'Check that you are online; the film goes on once you are.']
      : [
          'The film cannot be played right now',
          detail ?? 'The trouble is on our side; try again in a moment.',
        ],
    [retry],
  )

/** The browser has neither Media Source Extensions nor HLS of its own. */
export const unsupported: Panel = panel(
  'unsupported',
  [
    'This browser cannot play the film',
    'Use a current version of Chrome, Edge, Firefox or Safari.',
  ],
  [],
)
