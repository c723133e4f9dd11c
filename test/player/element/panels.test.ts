import t from 'tap'
import { type PanelKind, panelFor, teaserEnd, unavailable } from '../../../player/element/panels.ts'
import type { Offer, Problem } from '../../../player/element/protocol.ts'

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
const problem = (code: string, members: Partial<Problem> = {}): Problem => ({
  status: statuses[code] ?? 400,
  code,
  ...members,
})

const table: [
  code: string,
  reason: string | undefined,
  kind: PanelKind,
  title: string,
  next: string[],
][] = [
  ['SIGN_IN_REQUIRED', undefined, 'sign-in', 'Sign in to watch', ['Sign in']],
  ['PAYMENT_REQUIRED', undefined, 'paywall', 'This film is for subscribers and buyers', []],
  ['PAYMENT_REQUIRED', 'not_entitled', 'paywall', 'This film is for subscribers and buyers', []],
  ['PAYMENT_REQUIRED', 'payment_failed', 'paywall', 'Your last payment did not go through', []],
  ['PAYMENT_REQUIRED', 'payment_incomplete', 'paywall', 'Your first payment was not completed', []],
  ['PAYMENT_REQUIRED', 'subscription_paused', 'paywall', 'Your subscription is paused', []],
  ['PAYMENT_REQUIRED', 'subscription_ended', 'paywall', 'Your subscription has ended', []],
  ['PAYMENT_REQUIRED', 'plan_not_included', 'paywall', 'Your plan does not include this film', []],
  ['PAYMENT_REQUIRED', 'rental_expired', 'paywall', 'Your rental is over', []],
  ['PAYMENT_REQUIRED', 'refunded', 'paywall', 'Your payment was refunded', []],
  ['PAYMENT_REQUIRED', 'disputed', 'paywall', 'Your payment is disputed', []],
  ['PAYMENT_REQUIRED', 'grant_ended', 'paywall', 'Your free access has ended', []],
  [
    'TOO_MANY_STREAMS',
    undefined,
    'streams',
    'Your plan is playing on other devices already',
    ['Try again'],
  ],
  ['STREAM_TAKEN_OVER', undefined, 'taken-over', 'Playing on another device', ['Play here']],
  ['PLAYBACK_ENDED', undefined, 'ended', 'This playback has ended', ['Play here']],
  ['PLAYBACK_ENDED', 'kicked', 'ended', 'Playback was stopped', ['Play here']],
  [
    'STREAM_TAKEN_OVER',
    'limit',
    'taken-over',
    'Your plan is playing on other devices',
    ['Play here'],
  ],
  [
    'PAYMENT_REQUIRED',
    'sign_in_required',
    'paywall',
    'This film is for subscribers and buyers',
    ['Sign in'],
  ],
  ['PLAYBACK_ENDED', 'signed_out', 'ended', 'You were signed out', ['Sign in']],
  ['PLAYBACK_ENDED', 'unpublished', 'ended', 'This film was withdrawn', []],
  ['PLAYBACK_ENDED', 'account_disabled', 'ended', 'Your account is closed', []],
  ['PLAYBACK_ENDED', 'refunded', 'paywall', 'Your payment was refunded', ['Try again']],
  [
    'PLAYBACK_ENDED',
    'payment_failed',
    'paywall',
    'Your last payment did not go through',
    ['Try again'],
  ],
  ['NOT_FOUND', undefined, 'not-found', 'This film is not here', []],
  [
    'ENTITLEMENTS_UNAVAILABLE',
    undefined,
    'unavailable',
    'The film cannot be played right now',
    ['Try again'],
  ],
  ['SOMETHING_NEW', undefined, 'unavailable', 'The film cannot be played right now', ['Try again']],
]

for (const [code, reason, kind, title, next] of table) {
  t.test(`${code}${reason ? ` because ${reason}` : ''}: ${title}`, (t) => {
    const panel = panelFor(problem(code, reason === undefined ? {} : { reason }))
    t.match(panel, { kind, title })
    t.same(
      panel.actions.map(({ label }) => label),
      next,
    )
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

t.test('the streams that play are counted and listed', (t) => {
  const streams = [{ id: 'a' }]
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
