import t from 'tap'
import { decideAccess } from '../../server/entitlements/decide.ts'
import type { SubscriptionFact } from '../../server/entitlements/types.ts'
import {
  after,
  day,
  facts,
  grant,
  holding,
  hour,
  item,
  periodEnd,
  periodStart,
  premium,
  purchase,
  rental,
  subscription,
  video,
  viewer,
} from './build-facts.ts'

/** Moments of a period of March, to the second. The slack after it is a day, the grace a week. */
const moments: Record<string, Date> = {
  'in period': after(periodEnd, -10 * day),
  'last second': after(periodEnd, -1),
  'period end': periodEnd,
  'slack, last second': after(periodEnd, day - 1),
  'slack end': after(periodEnd, day),
}

const cancelling: Record<string, Partial<SubscriptionFact>> = {
  'not cancelling': {},
  'at period end': { cancelAtPeriodEnd: true },
  'at a date before': { cancelAt: after(periodEnd, -1) },
  'at a date after': { cancelAt: after(periodEnd, 2 * day) },
}

/** Access (yes) or none (–) at each moment above, for every status and way to cancel. */
const bySubscription = `
  active             | not cancelling   | yes | yes | yes | yes | –
  active             | at period end    | yes | yes | –   | –   | –
  active             | at a date before | yes | –   | –   | –   | –
  active             | at a date after  | yes | yes | yes | yes | –
  trialing           | not cancelling   | yes | yes | yes | yes | –
  trialing           | at period end    | yes | yes | –   | –   | –
  trialing           | at a date before | yes | –   | –   | –   | –
  trialing           | at a date after  | yes | yes | yes | yes | –
  incomplete         | not cancelling   | –   | –   | –   | –   | –
  incomplete         | at period end    | –   | –   | –   | –   | –
  incomplete_expired | not cancelling   | –   | –   | –   | –   | –
  unpaid             | not cancelling   | –   | –   | –   | –   | –
  unpaid             | at period end    | –   | –   | –   | –   | –
  paused             | not cancelling   | –   | –   | –   | –   | –
  paused             | at period end    | –   | –   | –   | –   | –
  canceled           | not cancelling   | –   | –   | –   | –   | –
  canceled           | at period end    | –   | –   | –   | –   | –
  from_the_future    | not cancelling   | –   | –   | –   | –   | –
  from_the_future    | at a date after  | –   | –   | –   | –   | –
`

const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

t.test('each status gives access exactly while its period is paid for', async (t) => {
  for (const [status = '', how = '', ...cells] of rows(bySubscription)) {
    for (const [index, [moment, now]] of Object.entries(moments).entries()) {
      const held = subscription({ status, ...cancelling[how] })
      const decision = decideAccess(holding({ subscriptions: [held] }), now)
      t.equal(decision.allowed, cells[index] === 'yes', `${status}, ${how}, ${moment}`)
    }
  }
})

/** Seconds after the first failed payment, or null when its time is unknown. */
const byGrace = `
  past_due | not cancelling   | 0           | yes
  past_due | not cancelling   | 604799      | yes
  past_due | not cancelling   | 604800      | –
  past_due | not cancelling   | unknown     | –
  past_due | at a date before | 0           | –
  unpaid   | not cancelling   | 0           | –
`

t.test('past due gives access until the grace ends, to the second', async (t) => {
  for (const [status = '', how = '', seconds = '', cell] of rows(byGrace)) {
    const pastDueSince = seconds === 'unknown' ? null : periodEnd
    const paying = item({
      currentPeriodStart: periodEnd,
      currentPeriodEnd: after(periodEnd, 31 * day),
    })
    const held = subscription({ status, pastDueSince, items: [paying], ...cancelling[how] })
    const now = after(periodEnd, Number(seconds) || 0)
    const decision = decideAccess(holding({ subscriptions: [held] }), now)
    t.equal(decision.allowed, cell === 'yes', `${status}, ${how}, ${seconds} s`)
  }
})

t.test('a viewer in grace is told until when, and one after it since when', async (t) => {
  const held = subscription({ status: 'past_due', pastDueSince: periodStart })
  const graceUntil = after(periodStart, 7 * day)
  t.match(decideAccess(holding({ subscriptions: [held] }), after(graceUntil, -1)), {
    because: 'subscription',
    until: graceUntil,
    notice: { kind: 'payment_failed', graceUntil },
  })
  t.match(decideAccess(holding({ subscriptions: [held] }), graceUntil), {
    because: 'payment_failed',
    since: periodStart,
    offers: [{ kind: 'portal' }],
  })
})

t.test('no days of grace mean no grace', async (t) => {
  const held = subscription({ status: 'past_due', pastDueSince: periodStart })
  const policy = { graceDays: 0, defaultMaxStreams: 2 }
  const strict = { ...holding({ subscriptions: [held] }), policy }
  t.equal(decideAccess(strict, periodStart).allowed, false)
})

