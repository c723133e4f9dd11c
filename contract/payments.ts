/** What was charged, what was paid back, and whose customers Stripe has. */
import { type Static, Type } from 'typebox'
import { Amount, Currency, Input, Nullable, OneOf, StripeId, Time, Uuid } from './common.ts'

export const PaymentKind = OneOf(['plan', 'rent', 'buy', 'other'], { title: 'PaymentKind' })
export type PaymentKind = Static<typeof PaymentKind>

export const PaymentStatus = OneOf(['succeeded', 'pending', 'failed'], {
  title: 'PaymentStatus',
  description: "Stripe's word.",
})
export type PaymentStatus = Static<typeof PaymentStatus>

export const PaymentDispute = OneOf(['disputed', 'lost', 'won'], { title: 'PaymentDispute' })
export type PaymentDispute = Static<typeof PaymentDispute>

const payment = {
  id: Type.String({ description: "Stripe's charge." }),
  kind: PaymentKind,
  status: PaymentStatus,
  description: Nullable(Type.String()),
  video: Nullable(Type.Object({ slug: Type.String(), title: Type.String() })),
  amount: Amount,
  currency: Currency,
  tax: Nullable(Amount, { description: 'Contained in the amount, where Stripe says so.' }),
  amountRefunded: Amount,
  dispute: Nullable(PaymentDispute),
  receiptUrl: Nullable(Type.String({ description: "The receipt on Stripe's page." })),
  at: Time,
}

/** What someone was charged, as Stripe has it. */
export const Payment = Type.Object(payment, { title: 'Payment' })
export type Payment = Static<typeof Payment>

export const Payments = Type.Object({
  payments: Type.Array(Payment, { description: 'Newest first.' }),
  nextCursor: Nullable(Type.String()),
})
export type Payments = Static<typeof Payments>

const cursor = Type.Optional(Type.String({ maxLength: 300 }))

export const MyPaymentsQuery = Type.Object({
  cursor,
  limit: Type.Integer({
    ...{ minimum: 1, maximum: 120, default: 120 },
    description: 'As many as someone makes in ten years of months, where none is given.',
  }),
})
export type MyPaymentsQuery = Static<typeof MyPaymentsQuery>

/** A payment as the operator sees it. */
export const StudioPayment = Type.Object(
  {
    ...payment,
    fee: Nullable(Amount, { description: 'What Stripe keeps of it, where it says so.' }),
    user: Nullable(Type.Object({ id: Uuid, email: Type.String() })),
    customerId: Type.String(),
    subscriptionId: Nullable(Type.String()),
    ends: Type.Boolean({
      description: 'Whether a refund of all that is left takes access away now.',
    }),
  },
  { title: 'StudioPayment' },
)
export type StudioPayment = Static<typeof StudioPayment>

export const PaymentsQuery = Type.Object({
  userId: Type.Optional(Uuid),
  cursor,
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
})
export type PaymentsQuery = Static<typeof PaymentsQuery>

export const StudioPayments = Type.Object({
  payments: Type.Array(StudioPayment, { description: 'Newest first.' }),
  nextCursor: Nullable(Type.String()),
})
export type StudioPayments = Static<typeof StudioPayments>

export const PaymentParams = Type.Object({
  id: Type.String({ pattern: '^(ch|py)_[A-Za-z0-9_]{1,250}$' }),
})

export const RefundBody = Type.Union([
  Input({
    amount: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Less than all that is left, in the minor unit.' }),
    ),
    cancel: Type.Optional(
      OneOf(['now', 'period_end'], { description: 'Also ends the subscription it was for.' }),
    ),
  }),
  Type.Null(),
])
export type RefundBody = Static<typeof RefundBody>

export const CustomerBody = Input({ customerId: StripeId('cus') })
export type CustomerBody = Static<typeof CustomerBody>

/** A customer in Stripe that belongs to someone. */
export const JoinedCustomer = Type.Object({ customerId: Type.String(), userId: Uuid })
export type JoinedCustomer = Static<typeof JoinedCustomer>

/** A customer who paid, and of whom nobody knows whose it is. */
export const UnclaimedCustomer = Type.Object(
  {
    customerId: Type.String(),
    email: Nullable(Type.String()),
    name: Nullable(Type.String()),
    lastEventAt: Time,
    fits: Nullable(Type.Object({ id: Uuid, email: Type.String() }), {
      description: 'The account whose e-mail address, which its owner has verified, is the same.',
    }),
  },
  { title: 'UnclaimedCustomer' },
)
export type UnclaimedCustomer = Static<typeof UnclaimedCustomer>

export const UnclaimedCustomers = Type.Object({ customers: Type.Array(UnclaimedCustomer) })
export type UnclaimedCustomers = Static<typeof UnclaimedCustomers>
