import { type TSchema, Type } from 'typebox'
import { SubscriptionAnswer } from '../accounts/schemas.ts'

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const PlansAnswer = Type.Object({
  plans: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      description: Nullable(Type.String()),
      maxStreams: Type.Integer(),
      trialDays: Type.Integer(),
      prices: Type.Array(
        Type.Object({
          id: Type.String(),
          interval: Type.String({ description: 'day, week, month, year, or such as "3 months"' }),
          amount: Type.Integer({ description: "in the currency's minor unit" }),
          currency: Type.String(),
        }),
      ),
    }),
  ),
})

export const StripeId = (prefix: string) =>
  Type.String({ pattern: `^${prefix}_[A-Za-z0-9_]{1,250}$`, maxLength: 255 })

/** Either a plan's price, or a film to rent or to buy. */
export const CheckoutBody = Type.Object(
  {
    priceId: Type.Optional(StripeId('price')),
    videoId: Type.Optional(Type.String({ format: 'uuid' })),
    kind: Type.Optional(Type.Union([Type.Literal('rent'), Type.Literal('buy')])),
  },
  { additionalProperties: false },
)

export const UrlAnswer = Type.Object({ url: Type.String() })

export const ConfirmBody = Type.Object(
  { sessionId: StripeId('cs') },
  { additionalProperties: false },
)

export const ConfirmAnswer = Type.Object({
  pending: Type.Boolean({ description: 'completed, but the money has not come yet' }),
  subscription: Type.Optional(Nullable(SubscriptionAnswer)),
  purchase: Type.Optional(
    Nullable(
      Type.Object({
        id: Type.String(),
        videoId: Type.String(),
        kind: Type.Union([Type.Literal('rent'), Type.Literal('buy')]),
      }),
    ),
  ),
})

export const RefreshAnswer = Type.Object({ subscription: Nullable(SubscriptionAnswer) })
