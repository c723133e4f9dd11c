/** Codes that lower what is paid at Stripe's checkout. They are Stripe's own; nothing of them is kept here. */
import { type Static, Type } from 'typebox'
import { Amount, Currency, count, Input, Nullable, OneOf, StripeId, Time, time } from './common.ts'

const Duration = OneOf(['once', 'repeating', 'forever'], {
  title: 'DiscountDuration',
  description: 'Of a plan: how many payments it lowers; `repeating`: those of some months.',
})
const Percent = Type.Number({ minimum: 1, maximum: 100 })
const Months = Type.Integer({ minimum: 1, maximum: 36 })

export const PromotionCode = Type.Object(
  {
    id: Type.String(),
    code: Type.String({ description: 'What people type.' }),
    active: Type.Boolean({ description: 'Whether it can be used now.' }),
    percentOff: Nullable(Percent),
    amountOff: Nullable(Amount),
    currency: Nullable(Currency, { description: 'Of the amount.' }),
    duration: Duration,
    months: Nullable(Type.Integer()),
    expiresAt: Nullable(Time),
    maxUses: Nullable(Type.Integer()),
    uses: count(),
    createdAt: Time,
  },
  { title: 'PromotionCode' },
)
export type PromotionCode = Static<typeof PromotionCode>

export const PromotionCodesQuery = Type.Object({
  cursor: Type.Optional(StripeId('promo')),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
})
export type PromotionCodesQuery = Static<typeof PromotionCodesQuery>

export const PromotionCodes = Type.Object({
  codes: Type.Array(PromotionCode, { description: 'The newest first.' }),
  nextCursor: Nullable(Type.String()),
})
export type PromotionCodes = Static<typeof PromotionCodes>

export const NewPromotionCode = Input(
  {
    code: Type.String({
      pattern: '^[A-Za-z0-9-]{3,40}$',
      description: 'Letters, digits, hyphens.',
    }),
    percentOff: Type.Optional(Percent),
    amountOff: Type.Optional(Type.Integer({ minimum: 1, maximum: 99_999_999 })),
    currency: Type.Optional(Currency),
    duration: Type.Optional(Duration),
    months: Type.Optional(Months),
    expiresAt: Type.Optional(time('Lies ahead.')),
    maxUses: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  },
  {
    title: 'NewPromotionCode',
    description: 'Takes off either a percentage, or an amount in a currency.',
  },
)
export type NewPromotionCode = Static<typeof NewPromotionCode>

export const PromotionCodeChange = Input({
  active: Type.Boolean({ description: 'Who has used it keeps what it gave.' }),
})

export const PromotionCodeParams = Type.Object({ id: StripeId('promo') })
