/** Links by which a film may be watched for a while, also before it is on show. */
import { type Static, Type } from 'typebox'
import { count, Input, Nullable, Time, Uuid } from './common.ts'
import { mostPreviewDays, usualPreviewDays } from './library-limits.ts'

const members = {
  note: Type.String({ maxLength: 200, description: 'Whom it is for.' }),
  forOne: Type.Boolean({ description: 'The first who opens it is the only one.' }),
}

export const PreviewLink = Type.Object(
  {
    id: Uuid,
    ...members,
    createdAt: Time,
    expiresAt: Time,
    revokedAt: Nullable(Time),
    opened: count('People who have opened it.'),
  },
  { title: 'PreviewLink' },
)
export type PreviewLink = Static<typeof PreviewLink>

export const PreviewLinks = Type.Object({
  previews: Type.Array(PreviewLink, { description: 'The newest first.' }),
})
export type PreviewLinks = Static<typeof PreviewLinks>

export const NewPreview = Input({
  note: Type.Optional(members.note),
  forOne: Type.Optional(members.forOne),
  days: Type.Integer({ minimum: 1, maximum: mostPreviewDays, default: usualPreviewDays }),
})
export type NewPreview = Static<typeof NewPreview>

export const MadePreview = Type.Object(
  {
    preview: PreviewLink,
    url: Type.String({ description: 'Told once: only its hash is kept.' }),
  },
  { title: 'MadePreview' },
)
export type MadePreview = Static<typeof MadePreview>

export const PreviewParams = Type.Object({ id: Uuid, previewId: Uuid })

export const OpenPreview = Input({
  token: Type.String({ minLength: 20, maxLength: 100, description: 'Of the link, after its #.' }),
})
export type OpenPreview = Static<typeof OpenPreview>

export const OpenedPreview = Type.Object(
  { slug: Type.String({ description: 'Of the film.' }), until: Time },
  { title: 'OpenedPreview' },
)
export type OpenedPreview = Static<typeof OpenedPreview>
