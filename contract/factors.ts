/** What people sign in with beside a password: passkeys, codes of an app, recovery codes. */
import { type Static, Type } from 'typebox'
import { GivenPassword } from './accounts.ts'
import { Input, Nullable, OneOf, Time } from './common.ts'

export const Passkey = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    createdAt: Time,
    lastUsedAt: Nullable(Time),
  },
  { title: 'Passkey' },
)
export type Passkey = Static<typeof Passkey>

export const Factors = Type.Object({
  passkeys: Type.Array(Passkey),
  totp: Type.Boolean({ description: 'Whether codes of an app are asked for.' }),
  recoveryCodesLeft: Type.Integer({ minimum: 0 }),
})
export type Factors = Static<typeof Factors>

/** What browsers take (WebAuthn); null where there is no passkey to ask for. */
export const PasskeyOptions = Type.Object({
  options: Nullable(Type.Object({}, { additionalProperties: true })),
})
export type PasskeyOptions = Static<typeof PasskeyOptions>

const Base64Url = Type.String({ maxLength: 20_000, pattern: '^[A-Za-z0-9_-]*$' })
const CredentialId = Type.String({ minLength: 1, maxLength: 1400, pattern: '^[A-Za-z0-9_-]+$' })
const kind = Type.Literal('public-key')
const extensions = Type.Object({}, { additionalProperties: true })

/** As browsers give it: PublicKeyCredential.toJSON. */
export const Registration = Type.Object({
  id: CredentialId,
  rawId: CredentialId,
  type: kind,
  response: Type.Object(
    {
      clientDataJSON: Base64Url,
      attestationObject: Base64Url,
      transports: Type.Optional(Type.Array(Type.String({ maxLength: 30 }), { maxItems: 10 })),
    },
    { additionalProperties: true },
  ),
  clientExtensionResults: extensions,
  authenticatorAttachment: Type.Optional(Type.String({ maxLength: 30 })),
})
export type Registration = Static<typeof Registration>

export const Assertion = Type.Object({
  id: CredentialId,
  rawId: CredentialId,
  type: kind,
  response: Type.Object(
    {
      clientDataJSON: Base64Url,
      authenticatorData: Base64Url,
      signature: Base64Url,
      userHandle: Type.Optional(Nullable(Base64Url)),
    },
    { additionalProperties: true },
  ),
  clientExtensionResults: extensions,
  authenticatorAttachment: Type.Optional(Nullable(Type.String({ maxLength: 30 }))),
})
export type Assertion = Static<typeof Assertion>

export const NewPasskey = Input({
  name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  response: Registration,
})
export const PasskeySignIn = Input({ response: Assertion })
export const PasskeyParams = Type.Object({ id: CredentialId })

export const NewTotp = Type.Object({
  secret: Type.String({ description: 'Base32, to be typed.' }),
  uri: Type.String({ description: 'otpauth://, to be opened or scanned.' }),
})
export type NewTotp = Static<typeof NewTotp>

export const Code = Type.String({ minLength: 6, maxLength: 30 })
export const CodeBody = Input({ code: Code })
export const RecoveryCodes = Type.Object({
  recoveryCodes: Type.Array(Type.String(), { description: 'Shown this once; each works once.' }),
})
export type RecoveryCodes = Static<typeof RecoveryCodes>

export const Proof = Input(
  {
    password: Type.Optional(GivenPassword),
    code: Type.Optional(Code),
    passkey: Type.Optional(Assertion),
  },
  { minProperties: 1, maxProperties: 1, description: 'One of them.' },
)
export type Proof = Static<typeof Proof>

export const ProofMethod = OneOf(['password', 'code', 'passkey'], { title: 'ProofMethod' })
export type ProofMethod = Static<typeof ProofMethod>
