import { type Static, type TSchema, Type } from 'typebox'

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const Uuid = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }
const Role = Type.Union([Type.Literal('member'), Type.Literal('admin')])

export const PersonId = Type.Object({ id: Uuid })

export const PeopleQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100, description: 'A part of the e-mail address.' })),
  cursor: Type.Optional(Uuid),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
})

export const PersonRow = Type.Object({
  id: Uuid,
  email: Type.String(),
  role: Role,
  createdAt: Time,
  disabledAt: Nullable(Time),
})
export type PersonRow = Static<typeof PersonRow>

export const PeopleAnswer = Type.Object({
  users: Type.Array(PersonRow, { description: 'Newest first.' }),
  nextCursor: Nullable(Uuid),
})
export type PeopleAnswer = Static<typeof PeopleAnswer>

export const Person = Type.Object({
  ...PersonRow.properties,
  stripeCustomerId: Nullable(Type.String()),
  subscription: Nullable(
    Type.Object({
      planId: Nullable(Type.String()),
      status: Type.String(),
      currentPeriodEnd: Nullable(Time),
      cancelAtPeriodEnd: Type.Boolean(),
      graceUntil: Nullable(Time),
    }),
  ),
  purchases: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.String(),
      status: Type.String(),
      amount: Type.Integer(),
      amountRefunded: Type.Integer(),
      currency: Type.String(),
      video: Type.Object({ slug: Type.String(), title: Type.String() }),
      paidAt: Time,
      startBy: Nullable(Time),
      watchUntil: Nullable(Time),
    }),
  ),
})
export type Person = Static<typeof Person>

export const PersonChange = Type.Object(
  {
    role: Type.Optional(Role),
    disabled: Type.Optional(Type.Boolean({ description: 'Whether the account is closed.' })),
    reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  },
  { ...closed, minProperties: 1 },
)
export type PersonChange = Static<typeof PersonChange>
