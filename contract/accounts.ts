import { type Static, Type } from 'typebox'
import { Input, Language, Nullable, OneOf, Time, time, Uuid } from './common.ts'
import { operatorRoles, roles } from './roles.ts'
import { subscriptionStatuses } from './subscription-statuses.ts'

/**
 * Anything with one @ and a dot behind it; more than that only a mail that arrives can tell. Spaces
 * around it are forgiven, control characters are not.
 */
export const Email = Type.String({
  maxLength: 254,
  pattern:
    '^\\s*[^\\s@\\u0000-\\u001f\\u007f]+@[^\\s@.\\u0000-\\u001f\\u007f]+(\\.[^\\s@.\\u0000-\\u001f\\u007f]+)+\\s*$',
  description: 'An e-mail address, such as ana@films.example.',
})

/** What a keyboard may make of 200 characters before they are composed. */
const longest = 1_000

/** Which ones are too easily guessed, the server tells; length alone before they are composed. */
export const NewPassword = Type.String({
  minLength: 8,
  maxLength: longest,
  description: 'From 8 to 200 characters, none of the passwords that are guessed first.',
})

/** Of a password that is to be checked: a wrong one is wrong whatever its length. */
export const GivenPassword = Type.String({ minLength: 1, maxLength: longest })

/** As a mailed link carries it. */
export const MailedToken = Type.String({ minLength: 1, maxLength: 200 })

export const SignUpBody = Input({ email: Email, password: NewPassword })
export type SignUpBody = Static<typeof SignUpBody>
/** Of an app, or a recovery code: six digits, or a little more. */
const FactorCode = Type.Optional(
  Type.String({
    minLength: 6,
    maxLength: 30,
    description: 'Where SECOND_FACTOR_REQUIRED was said.',
  }),
)
export const SignInBody = Input({ email: Email, password: GivenPassword, code: FactorCode })
export type SignInBody = Static<typeof SignInBody>
export const ForgotBody = Input({ email: Email })
export type ForgotBody = Static<typeof ForgotBody>
export const ResetBody = Input({ token: MailedToken, password: NewPassword })
export type ResetBody = Static<typeof ResetBody>

export const Role = OneOf(roles, {
  title: 'Role',
  description: `member: watches. admin: the owner. manager: all but what is for sale, and who has which
role. editor: films. support: people, without money.`,
})
export const OperatorRole = OneOf(operatorRoles, { title: 'OperatorRole' })

export const User = Type.Object(
  {
    id: Uuid,
    email: Type.String(),
    role: Role,
    emailVerified: Type.Optional(
      Type.Boolean({ description: 'Whether mail to the address has been shown to arrive.' }),
    ),
  },
  { title: 'User' },
)
export type User = Static<typeof User>

export const SubscriptionStatus = OneOf(subscriptionStatuses, {
  title: 'SubscriptionStatus',
  description: "Stripe's words.",
})
export type SubscriptionStatus = Static<typeof SubscriptionStatus>

/** What an account page shows of a subscription; billing says what it is. */
export const Subscription = Type.Object(
  {
    planId: Nullable(Type.String()),
    status: SubscriptionStatus,
    currentPeriodEnd: Nullable(Time),
    cancelAtPeriodEnd: Type.Boolean(),
    graceUntil: Nullable(time('While a payment is owed: access until then.')),
  },
  { title: 'Subscription' },
)
export type Subscription = Static<typeof Subscription>

export const SignedInUser = Type.Object({ user: User })
export type SignedInUser = Static<typeof SignedInUser>

export const Me = Type.Object({ user: User, subscription: Nullable(Subscription) })
export type Me = Static<typeof Me>

/** Who is signed in, if anyone: for pages, which cannot know and are not to be refused for asking. */
export const SessionAnswer = Type.Object(
  {
    me: Nullable(Me),
    renewable: Type.Boolean({
      description: 'Nobody is, but the browser has a refresh cookie, which may bring someone back.',
    }),
  },
  { title: 'SessionAnswer' },
)
export type SessionAnswer = Static<typeof SessionAnswer>
export const PasswordBody = Input({ currentPassword: GivenPassword, newPassword: NewPassword })
export type PasswordBody = Static<typeof PasswordBody>
export const EmailBody = Input({ email: Email, password: GivenPassword })
export type EmailBody = Static<typeof EmailBody>
export const DeletionBody = Input({ password: GivenPassword })
export type DeletionBody = Static<typeof DeletionBody>
export const MailedTokenBody = Input({ token: MailedToken })
export type MailedTokenBody = Static<typeof MailedTokenBody>
export const FollowBody = Input({ token: MailedToken, code: FactorCode })
export type FollowBody = Static<typeof FollowBody>
export const MailedCodeBody = Input({
  code: Type.String({ pattern: '^\\s*\\d{6}\\s*$', description: 'The six digits.' }),
})
export type MailedCodeBody = Static<typeof MailedCodeBody>

/** A browser that someone is signed in with. */
export const Device = Type.Object(
  {
    id: Uuid,
    name: Nullable(Type.String({ description: 'Such as "Chrome on Windows".' })),
    lastSeenAt: Time,
    current: Type.Boolean({ description: 'The one that asks.' }),
    playing: Nullable(Type.String({ description: 'The title of what plays on it now.' })),
  },
  { title: 'Device' },
)
export type Device = Static<typeof Device>
export const Devices = Type.Object({ devices: Type.Array(Device) })
export type Devices = Static<typeof Devices>

export const ExportQuery = Type.Object({
  format: Type.Optional(OneOf(['json', 'text'], { description: 'For machines or for people.' })),
})

const preferences = {
  name: Nullable(
    Type.String({
      minLength: 1,
      maxLength: 60,
      pattern: "^[\\p{L}\\p{M}\\p{N} '’.-]+$",
      description: 'What they want to be called: letters, digits, spaces and - . only.',
    }),
  ),
  language: Nullable(Language, { description: 'Of pages and mails; null: the site’s.' }),
  wantsNews: Type.Boolean({ description: 'Whether they want mails about new films.' }),
}
/** What someone likes the site to know of them. */
export const Preferences = Type.Object(preferences, { title: 'Preferences' })
export type Preferences = Static<typeof Preferences>
export const PreferencesChange = Type.Partial(Type.Object(preferences), {
  additionalProperties: false,
  minProperties: 1,
  description: 'Members that are left out stay as they are.',
})
export type PreferencesChange = Static<typeof PreferencesChange>
