/** Accounts as the operator sees them. */
import { type Static, type TProperties, Type } from 'typebox'
import { longestReason } from './access.ts'
import { Role, Subscription, User } from './accounts.ts'
import { Purchase } from './billing.ts'
import { Nullable, OneOf, Time, Uuid } from './common.ts'
import { subscriptionStatuses } from './subscription-statuses.ts'

/** Who of all is wanted; what is left out leaves nobody out. */
export const PeopleFilters = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100, description: 'A part of the e-mail address.' })),
  planId: Type.Optional(
    Type.String({ maxLength: 100, description: 'Who has this plan now, paid for or given.' }),
  ),
  status: Type.Optional(OneOf(subscriptionStatuses)),
  country: Type.Optional(
    Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1, of the billing address.' }),
  ),
  since: Type.Optional(
    Type.String({ format: 'date', description: 'Joined on this day or later.' }),
  ),
  neverWatched: Type.Optional(Type.Literal(true, { description: 'Who has not begun any film.' })),
  failing: Type.Optional(Type.Literal(true, { description: 'Whose payment failed or is owed.' })),
})
export type PeopleFilters = Static<typeof PeopleFilters>

export const PeopleQuery = Type.Object({
  ...PeopleFilters.properties,
  cursor: Type.Optional(Uuid),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
})
export type PeopleQuery = Static<typeof PeopleQuery>

const rowMembers = {
  ...User.properties,
  createdAt: Time,
  disabledAt: Nullable(Time),
  country: Nullable(
    Type.String({ description: 'ISO 3166-1, of their billing address in Stripe; null: none.' }),
  ),
}

/** An account as a list shows it. */
export const PersonRow = Type.Object(rowMembers, { title: 'PersonRow' })
export type PersonRow = Static<typeof PersonRow>

export const People = Type.Object({
  users: Type.Array(PersonRow, { description: 'Newest first.' }),
  nextCursor: Nullable(Uuid),
})
export type People = Static<typeof People>

export const PeopleCountries = Type.Object({
  countries: Type.Array(Type.String(), { description: 'Those that people are from.' }),
})
export type PeopleCountries = Static<typeof PeopleCountries>

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

const story = <Kind extends string, Members extends TProperties>(kind: Kind, members: Members) =>
  Type.Object({ kind: Type.Literal(kind), at: Time, ...members })

/** What happened with someone, by what it was. */
export const StoryEntry = Type.Union(
  [
    story('joined', {}),
    story('payment', {
      what: OneOf(['plan', 'rent', 'buy', 'other']),
      description: Nullable(Type.String()),
      status: OneOf(['succeeded', 'pending', 'failed']),
      amount: Type.Integer(),
      amountRefunded: Type.Integer(),
      currency: Type.String(),
    }),
    story('watched', {
      videoId: Uuid,
      title: Type.String(),
      seconds: Nullable(Type.Number({ description: 'Where their player has told.' })),
    }),
    story('refused', {
      videoId: Uuid,
      title: Type.String(),
      reason: Type.String({ description: 'As a refused playback has it.' }),
      times: Type.Integer({ description: 'On that day.' }),
    }),
    story('mail', { subject: Type.String(), outcome: OneOf(['sent', 'failed']) }),
    story('operator', {
      action: Type.String(),
      by: Nullable(Type.String({ description: 'Null: the system or the command line.' })),
    }),
  ],
  { title: 'StoryEntry' },
)
export type StoryEntry = Static<typeof StoryEntry>

export const StoryQuery = Type.Object({
  before: Type.Optional(Time),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
})
export type StoryQuery = Static<typeof StoryQuery>

export const Story = Type.Object({
  entries: Type.Array(StoryEntry, { description: 'Newest first.' }),
  before: Nullable(Time),
})
export type Story = Static<typeof Story>

export const PersonNote = Type.Object(
  {
    id: Uuid,
    at: Time,
    text: Type.String(),
    by: Nullable(Type.String({ description: 'The address of who wrote it.' })),
  },
  { title: 'PersonNote' },
)
export type PersonNote = Static<typeof PersonNote>

export const PersonNotes = Type.Object({
  notes: Type.Array(PersonNote, { maxItems: 200, description: 'Newest first.' }),
})
export type PersonNotes = Static<typeof PersonNotes>

export const NewNote = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }) },
  { additionalProperties: false },
)
export type NewNote = Static<typeof NewNote>

export const NoteParams = Type.Object({ id: Uuid, noteId: Uuid })

export const ImportQuery = Type.Object({
  wrong: OneOf(['leave', 'stop'], {
    description: 'With lines that are wrong: leave them out, or do nothing at all.',
  }),
})
export type ImportQuery = Static<typeof ImportQuery>

export const ImportedPeople = Type.Object(
  {
    done: Type.Boolean({ description: 'False: lines were wrong, and nothing was done.' }),
    lines: Type.Integer(),
    added: Type.Integer({ description: 'New accounts.' }),
    known: Type.Integer({ description: 'Accounts that were there already.' }),
    given: Type.Integer({ description: 'What was given that had not been before.' }),
    wrong: Type.Integer(),
    problems: Type.Array(Type.Object({ line: Type.Integer(), message: Type.String() }), {
      description: 'The first thousand lines that are wrong.',
    }),
  },
  { title: 'ImportedPeople' },
)
export type ImportedPeople = Static<typeof ImportedPeople>

export const PersonChange = Type.Object(
  {
    role: Type.Optional(Role),
    disabled: Type.Optional(Type.Boolean({ description: 'Whether the account is closed.' })),
    reason: Type.Optional(Type.String({ minLength: 1, maxLength: longestReason })),
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
