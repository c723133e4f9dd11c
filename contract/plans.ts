/** Plans as their operator makes and changes them. */
import { type Static, Type } from 'typebox'
import { OtherCurrencies } from './access.ts'
import { Amount, Currency, count, Input, Interval, Nullable, OneOf } from './common.ts'

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
const Description = Type.String({ maxLength: 500 })
const MaxStreams = Type.Integer({
  minimum: 1,
  maximum: 100,
  description: 'Devices that may play at once.',
})
const TrialDays = Type.Integer({ minimum: 0, maximum: 730 })
const Rank = Type.Integer({
  minimum: 0,
  maximum: 999_999,
  description: 'Plans stand in this order; of several that someone holds the highest counts.',
})

export const PlanInterval = OneOf(['month', 'year'], { title: 'PlanInterval' })

const amount = Type.Integer({
  minimum: 0,
  maximum: 99_999_999,
  description: "In the currency's minor unit.",
})

export const NewPrice = Input(
  {
    amount,
    currency: Currency,
    interval: PlanInterval,
    currencies: Type.Optional(
      Type.Array(Input({ currency: Currency, amount }), {
        maxItems: 50,
        description: 'What it is in other currencies; left out, those that there are stay.',
      }),
    ),
  },
  { title: 'NewPrice' },
)
export type NewPrice = Static<typeof NewPrice>
const prices = Type.Array(NewPrice, { minItems: 1, maxItems: 20 })

export const NewPlan = Input(
  {
    name: Name,
    description: Type.Optional(Description),
    maxStreams: Type.Optional(MaxStreams),
    trialDays: Type.Optional(TrialDays),
    rank: Type.Optional(Rank),
    prices,
  },
  { title: 'NewPlan' },
)
export type NewPlan = Static<typeof NewPlan>

export const PlanChange = Type.Partial(
  Type.Object({
    name: Name,
    description: Description,
    maxStreams: MaxStreams,
    trialDays: TrialDays,
    rank: Rank,
    active: Type.Boolean({ description: 'False: nobody new can have it.' }),
    prices,
    existing: OneOf(['keep', 'move'], {
      description:
        'Of a price that is replaced: whether those who pay it keep it, or pay the new one from their next period on.',
    }),
  }),
  {
    additionalProperties: false,
    minProperties: 1,
    description: 'Members that are left out stay as they are; prices are given as all there are.',
  },
)
export type PlanChange = Static<typeof PlanChange>

export const PlanParams = Type.Object({
  id: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,49}$' }),
})

export const StudioPrice = Type.Object(
  {
    id: Type.String(),
    interval: Interval,
    amount: Amount,
    currency: Currency,
    currencies: Type.Optional(OtherCurrencies),
    active: Type.Boolean({ description: 'Whether new people can pay it.' }),
    subscribers: count('Who pay it now.'),
    movesToId: Nullable(
      Type.String({ description: 'The price that they pay from their next period on.' }),
    ),
  },
  { title: 'StudioPrice' },
)
export type StudioPrice = Static<typeof StudioPrice>

export const StudioPlan = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    description: Nullable(Type.String()),
    maxStreams: count('Devices that may play at once.'),
    trialDays: count(),
    rank: Type.Integer(),
    active: Type.Boolean({ description: 'Whether new people can have it.' }),
    subscribers: count(),
    videos: count('Films that it opens.'),
    prices: Type.Array(StudioPrice, { description: 'On sale, or still paid by someone.' }),
  },
  { title: 'StudioPlan' },
)
export type StudioPlan = Static<typeof StudioPlan>

export const StudioPlans = Type.Object({ plans: Type.Array(StudioPlan) })
export type StudioPlans = Static<typeof StudioPlans>
