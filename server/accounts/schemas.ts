import { type Static, Type } from 'typebox'

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

/** `checkNewPassword` has the rules; length alone can be told before characters are composed. */
export const NewPassword = Type.String({
  minLength: 8,
  maxLength: longest,
  description: 'From 8 to 200 characters, none of the passwords that are guessed first.',
})

/** Of a password that is to be checked: a wrong one is wrong whatever its length. */
const GivenPassword = Type.String({ minLength: 1, maxLength: longest })

const Token = Type.String({ minLength: 1, maxLength: 200 })

/** A member that is not known is refused: it may be a misspelt one. */
const strict = { additionalProperties: false }

export const SignUpBody = Type.Object({ email: Email, password: NewPassword }, strict)
export const SignInBody = Type.Object({ email: Email, password: GivenPassword }, strict)
export const ForgotBody = Type.Object({ email: Email }, strict)
export const ResetBody = Type.Object({ token: Token, password: NewPassword }, strict)

export const UserAnswer = Type.Object({
  id: Type.String({ format: 'uuid' }),
  email: Type.String(),
  role: Type.Union([Type.Literal('member'), Type.Literal('admin')]),
})
export type UserAnswer = Static<typeof UserAnswer>

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

/** What an account page shows of a subscription; billing says what it is. */
export const SubscriptionAnswer = Type.Object({
  planId: Nullable(Type.String()),
  status: Type.String({ description: "Stripe's word: active, trialing, past_due …" }),
  currentPeriodEnd: Nullable(Type.String({ format: 'date-time' })),
  cancelAtPeriodEnd: Type.Boolean(),
  graceUntil: Nullable(
    Type.String({
      format: 'date-time',
      description: 'While a payment is owed: access until then.',
    }),
  ),
})
export type SubscriptionAnswer = Static<typeof SubscriptionAnswer>

export const SignedInAnswer = Type.Object({ user: UserAnswer })
export const MeAnswer = Type.Object({
  user: UserAnswer,
  subscription: Nullable(SubscriptionAnswer),
})
export const NothingAnswer = Type.Unsafe<undefined>({ type: 'null', description: 'Done.' })
