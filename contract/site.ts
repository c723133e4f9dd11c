/** What the site is called, how it looks, and who runs it: what everyone sees, and what its operator sets. */
import { type Static, Type } from 'typebox'
import { Currency, Input, Language, Nullable, OneOf, Time, Uuid } from './common.ts'
import { EmbedSites } from './embed.ts'

const Slug = Type.String({ maxLength: 50, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })
const Title = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
const Colour = Type.String({ pattern: '^#[0-9a-f]{6}$', description: '#rrggbb, in small letters' })

export const LegalLink = Type.Object({ slug: Slug, title: Title }, { title: 'LegalLink' })
export type LegalLink = Static<typeof LegalLink>

export const Site = Type.Object(
  {
    name: Type.String(),
    description: Type.String(),
    language: Language,
    currency: Currency,
    address: Type.String({ description: 'The postal address of whoever runs the site.' }),
    logoUrl: Nullable(Type.String()),
    front: Type.Boolean({
      description: 'Its operator has arranged the front page: GET /api/front says how.',
    }),
    legal: Type.Array(LegalLink, { description: 'Pages at /legal/<slug>.' }),
  },
  { title: 'Site' },
)
export type Site = Static<typeof Site>

export const LegalParams = Type.Object({ slug: Slug })

export const LegalText = Type.Object(
  { slug: Slug, title: Title, html: Type.String({ description: 'Of harmless elements alone.' }) },
  { title: 'LegalText' },
)
export type LegalText = Static<typeof LegalText>

/** Of one page, in characters. */
export const longestLegal = 60_000

export const LegalPage = Input(
  {
    slug: Slug,
    title: Title,
    text: Type.String({ maxLength: longestLegal, description: 'Markdown, or HTML.' }),
  },
  { title: 'LegalPage' },
)
export type LegalPage = Static<typeof LegalPage>

const members = {
  name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  description: Type.String({ maxLength: 300 }),
  currency: Currency,
  language: Language,
  address: Type.String({ maxLength: 500 }),
  accentDark: Nullable(Colour, { description: 'Of the dark theme; null: our own.' }),
  accentLight: Nullable(Colour, { description: 'Of the light theme; null: our own.' }),
  mailName: Nullable(Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\r\\n<>"]+$' }), {
    description: 'Who mails are from; null: the name of the site.',
  }),
  mailAddress: Nullable(Type.String({ format: 'email', maxLength: 254 }), {
    description: 'The address that mails are from; null: that of MAIL_FROM.',
  }),
  legal: Type.Array(LegalPage, { maxItems: 10 }),
  secondFactorRequired: Type.Boolean({
    description: 'Whether the studio opens only to operators who have shown a second factor.',
  }),
  embedSites: EmbedSites,
}

const version = Type.Integer({ minimum: 0, description: 'One more with each change.' })

export const SiteSettings = Type.Object(
  { ...members, logoUrl: Nullable(Type.String()), version },
  { title: 'SiteSettings' },
)
export type SiteSettings = Static<typeof SiteSettings>

export const SettingsChange = Type.Partial(
  Type.Object({
    ...members,
    version: Type.Integer({
      minimum: 0,
      description: 'What was changed: refused if someone has saved since. Left out: not asked.',
    }),
  }),
  {
    additionalProperties: false,
    minProperties: 1,
    description: 'Members that are left out stay as they are.',
  },
)
export type SettingsChange = Static<typeof SettingsChange>

export const LegalDraft = Input({ text: Type.String({ maxLength: longestLegal }) })
export const LegalPreview = Type.Object({ html: Type.String() }, { title: 'LegalPreview' })
export type LegalPreview = Static<typeof LegalPreview>

export const MailRecord = Type.Object(
  {
    id: Uuid,
    at: Time,
    to: Type.String(),
    subject: Type.String(),
    outcome: OneOf(['sent', 'failed', 'bounced'], {
      description: 'bounced: the address was refused for good, and gets no more news.',
    }),
    error: Nullable(Type.String({ description: 'What the mail server said.' })),
  },
  { title: 'MailRecord' },
)
export type MailRecord = Static<typeof MailRecord>

export const MailRecords = Type.Object({
  mails: Type.Array(MailRecord, { description: 'Newest first.' }),
  nextCursor: Nullable(Uuid),
})
export type MailRecords = Static<typeof MailRecords>

export const MailsQuery = Type.Object({
  to: Type.Optional(Type.String({ maxLength: 254, description: 'A whole address.' })),
  cursor: Type.Optional(Uuid),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
})
export type MailsQuery = Static<typeof MailsQuery>

export const TestMail = Type.Object({ to: Type.String() }, { title: 'TestMail' })
export type TestMail = Static<typeof TestMail>

export const Check = Type.Object(
  {
    what: Type.String(),
    ok: Type.Boolean(),
    todo: Type.Optional(
      Type.Boolean({
        description: 'Nothing is broken, and something that a site wants is not set.',
      }),
    ),
    says: Type.String({ description: 'What was found, or what to do about it.' }),
  },
  { title: 'Check' },
)
export type Check = Static<typeof Check>
export const Checks = Type.Object({ checks: Type.Array(Check) })
export type Checks = Static<typeof Checks>

export const openingSteps = [
  'look',
  'money',
  'legal',
  'mail',
  'checks',
  'stripe',
  'plan',
  'film',
  'doors',
] as const
export const OpeningStepKey = OneOf(openingSteps, { title: 'OpeningStepKey' })
export type OpeningStepKey = Static<typeof OpeningStepKey>

export const OpeningStep = Type.Object(
  {
    key: OpeningStepKey,
    done: Type.Boolean(),
    left: Type.Boolean({ description: 'The operator has chosen to do without, for now.' }),
  },
  { title: 'OpeningStep' },
)
export type OpeningStep = Static<typeof OpeningStep>

export const Opening = Type.Object(
  {
    open: Type.Boolean({ description: 'The doors are open: nothing is left to do.' }),
    steps: Type.Array(OpeningStep),
  },
  { title: 'Opening' },
)
export type Opening = Static<typeof Opening>

export const OpeningChange = Input({ step: OpeningStepKey, left: Type.Boolean() })
export type OpeningChange = Static<typeof OpeningChange>
