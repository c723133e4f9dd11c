import { type Static, Type } from 'typebox'
import {
  Amount,
  Currency,
  count,
  Input,
  Interval,
  Nullable,
  OneOf,
  Time,
  time,
  Uuid,
} from './common.ts'

export const PurchaseKind = OneOf(['rent', 'buy'], { title: 'PurchaseKind' })
export type PurchaseKind = Static<typeof PurchaseKind>

export const OtherCurrencies = Type.Array(Type.Object({ currency: Currency, amount: Amount }), {
  description: 'Other currencies that it is sold in.',
})

export const PlanPrice = Type.Object(
  {
    id: Type.String(),
    interval: Interval,
    amount: Amount,
    currency: Currency,
    currencies: Type.Optional(OtherCurrencies),
  },
  { title: 'PlanPrice' },
)
export type PlanPrice = Static<typeof PlanPrice>

/** What the viewer could do to watch. */
export const Offer = Type.Union(
  [
    Type.Object({
      kind: Type.Literal('plan'),
      planId: Type.String(),
      name: Type.String(),
      trialDays: count(),
      change: Type.Boolean({ description: 'They hold another plan, which would be switched.' }),
      prices: Type.Array(PlanPrice),
    }),
    Type.Object({
      kind: Type.Literal('rent'),
      amount: Amount,
      currency: Currency,
      startDays: count('Play must begin within these.'),
      watchHours: count('From the first play.'),
    }),
    Type.Object({ kind: Type.Literal('buy'), amount: Amount, currency: Currency }),
    Type.Object(
      {
        kind: Type.Literal('bundle'),
        bundleId: Uuid,
        title: Type.String(),
        videos: count('Films that are sold together.'),
        follows: Type.Boolean({ description: 'It opens what is put into it later, too.' }),
        amount: Amount,
        currency: Currency,
      },
      { description: 'Buy it together with others.' },
    ),
    Type.Object(
      { kind: Type.Literal('pay_again') },
      { description: 'Pay once more for the plan whose payment went back.' },
    ),
    Type.Object(
      { kind: Type.Literal('portal') },
      { description: 'Pay what is owed, or resume what is paused, in the billing portal.' },
    ),
  ],
  { title: 'Offer', description: 'What the viewer could do to watch.' },
)
export type Offer = Static<typeof Offer>

const granting = [
  'free',
  'operator',
  'subscription',
  'bought',
  'rented',
  'granted',
  'preview',
] as const
const refusing = [
  'sign_in_required',
  'account_disabled',
  'not_entitled',
  'payment_failed',
  'payment_incomplete',
  'payment_pending',
  'subscription_paused',
  'subscription_ended',
  'plan_not_included',
  'rental_expired',
  'refunded',
  'disputed',
  'grant_ended',
  'preview_ended',
  'archived',
  'coming',
] as const

export const RefusalReason = OneOf(refusing, { title: 'RefusalReason' })
export type RefusalReason = Static<typeof RefusalReason>

export const AccessReason = OneOf([...granting, ...refusing], { title: 'AccessReason' })
export type AccessReason = Static<typeof AccessReason>

/** Whether a viewer may watch a film now, why, and what would change it. */
export const Access = Type.Object(
  {
    allowed: Type.Boolean(),
    because: AccessReason,
    until: Nullable(Time),
    offers: Type.Array(Offer, { description: 'Best first; none where access is given.' }),
  },
  { title: 'Access' },
)
export type Access = Static<typeof Access>

/** What a viewer who may watch should be told. */
export const Notice = Type.Union(
  [
    Type.Object({
      kind: Type.Literal('payment_failed'),
      graceUntil: time('Access goes on until then, unless it is paid before.'),
    }),
    Type.Object({
      kind: Type.Literal('ending'),
      endsAt: time('Cancelled: the subscription runs out then.'),
    }),
  ],
  { title: 'Notice' },
)
export type Notice = Static<typeof Notice>

/** Characters: a sentence or two, which stand in lists and in the audit log. */
export const longestReason = 500

export const GrantBody = Input(
  {
    planId: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
    videoId: Type.Optional(Uuid),
    until: Type.Optional(Nullable(Time)),
    reason: Type.String({ minLength: 1, maxLength: longestReason }),
  },
  { description: 'Either a plan or a film.' },
)
export type GrantBody = Static<typeof GrantBody>

/** Access given without payment. */
export const Grant = Type.Object(
  {
    id: Uuid,
    planId: Nullable(Type.String()),
    videoId: Nullable(Uuid),
    title: Nullable(Type.String({ description: 'Of the film, where it is one.' })),
    until: Nullable(Time),
    reason: Type.String(),
    grantedById: Nullable(Uuid),
    createdAt: Time,
    revokedAt: Nullable(Time),
  },
  { title: 'Grant' },
)
export type Grant = Static<typeof Grant>

export const GrantsQuery = Input({
  cursor: Type.Optional(Uuid),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
})
export type GrantsQuery = Static<typeof GrantsQuery>

export const Grants = Type.Object({
  grants: Type.Array(Grant, { description: 'The newest first.' }),
  nextCursor: Nullable(Uuid),
})
export type Grants = Static<typeof Grants>

export const GrantParams = Type.Object({ id: Uuid, grantId: Uuid })
export const ExplanationParams = Type.Object({ id: Uuid, videoId: Uuid })

/** Whether someone may watch a film, and what each thing they hold is worth. */
export const Explanation = Type.Object(
  {
    decision: Type.Object(
      { allowed: Type.Boolean(), because: AccessReason, until: Nullable(Time) },
      { additionalProperties: true, description: 'With the facts that belong to the reason.' },
    ),
    maxStreams: count(),
    considered: Type.Array(
      Type.Object({
        what: Type.String(),
        id: Type.String(),
        holds: Type.Boolean(),
        because: OneOf(['counts now', ...granting, ...refusing]),
        until: Nullable(Time),
      }),
      { description: 'Each thing held and what it is worth now. Refused: until is since when.' },
    ),
    facts: Type.Object(
      {},
      { additionalProperties: true, description: 'Everything that the decision was made from.' },
    ),
  },
  { title: 'Explanation' },
)
export type Explanation = Static<typeof Explanation>
