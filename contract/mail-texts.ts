/** What is mailed of itself, as its operator words it. */
import { type Static, Type } from 'typebox'
import { Input, Nullable, OneOf, time } from './common.ts'

/** Sent once to one person about one thing. */
export const letterKinds = ['welcome', 'receipt', 'trialEnding', 'cancelled', 'news'] as const
export type LetterKind = (typeof letterKinds)[number]

export const mailKinds = [
  ...letterKinds,
  'verification',
  'paymentFailed',
  'confirmationNeeded',
] as const
export const MailKind = OneOf(mailKinds, { title: 'MailKind' })
export type MailKind = Static<typeof MailKind>

const wording = {
  subject: Type.String({ minLength: 1, maxLength: 150, pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$' }),
  text: Type.String({ minLength: 1, maxLength: 5_000, pattern: '\\S' }),
}

export const MailWording = Input(wording, {
  title: 'MailWording',
  description: 'Plain text, with what is put in between braces: {siteName}.',
})
export type MailWording = Static<typeof MailWording>

export const NewMailWording = Input(
  {
    ...wording,
    changedAt: Type.Optional(
      Nullable(time('Of the text that this is made of: refused where there is a later one.')),
    ),
  },
  { title: 'NewMailWording', description: 'As MailWording.' },
)
export type NewMailWording = Static<typeof NewMailWording>

export const MailText = Type.Object(
  {
    kind: MailKind,
    ...wording,
    changedAt: Nullable(time('When someone last changed it; null for the usual text.')),
    usual: Type.Boolean({ description: 'As it is where nobody has changed it.' }),
    placeholders: Type.Array(Type.String(), { description: 'What can be put in, without braces.' }),
    required: Type.Array(Type.String(), { description: 'Those that the text must have.' }),
  },
  { title: 'MailText' },
)
export type MailText = Static<typeof MailText>
export const MailTexts = Type.Object({ texts: Type.Array(MailText) })
export type MailTexts = Static<typeof MailTexts>
export const MailTextParams = Type.Object({ kind: MailKind })

export const MailPreview = Type.Object(
  { subject: Type.String(), text: Type.String() },
  { title: 'MailPreview' },
)
export type MailPreview = Static<typeof MailPreview>
