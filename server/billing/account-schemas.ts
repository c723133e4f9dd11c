import { type TSchema, Type } from 'typebox'
import { StripeId } from './schemas.ts'

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const Amount = Type.Integer({ description: "in the currency's minor unit" })

const PlanHeld = Type.Object({
  planId: Type.String(),
  name: Type.String(),
  priceId: Type.String(),
  price: Nullable(
    Type.Object({ interval: Type.String(), amount: Amount, currency: Type.String() }),
  ),
  status: Type.String({ description: "Stripe's word: active, trialing, past_due …" }),
  currentPeriodEnd: Time,
  endsAt: Nullable(Type.String({ format: 'date-time', description: 'When it is cancelled.' })),
  paused: Type.Boolean({ description: 'Renewals are not charged until it is resumed.' }),
  suspended: Nullable(
    Type.String({
      description:
        'Why films do not play although the status says so: collection_paused, refunded, disputed.',
    }),
  ),
})

const PurchaseAnswer = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('rent'), Type.Literal('buy')]),
  status: Type.String({ description: 'paid, refunded, disputed or lost: only paid plays' }),
  amount: Amount,
  amountRefunded: Amount,
  currency: Type.String(),
  video: Type.Object({ slug: Type.String(), title: Type.String() }),
  paidAt: Time,
  startBy: Nullable(Type.String({ format: 'date-time', description: 'Rentals: last start.' })),
  watchUntil: Nullable(
    Type.String({ format: 'date-time', description: 'Rentals that have been started.' }),
  ),
})

export const BillingAnswer = Type.Object({
  plan: Nullable(PlanHeld),
  purchases: Type.Array(PurchaseAnswer),
})

export const InvoicesAnswer = Type.Object({
  invoices: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Nullable(Type.String()),
      status: Type.String({ description: 'paid, open, void or uncollectible' }),
      createdAt: Time,
      amount: Amount,
      currency: Type.String(),
      url: Nullable(Type.String({ description: "The invoice on Stripe's page." })),
    }),
  ),
})

const strict = { additionalProperties: false }

export const PreviewBody = Type.Object({ priceId: StripeId('price') }, strict)

export const PreviewAnswer = Type.Object({
  planId: Type.String(),
  name: Type.String(),
  currency: Type.String(),
  today: Type.Object({
    amount: Type.Integer({ description: 'What is charged at once.' }),
    credit: Type.Integer({ description: 'What is kept for payments to come.' }),
  }),
  next: Type.Object({ amount: Amount, interval: Type.String(), at: Time }),
  prorationDate: Type.String({ format: 'date-time', description: 'To be sent with the change.' }),
})

export const ChangeBody = Type.Object(
  {
    priceId: StripeId('price'),
    prorationDate: Type.String({ format: 'date-time', description: "The preview's." }),
    amount: Type.Integer({ minimum: 0, description: "The preview's amount of today." }),
  },
  strict,
)
