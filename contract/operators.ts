/** Who runs the site, who is invited to, and how they become it. */
import { type Static, Type } from 'typebox'
import { Email, MailedToken, NewPassword, OperatorRole } from './accounts.ts'
import { Input, Nullable, Time, Uuid } from './common.ts'

export const Operator = Type.Object(
  {
    id: Uuid,
    email: Type.String(),
    role: OperatorRole,
    secondFactor: Type.Boolean({ description: 'Whether they have a passkey or an app for codes.' }),
  },
  { title: 'Operator' },
)
export type Operator = Static<typeof Operator>

export const Invitation = Type.Object(
  {
    id: Uuid,
    email: Type.String(),
    role: OperatorRole,
    invitedBy: Nullable(Type.String({ description: 'An address.' })),
    expiresAt: Time,
  },
  { title: 'Invitation' },
)
export type Invitation = Static<typeof Invitation>

export const Operators = Type.Object({
  operators: Type.Array(Operator),
  invitations: Type.Array(Invitation, { description: 'Those that can still be accepted.' }),
})
export type Operators = Static<typeof Operators>

export const NewInvitation = Input({ email: Email, role: OperatorRole })
export type NewInvitation = Static<typeof NewInvitation>

/** What an invitation says to whoever holds its link. */
export const InvitationTerms = Type.Object(
  {
    email: Type.String(),
    role: OperatorRole,
    hasAccount: Type.Boolean({ description: 'Then they accept it signed in.' }),
  },
  { title: 'InvitationTerms' },
)
export type InvitationTerms = Static<typeof InvitationTerms>

export const AcceptInvitation = Input({
  token: MailedToken,
  password: Type.Optional(NewPassword),
})
export type AcceptInvitation = Static<typeof AcceptInvitation>