t.test('a cancelled subscription says when it ends', async (t) => {
  const held = subscription({ cancelAtPeriodEnd: true })
  t.match(decideAccess(holding({ subscriptions: [held] }), periodStart), {
    because: 'subscription',
    until: periodEnd,
    notice: { kind: 'ending', endsAt: periodEnd },
  })
})

t.test('a period whose money went back or was never asked for gives nothing', async (t) => {
  const because = {
    collection_paused: 'subscription_paused',
    refunded: 'refunded',
    disputed: 'disputed',
  } as const
  for (const suspended of ['collection_paused', 'refunded', 'disputed'] as const) {
    const held = subscription({ suspended })
    const decision = decideAccess(holding({ subscriptions: [held] }), periodStart)
    t.match(decision, { allowed: false, because: because[suspended] })
  }
})

t.test('a plan counts only for the videos that it includes', async (t) => {
  const onlyPremium = { planIds: ['premium'] }
  const now = periodStart
  const decide = (held: SubscriptionFact) =>
    decideAccess(holding({ subscriptions: [held] }, onlyPremium), now)
  t.match(decide(subscription()), { allowed: false, because: 'plan_not_included' })
  t.match(decide(subscription({ items: [item({ plan: premium })] })), { planId: 'premium' })
  t.match(decide(subscription({ items: [item({ plan: null })] })), { allowed: false })
  t.match(decide(subscription({ items: [item({ plan: premium, quantity: 0 })] })), {
    allowed: false,
  })
  t.match(decide(subscription({ items: [item(), item({ plan: premium })] })), { allowed: true })
  t.match(decideAccess(holding({ subscriptions: [subscription()] }, { planIds: [] }), now), {
    allowed: false,
  })
})

t.test(
  'of several subscriptions any gives access, and the one that lasts longest is named',
  async (t) => {
    const ended = subscription({ id: 'ended', status: 'canceled', endedAt: periodStart })
    const ending = subscription({ id: 'ending', cancelAtPeriodEnd: true })
    const renewing = subscription({ id: 'renewing', items: [item({ plan: premium })] })
    const decide = (subscriptions: SubscriptionFact[]) =>
      decideAccess(holding({ subscriptions }), periodStart)
    t.match(decide([ended, ending]), { allowed: true, subscriptionId: 'ending' })
    t.match(decide([ending, renewing]), { subscriptionId: 'renewing', notice: null })
    t.match(decide([renewing, ending]), { subscriptionId: 'renewing' })
    t.match(decide([subscription(), renewing]), { planId: 'premium' }, 'the better plan on a tie')
    t.match(decide([ended]), { because: 'subscription_ended', endedAt: periodStart })
  },
)

t.test('each item of a subscription has a period of its own', async (t) => {
  const short = item({ currentPeriodEnd: after(periodStart, day) })
  const long = item({ plan: premium, currentPeriodEnd: periodEnd })
  const held = holding({ subscriptions: [subscription({ items: [short, long] })] })
  t.match(decideAccess(held, after(periodStart, 10 * day)), { allowed: true, planId: 'premium' })
})

t.test('a bought film stays, until its money goes back', async (t) => {
  const decide = (status: string) =>
    decideAccess(holding({ purchases: [purchase({ status })] }), after(periodEnd, 9_999 * day))
  t.match(decide('paid'), { allowed: true, because: 'bought', until: null })
  t.match(decide('refunded'), { allowed: false, because: 'refunded', sourceId: 'purchase' })
  t.match(decide('disputed'), { allowed: false, because: 'disputed' })
  t.match(decide('lost'), { allowed: false, because: 'disputed' })
  t.match(decide('whatever'), { allowed: false })
})

t.test('a rental must begin in its window and is watched to the end of another', async (t) => {
  const lastSecond = after(periodEnd, -1)
  const decide = (changes: object, now: Date) =>
    decideAccess(holding({ purchases: [rental(changes)] }), now)
  t.match(decide({}, lastSecond), { because: 'rented', started: false, until: periodEnd })
  t.match(decide({}, periodEnd), { because: 'rental_expired', expiredAt: periodEnd })

  const started = { firstPlayedAt: lastSecond }
  const windowEnd = after(lastSecond, 48 * hour)
  t.match(decide(started, after(windowEnd, -1)), { started: true, until: windowEnd })
  t.match(decide(started, windowEnd), { because: 'rental_expired', expiredAt: windowEnd })
  t.match(decide({ status: 'refunded' }, periodStart), { because: 'refunded' })
  t.match(decide({ startBy: null }, periodStart), { allowed: false }, 'terms unknown')
  t.match(decide({ ...started, watchHours: null }, lastSecond), { allowed: false })
})

