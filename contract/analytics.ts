/** What came in, who subscribes and what was watched, for whoever runs the site. */
import { type Static, Type } from 'typebox'
import { Amount, Currency, count, Input, Nullable, Time, Uuid } from './common.ts'

/** A day, UTC. */
const Day = Type.String({ format: 'date', pattern: '^[12]\\d{3}-', description: 'A day, UTC.' })

export const NumbersQuery = Input({
  from: Type.Optional({ ...Day, description: 'First day, UTC; thirty days before `to`.' }),
  to: Type.Optional({
    ...Day,
    description: 'First day after those, UTC; tomorrow. At most 366 days after `from`.',
  }),
})
export type NumbersQuery = Static<typeof NumbersQuery>

const money = {
  currency: Currency,
  amount: Type.Integer({ description: "What arrived, in the currency's minor unit." }),
  refunded: Type.Integer({ description: 'Of these payments, whenever it was paid back.' }),
}
/** What arrived in one currency, and what of that was paid back. */
export const Earned = Type.Object(money, { title: 'Earned' })
export type Earned = Static<typeof Earned>

const watched = {
  plays: count('Viewings of which a player reported.'),
  hoursWatched: Type.Number({ minimum: 0 }),
}
const Viewers = count(
  'People, each once. Of days whose single reports are gone (after 90 days), and of deleted films, ' +
    'each once a day and film. Viewings without an account count as one person each.',
)

const Whole = Type.Integer()

/** How what subscriptions are worth a month changed, in one currency and its minor unit. */
export const WorthMovements = Type.Object(
  {
    currency: Currency,
    opening: Type.Integer({ description: 'At the beginning of the first day.' }),
    new: Type.Integer({ description: 'Of people who never paid before.' }),
    expansion: Type.Integer({ description: 'Of people who pay more than they did.' }),
    reactivation: Type.Integer({ description: 'Of people who had gone and came back.' }),
    contraction: Type.Integer({ description: 'Of people who pay less than they did: below 0.' }),
    churn: Type.Integer({ description: 'Of people who pay nothing any more: below 0.' }),
    closing: Type.Integer({
      description: 'At the end of the last day: the opening with all five movements.',
    }),
    late: Type.Object(
      {
        opening: Whole,
        failed: Type.Integer({ description: 'Whose payment failed in these days.' }),
        recovered: Type.Integer({ description: 'Of what had failed, paid after all: below 0.' }),
        lost: Type.Integer({ description: 'Of what had failed, gone with `churn`: below 0.' }),
        closing: Whole,
      },
      { description: 'The part whose payment failed and is waited for: it counts in all above.' },
    ),
  },
  { title: 'WorthMovements' },
)
export type WorthMovements = Static<typeof WorthMovements>

