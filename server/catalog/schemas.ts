import { type Static, Type } from 'typebox'

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const Amount = Type.Integer({ minimum: 0, description: "In the currency's minor unit." })

export const PlanPriceSchema = Type.Object({
  id: Type.String(),
  interval: Type.String({ description: 'day, week, month or year' }),
  amount: Amount,
  currency: Type.String(),
})

/** What the viewer could do to watch, best first. */
export const OfferSchema = Type.Union([
  Type.Object({
    kind: Type.Literal('plan'),
    planId: Type.String(),
    name: Type.String(),
    trialDays: Type.Integer(),
    change: Type.Boolean({ description: 'They hold another plan, which would be switched.' }),
    prices: Type.Array(PlanPriceSchema),
  }),
  Type.Object({
    kind: Type.Literal('rent'),
    amount: Amount,
    currency: Type.String(),
    startDays: Type.Integer(),
    watchHours: Type.Integer(),
  }),
  Type.Object({ kind: Type.Literal('buy'), amount: Amount, currency: Type.String() }),
  Type.Object({ kind: Type.Literal('portal') }),
])

export const AccessSchema = Type.Object({
  allowed: Type.Boolean(),
  because: Type.String(),
  until: Nullable(Time),
  offers: Type.Array(OfferSchema),
})

const cardMembers = {
  id: Type.String({ format: 'uuid' }),
  slug: Type.String(),
  title: Type.String(),
  durationSeconds: Nullable(Type.Number()),
  posterUrl: Nullable(Type.String({ description: 'Pre-signed; good for at least half an hour.' })),
  resumeSeconds: Nullable(Type.Number({ description: 'Where the viewer stopped.' })),
  access: AccessSchema,
}

export const CardSchema = Type.Object(cardMembers)
export type Card = Static<typeof CardSchema>

export const ChapterSchema = Type.Object({ startSeconds: Type.Number(), title: Type.String() })

export const VideoDetailsSchema = Type.Object({
  ...cardMembers,
  description: Type.String(),
  teaserSeconds: Nullable(Type.Integer({ description: 'What anyone may watch of it.' })),
  chapters: Type.Array(ChapterSchema),
})
export type VideoDetails = Static<typeof VideoDetailsSchema>

export const ListQuery = Type.Object(
  {
    cursor: Type.Optional(
      Type.String({ maxLength: 200, description: 'nextCursor of the page before.' }),
    ),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 24 }),
    q: Type.Optional(
      Type.String({ maxLength: 200, description: 'Words of title or description.' }),
    ),
  },
  { additionalProperties: false },
)
export type ListQuery = Static<typeof ListQuery>

export const ListAnswer = Type.Object({
  videos: Type.Array(CardSchema),
  nextCursor: Nullable(Type.String()),
})

export const ContinueWatchingAnswer = Type.Object({
  videos: Type.Array(CardSchema, { description: 'What was watched last first.' }),
})

export const VideoParams = Type.Object({
  idOrSlug: Type.String({ minLength: 1, maxLength: 200 }),
})
