import t from 'tap'
import type { Offer } from '../../../contract/access.ts'
import { reasonWords } from '../../../contract/words/access.ts'
import {
  type PanelKind,
  panelFor,
  teaserEnd,
  unavailable,
} from '../../../player/element/panels/panels.ts'
import type { Problem } from '../../../player/element/source/problems.ts'

const offers: Offer[] = [{ kind: 'buy', amount: 1299, currency: 'usd' }]
const statuses: Record<string, number> = {
  SIGN_IN_REQUIRED: 401,
  PAYMENT_REQUIRED: 402,
  NOT_FOUND: 404,
  TOO_MANY_STREAMS: 409,
  STREAM_TAKEN_OVER: 409,
  PLAYBACK_ENDED: 410,
  ENTITLEMENTS_UNAVAILABLE: 503,
}
/** Codes and reasons that a newer server knows come too. */
const problem = (
  code: string,
  members: Partial<Omit<Problem, 'reason'>> & { reason?: string } = {},
): Problem => ({ status: statuses[code] ?? 400, code, ...members }) as Problem

const table: [code: string, reason: string | undefined, kind: PanelKind, next: string[]][] = [
  ['SIGN_IN_REQUIRED', undefined, 'sign-in', ['Sign in']],
  ['PAYMENT_REQUIRED', undefined, 'paywall', []],
  ['PAYMENT_REQUIRED', 'not_entitled', 'paywall', []],
  ['PAYMENT_REQUIRED', 'payment_failed', 'paywall', []],
  ['PAYMENT_REQUIRED', 'payment_incomplete', 'paywall', []],
  ['PAYMENT_REQUIRED', 'subscription_paused', 'paywall', []],
  ['PAYMENT_REQUIRED', 'subscription_ended', 'paywall', []],
  ['PAYMENT_REQUIRED', 'plan_not_included', 'paywall', []],
  ['PAYMENT_REQUIRED', 'rental_expired', 'paywall', []],
  ['PAYMENT_REQUIRED', 'refunded', 'paywall', []],
  ['PAYMENT_REQUIRED', 'disputed', 'paywall', []],
  ['PAYMENT_REQUIRED', 'grant_ended', 'paywall', []],
  ['PAYMENT_REQUIRED', 'sign_in_required', 'paywall', ['Sign in']],
  ['PAYMENT_REQUIRED', 'archived', 'paywall', ['Have it already? Sign in']],
  ['TOO_MANY_STREAMS', undefined, 'streams', ['Try again']],
  ['STREAM_TAKEN_OVER', undefined, 'taken-over', ['Play here']],
  ['STREAM_TAKEN_OVER', 'limit', 'taken-over', ['Play here']],
  ['PLAYBACK_ENDED', undefined, 'ended', ['Play here']],
  ['PLAYBACK_ENDED', 'kicked', 'ended', ['Play here']],
  ['PLAYBACK_ENDED', 'replaced', 'ended', ['Play here']],
  ['PLAYBACK_ENDED', 'signed_out', 'ended', ['Sign in']],
  ['PLAYBACK_ENDED', 'unpublished', 'ended', []],
  ['PLAYBACK_ENDED', 'account_disabled', 'ended', []],
  ['PLAYBACK_ENDED', 'refunded', 'paywall', ['Try again']],
  ['PLAYBACK_ENDED', 'payment_failed', 'paywall', ['Try again']],
  ['NOT_FOUND', undefined, 'not-found', []],
  ['ENTITLEMENTS_UNAVAILABLE', undefined, 'unavailable', ['Try again']],
  ['SOMETHING_NEW', undefined, 'unavailable', ['Try again']],
]

for (const [code, reason, kind, next] of table) {
  t.test(`${code}${reason ? ` because ${reason}` : ''} gives a panel of its own`, (t) => {
    const panel = panelFor(problem(code, reason === undefined ? {} : { reason }))
    t.equal(panel.kind, kind)
    if (reason !== undefined) t.match(panel, reasonWords(reason))
    t.same(
      panel.actions.map(({ label }) => label),
      next,
    )
    t.match(panel.title, /^[A-Z].*[^.]$/)
    t.match(panel.text, /^[A-Z].*\.$/, 'one sentence on what to do')
    t.notMatch(panel.text.slice(0, -1), /\. /, 'and only one')
    t.end()
  })
}

t.test('offers stand on every paywall', (t) => {
  t.same(panelFor(problem('PAYMENT_REQUIRED', { offers })).offers, offers)
  t.same(panelFor(problem('PLAYBACK_ENDED', { reason: 'refunded', offers })).offers, offers)
  const preview = teaserEnd(problem('PAYMENT_REQUIRED', { offers }))
  t.same(preview.offers, offers)
  t.same(preview.kind, 'teaser-end')
  t.same(panelFor(problem('SIGN_IN_REQUIRED', { offers })).offers, offers)
  t.end()
})

t.test('at the end of a preview a stranger may sign in', (t) => {
  const labels = (members: Partial<Problem>) =>
    teaserEnd(problem('PAYMENT_REQUIRED', members)).actions.map(({ label }) => label)
  t.same(labels({ reason: 'sign_in_required' }), ['Sign in', 'Watch the preview again'])
  t.same(labels({ reason: 'not_entitled' }), ['Watch the preview again'])
  t.end()
})

t.test('where nothing is offered signing in is for those who have the film already', (t) => {
  for (const code of ['SIGN_IN_REQUIRED', 'PAYMENT_REQUIRED']) {
    const panel = panelFor(problem(code, { reason: 'sign_in_required', offers: [] }))
    t.equal(panel.title, 'This film cannot be watched at the moment')
    t.same(
      panel.actions.map(({ label }) => label),
      ['Have it already? Sign in'],
    )
  }
  t.end()
})

t.test('the streams that play are counted and listed', (t) => {
  const streams = [{ id: 'a', deviceName: null, title: 'Dawn', startedAt: '2031-05-03T12:00:00Z' }]
  t.match(panelFor(problem('TOO_MANY_STREAMS', { streams })), {
    title: 'Your plan is playing on another device',
    streams,
  })
  t.end()
})

t.test('a reason that is not known here is told in the words of the API', (t) => {
  const detail = 'Your school has no licence.'
  t.equal(panelFor(problem('PAYMENT_REQUIRED', { reason: 'licence', detail })).text, detail)
  t.equal(panelFor(problem('PLAYBACK_ENDED', { reason: 'licence', detail })).text, detail)
  t.equal(panelFor(problem('SOMETHING_NEW', { detail })).text, detail)
  t.end()
})

t.test('a lost connection and a server in trouble are told apart', (t) => {
  t.match(unavailable('connection').title, 'There is no connection')
  t.match(unavailable('server').title, 'The film cannot be played right now')
  t.end()
})