t.test(
  'a rental never starts while something else gives access, nor a second beside the first',
  async (t) => {
    const rentals = [
      rental({ id: 'fresh' }),
      rental({ id: 'running', firstPlayedAt: after(periodStart, -hour) }),
    ]
    t.match(decideAccess(holding({ purchases: rentals }), periodStart), { purchaseId: 'running' })
    const both = holding({ purchases: rentals, subscriptions: [subscription()] })
    t.match(decideAccess(both, periodStart), { because: 'subscription' })
    const withGrant = holding({ purchases: rentals, grants: [grant({ videoId: 'video' })] })
    t.match(decideAccess(withGrant, periodStart), { because: 'granted' })
  },
)

t.test('a purchase counts for its own video alone', async (t) => {
  const other = holding({
    purchases: [purchase({ videoId: 'other' }), rental({ videoId: 'other' })],
  })
  t.match(decideAccess(other, periodStart), { allowed: false, because: 'not_entitled' })
})

t.test('a grant gives a plan or a film until its end', async (t) => {
  const until = periodEnd
  const decide = (changes: object, now: Date) =>
    decideAccess(holding({ grants: [grant(changes)] }, { planIds: ['premium'] }), now)
  t.match(decide({ videoId: 'video', until }, after(until, -1)), { because: 'granted', until })
  t.match(decide({ videoId: 'video', until }, until), { because: 'grant_ended', endedAt: until })
  t.match(decide({ videoId: 'video' }, until), { because: 'granted', until: null })
  t.match(decide({ videoId: 'other' }, until), { because: 'not_entitled' })
  t.match(decide({ plan: premium, until }, periodStart), { because: 'granted', grantId: 'grant' })
  t.match(decide({ plan: premium, until }, until), { because: 'grant_ended' })
  t.match(decide({ videoId: 'video', revokedAt: periodStart }, periodStart), { allowed: false })
})

t.test('of two grants of a film the longer is named', async (t) => {
  const short = grant({ id: 'short', videoId: 'video', until: periodEnd })
  const endless = grant({ id: 'endless', videoId: 'video' })
  const decide = (grants: (typeof short)[]) => decideAccess(holding({ grants }), periodStart)
  t.match(decide([short, endless]), { grantId: 'endless' })
  t.match(decide([endless, short]), { grantId: 'endless' })
})

t.test('a free film is open to everyone, even to a disabled account', async (t) => {
  const free = { video: video({ free: true }) }
  t.match(decideAccess(facts({ viewer: null, ...free }), periodStart), { because: 'free' })
  t.match(decideAccess(facts(free), periodStart), { because: 'free' })
})

t.test('a stranger is asked to sign in', async (t) => {
  t.match(decideAccess(facts({ viewer: null }), periodStart), {
    allowed: false,
    because: 'sign_in_required',
    until: null,
  })
})

t.test('a disabled account has nothing, whatever it paid for', async (t) => {
  const disabledAt = periodStart
  const held = holding({ disabledAt, purchases: [purchase()], role: 'admin' })
  t.match(decideAccess(held, after(disabledAt, -1)), { allowed: true })
  t.match(decideAccess(held, disabledAt), { because: 'account_disabled', offers: [] })
})

t.test('an operator may watch everything', async (t) => {
  const operator = facts({ viewer: viewer({ role: 'admin' }) })
  t.match(decideAccess(operator, periodStart), { allowed: true, because: 'operator' })
})

t.test('when several things fail, the one easiest to put right is named', async (t) => {
  const failed = subscription({ id: 'failed', status: 'unpaid' })
  const ended = subscription({ id: 'ended', status: 'canceled', endedAt: periodStart })
  const expired = rental({ startBy: periodStart })
  const decide = (held: Parameters<typeof holding>[0]) => decideAccess(holding(held), periodStart)
  t.match(decide({ subscriptions: [ended, failed], purchases: [expired] }), {
    because: 'payment_failed',
    subscriptionId: 'failed',
  })
  t.match(decide({ subscriptions: [ended], purchases: [expired] }), { because: 'rental_expired' })
  t.match(decide({ subscriptions: [subscription({ status: 'incomplete' })] }), {
    because: 'payment_incomplete',
  })
  t.match(decide({ subscriptions: [subscription({ status: 'paused' })] }), {
    because: 'subscription_paused',
    offers: [{ kind: 'portal' }],
  })
})

t.test('a collection that was bought as a whole opens what is in it now', (t) => {
  const whole = purchase({ videoId: 'other', collectionId: 'tides' })
  const because = (changes: object, inside = ['tides']) =>
    decideAccess(
      holding({ purchases: [{ ...whole, ...changes }] }, { collectionIds: inside, planIds: [] }),
      periodStart,
    ).because
  t.equal(because({}), 'bought')
  t.equal(because({}, ['waves']), 'not_entitled')
  t.equal(because({}, []), 'not_entitled')
  t.equal(because({ collectionId: null }), 'not_entitled')
  t.equal(because({ status: 'refunded' }), 'refunded')
  t.not(because({ status: 'something new' }), 'bought')
  t.end()
})