export const Numbers = Type.Object(
  {
    from: Day,
    to: Type.String({ format: 'date', description: 'Not counted any more.' }),
    revenue: Type.Object({
      mrr: Type.Array(Type.Object({ currency: Currency, amount: Amount }), {
        description:
          'What subscriptions that are active or past due are worth a month now, less the coupons ' +
          'that run on them; trials and those whose collection is paused are worth nothing.',
      }),
      movements: Type.Array(WorthMovements, {
        description: 'Kept with every change; from before that as far as subscriptions tell.',
      }),
      unpriced: count('Items of such subscriptions whose price is not kept here: not in `mrr`.'),
      payments: Type.Array(Earned, {
        description: 'Every payment that succeeded, by its day. Lost disputes are not taken off.',
      }),
      byVideo: Type.Array(
        Type.Object({
          videoId: Nullable(Uuid, { description: 'Null for films that were sold together.' }),
          title: Nullable(
            Type.String({ description: 'Or the bundle’s. Null where it is not known any more.' }),
          ),
          ...money,
        }),
        { description: 'Of these payments those for films, the most first in each currency.' },
      ),
      byPlan: Type.Array(
        Type.Object({
          planId: Nullable(Type.String({ description: 'The plan that was paid for.' })),
          name: Nullable(Type.String({ description: 'Null where it is not known any more.' })),
          ...money,
        }),
        { description: 'Of these payments those for plans, the most first in each currency.' },
      ),
    }),
    subscribers: Type.Object(
      {
        active: count('Now.'),
        trialing: count('Now.'),
        pastDue: count('Now.'),
        started: count('In these days, trials too.'),
        ended: count('In these days.'),
        byPlan: Type.Array(
          Type.Object({
            planId: Nullable(Type.String()),
            name: Nullable(Type.String()),
            ...{ active: count(), trialing: count(), pastDue: count() },
          }),
          { description: 'Now, by the best plan that a subscription is of.' },
        ),
      },
      { description: 'Subscriptions. Those whose first payment never arrived are none.' },
    ),
    trials: Type.Object(
      {
        begun: count('In these days.'),
        ended: count('In these days: they ran out, or were ended before.'),
        converted: count('Of those that ended: with a payment that succeeded.'),
      },
      { description: 'Subscriptions that began with a trial.' },
    ),
    leaving: Type.Object(
      {
        count: count('Subscriptions that were cancelled in these days, and not taken up again.'),
        reasons: Type.Array(
          Type.Object({
            reason: Nullable(
              Type.String({
                description:
                  'As Stripe has it: cancellation_requested, payment_failed, payment_disputed.',
              }),
            ),
            feedback: Nullable(
              Type.String({ description: 'As they chose in Stripe’s portal: too_expensive …' }),
            ),
            count: count(),
          }),
          { description: 'The most frequent first.' },
        ),
        comments: Type.Array(Type.Object({ at: Time, text: Type.String() }), {
          maxItems: 50,
          description: 'What those who left wrote, the newest first.',
        }),
      },
      { description: 'Who leaves, and why.' },
    ),
    ...watched,
    viewers: Viewers,
    byDay: Type.Array(Type.Object({ day: Day, ...watched, viewers: Viewers }), {
      description: 'Every day, also those on which nobody watched.',
    }),
    videos: Type.Array(
      Type.Object({
        videoId: Uuid,
        title: Nullable(Type.String({ description: 'Null of a film that was deleted.' })),
        ...watched,
      }),
      { maxItems: 100, description: 'The most watched, at most a hundred.' },
    ),
    sources: Type.Array(
      Type.Object({
        host: Nullable(Type.String({ description: 'Null: none was told, or it was rare.' })),
        ...watched,
      }),
      { maxItems: 50, description: 'Hosts of the pages that led viewers to the site.' },
    ),
    devices: Type.Array(
      Type.Object({
        device: Nullable(Type.String({ description: '"Chrome on Windows"; null: not known.' })),
        ...watched,
      }),
      { maxItems: 50, description: 'What they watched with.' },
    ),
  },
  { title: 'Numbers' },
)
export type Numbers = Static<typeof Numbers>

/** How far a film is watched. */
export const Audience = Type.Object(
  {
    videoId: Uuid,
    title: Type.String(),
    from: Day,
    to: Type.String({ format: 'date', description: 'Not counted any more.' }),
    stepSeconds: Type.Integer({ description: 'Seconds of the film that each count is for.' }),
    viewings: count('Viewings whose player told what was played.'),
    counts: Type.Array(count(), {
      description: 'How many of these played each step, from the beginning; each viewing once.',
    }),
  },
  { title: 'Audience' },
)
export type Audience = Static<typeof Audience>

const Period = Type.Object(
  {
    payments: Type.Array(Earned),
    ...watched,
    viewers: Viewers,
    started: count('Subscriptions begun, trials too.'),
    ended: count('Subscriptions ended.'),
  },
  { title: 'Period' },
)
export type Period = Static<typeof Period>

/** How it goes today, and lately. */
export const Summary = Type.Object(
  {
    mrr: Type.Array(Type.Object({ currency: Currency, amount: Amount })),
    ...{ today: Period, last: Period, before: Period },
  },
  {
    title: 'Summary',
    description: 'Today since midnight UTC, thirty days with today, and the thirty before those.',
  },
)
export type Summary = Static<typeof Summary>

export const LiveQuery = Type.Object({
  userId: Type.Optional(Uuid),
})

/** Who watches what now. */
export const Live = Type.Object(
  {
    count: count('All that plays.'),
    sessions: Type.Array(
      Type.Object({
        id: Uuid,
        videoId: Uuid,
        title: Type.String(),
        person: Nullable(
          Type.Object({ id: Uuid, email: Type.String() }, { description: 'Null: a stranger.' }),
        ),
        device: Nullable(Type.String()),
        startedAt: Time,
        isPreview: Type.Boolean({ description: 'Only the beginning may be watched.' }),
      }),
      { maxItems: 200, description: 'Those that began last.' },
    ),
  },
  { title: 'Live' },
)
export type Live = Static<typeof Live>
