import { type Static, Type } from 'typebox'
import { PlanPrice, PurchaseKind } from './access.ts'
import { Subscription, SubscriptionStatus } from './accounts.ts'
import {
  Amount,
  Currency,
  count,
  Input,
  Interval,
  Nullable,
  OneOf,
  StripeId,
  Time,
  time,
  Uuid,
} from './common.ts'

/** A plan on sale. */
export const Plan = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    description: Nullable(Type.String()),
    maxStreams: count('Devices that may play at once.'),
    trialDays: count(),
    prices: Type.Array(PlanPrice),
  },
  { title: 'Plan' },
)
export type Plan = Static<typeof Plan>

export const Plans = Type.Object({ plans: Type.Array(Plan) })
export type Plans = Static<typeof Plans>

export const CheckoutBody = Input(
  {
    priceId: Type.Optional(StripeId('price')),
    videoId: Type.Optional(Uuid),
    kind: Type.Optional(PurchaseKind),
    bundleId: Type.Optional(Uuid),
    currency: Type.Optional(Currency),
  },
  {
    description:
      "Either a plan's price, in one of its currencies, or a film to rent or to buy, or a bundle of films.",
  },
)
export type CheckoutBody = Static<typeof CheckoutBody>

export const PageUrl = Type.Object({ url: Type.String({ description: 'Send the browser there.' }) })
export type PageUrl = Static<typeof PageUrl>

export const ConfirmBody = Input({ sessionId: StripeId('cs') })
export type ConfirmBody = Static<typeof ConfirmBody>

/** What a confirmed checkout has given. */
export const Confirmation = Type.Object({
  pending: Type.Boolean({ description: 'Completed, but the money has not come yet.' }),
  subscription: Type.Optional(Nullable(Subscription)),
  purchase: Type.Optional(
    Nullable(Type.Object({ id: Type.String(), videoId: Uuid, kind: PurchaseKind })),
  ),
})
export type Confirmation = Static<typeof Confirmation>

export const SubscriptionNow = Type.Object({ subscription: Nullable(Subscription) })
export type SubscriptionNow = Static<typeof SubscriptionNow>

export const Suspension = OneOf(['payment_pending', 'collection_paused', 'refunded', 'disputed'], {
  title: 'Suspension',
})
export type Suspension = Static<typeof Suspension>

/** The plan that someone holds, and what they pay for it. */
export const HeldPlan = Type.Object(
  {
    planId: Type.String(),
    name: Type.String(),
    priceId: Type.String(),
    price: Nullable(Type.Object({ interval: Interval, amount: Amount, currency: Currency })),
    status: SubscriptionStatus,
    currentPeriodEnd: Time,
    endsAt: Nullable(time('When it is cancelled.')),
    paused: Type.Boolean({ description: 'Renewals are not charged until it is resumed.' }),
    suspended: Nullable(Suspension, {
      description: 'Why films do not play although the status says so.',
    }),
    confirmUrl: Nullable(
      Type.String({ description: "Stripe's page to confirm or make the payment that is owed." }),
    ),
    nextAmount: Nullable(Amount, {
      description: 'What is charged next, where a discount makes it other than the price.',
    }),
  },
  { title: 'HeldPlan' },
)
export type HeldPlan = Static<typeof HeldPlan>

export const PurchaseStatus = OneOf(['paid', 'refunded', 'disputed', 'lost'], {
  title: 'PurchaseStatus',
  description: 'Only what is paid plays.',
})
export type PurchaseStatus = Static<typeof PurchaseStatus>

const purchase = {
  id: Type.String(),
  kind: PurchaseKind,
  status: PurchaseStatus,
  amount: Amount,
  amountRefunded: Amount,
  currency: Currency,
  video: Type.Object({ slug: Type.String(), title: Type.String() }),
  paidAt: Time,
  startBy: Nullable(time('Rentals: last start.')),
  watchUntil: Nullable(time('Rentals that have been started.')),
}

/** A film that someone rented or bought. */
export const Purchase = Type.Object(purchase, { title: 'Purchase' })
export type Purchase = Static<typeof Purchase>

/** The same, as who has paid for it sees it. */
export const MyPurchase = Type.Object(
  {
    ...purchase,
    receiptUrl: Nullable(Type.String({ description: "The receipt on Stripe's page." })),
  },
  { title: 'MyPurchase' },
)
export type MyPurchase = Static<typeof MyPurchase>

export const Billing = Type.Object({
  plan: Nullable(HeldPlan),
  purchases: Type.Array(MyPurchase),
})
export type Billing = Static<typeof Billing>

export const InvoiceStatus = OneOf(['paid', 'open', 'void', 'uncollectible'], {
  title: 'InvoiceStatus',
})
export type InvoiceStatus = Static<typeof InvoiceStatus>

export const Invoice = Type.Object(
  {
    id: Type.String(),
    number: Nullable(Type.String()),
    status: InvoiceStatus,
    createdAt: Time,
    amount: Amount,
    currency: Currency,
    url: Nullable(Type.String({ description: "The invoice on Stripe's page." })),
  },
  { title: 'Invoice' },
)
export type Invoice = Static<typeof Invoice>

export const Invoices = Type.Object({ invoices: Type.Array(Invoice) })
export type Invoices = Static<typeof Invoices>

/** Also without any body. */
export const CancelBody = Type.Union([
  Input({
    reason: Type.Optional(
      Type.String({ maxLength: 500, description: 'Why, for whoever runs this site.' }),
    ),
  }),
  Type.Null(),
])
export type CancelBody = Static<typeof CancelBody>

export const PreviewBody = Input({ priceId: StripeId('price') })
export type PreviewBody = Static<typeof PreviewBody>

/** What another plan would cost. */
export const ChangePreview = Type.Object({
  planId: Type.String(),
  name: Type.String(),
  currency: Currency,
  today: Type.Object({
    amount: Type.Integer({ description: 'What is charged at once.' }),
    credit: Type.Integer({ description: 'What is kept for payments to come.' }),
  }),
  next: Type.Object({ amount: Amount, interval: Interval, at: Time }),
  prorationDate: time('To be sent with the change.'),
})
export type ChangePreview = Static<typeof ChangePreview>

export const ChangeBody = Input({
  priceId: StripeId('price'),
  prorationDate: time("The preview's."),
  amount: count("The preview's amount of today."),
})
export type ChangeBody = Static<typeof ChangeBody>

export const Changed = Type.Object({
  subscription: Nullable(Subscription),
  confirmUrl: Nullable(
    Type.String({
      description:
        "Stripe's page on which the bank wants the payment confirmed; then it is changed.",
    }),
  ),
})
export type Changed = Static<typeof Changed>

export const WebhookReceipt = Type.Object({ received: Type.Literal(true) })
