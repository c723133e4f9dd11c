/** Accounts as the operator sees them. */
import { type Static, Type } from 'typebox'
import { Role, Subscription, User } from './accounts.ts'
import { Purchase } from './billing.ts'
import { Nullable, Time, Uuid } from './common.ts'

export const PeopleQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100, description: 'A part of the e-mail address.' })),
  cursor: Type.Optional(Uuid),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
})
export type PeopleQuery = Static<typeof PeopleQuery>

const rowMembers = { ...User.properties, createdAt: Time, disabledAt: Nullable(Time) }

/** An account as a list shows it. */
export const PersonRow = Type.Object(rowMembers, { title: 'PersonRow' })
export type PersonRow = Static<typeof PersonRow>

export const People = Type.Object({
  users: Type.Array(PersonRow, { description: 'Newest first.' }),
  nextCursor: Nullable(Uuid),
})
export type People = Static<typeof People>

/** An account with what its owner holds. */
export const Person = Type.Object(
  {
    ...rowMembers,
    stripeCustomerId: Nullable(Type.String()),
    subscription: Nullable(Subscription),
    purchases: Type.Array(Purchase),
  },
  { title: 'Person' },
)
export type Person = Static<typeof Person>

export const PersonChange = Type.Object(
  {
    role: Type.Optional(Role),
    disabled: Type.Optional(Type.Boolean({ description: 'Whether the account is closed.' })),
    reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    refund: Type.Optional(
      Type.Boolean({
        description:
          'On closing: pays back the last payment of each subscription, all of which end.',
      }),
    ),
  },
  { additionalProperties: false, minProperties: 1 },
)
export type PersonChange = Static<typeof PersonChange>
