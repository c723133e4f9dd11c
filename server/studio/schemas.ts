import { type Static, type TSchema, Type } from 'typebox'
import { ChapterSchema } from '../catalog/schemas.ts'

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }

const Title = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const Slug = Type.String({ minLength: 1, maxLength: 100, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })
const Currency = Type.String({ pattern: '^[a-z]{3}$', description: 'ISO 4217, small letters' })
const Amount = Type.Integer({
  minimum: 1,
  maximum: 99_999_999,
  description: "In the currency's minor unit.",
})

const Rent = Type.Object(
  {
    amount: Amount,
    currency: Currency,
    startDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
    watchHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 720 })),
  },
  closed,
)
const Buy = Type.Object({ amount: Amount, currency: Currency }, closed)

const accessMembers = {
  free: Type.Boolean(),
  planIds: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50, uniqueItems: true }),
  rent: Nullable(Rent),
  buy: Nullable(Buy),
  teaserSeconds: Nullable(Type.Integer({ minimum: 1, maximum: 3_600 })),
}

/** What a film costs: who may watch it, and how others can. */
export const VideoAccess = Type.Object(accessMembers, closed)
export type VideoAccess = Static<typeof VideoAccess>

export const StudioCaption = Type.Object({
  id: Type.String({ format: 'uuid' }),
  language: Type.String({ description: 'BCP 47' }),
  label: Type.String(),
})

export const StudioVideo = Type.Object({
  id: Type.String({ format: 'uuid' }),
  slug: Type.String(),
  title: Type.String(),
  description: Type.String(),
  status: Type.String({ description: 'draft, uploading, queued, processing, ready or failed' }),
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  step: Nullable(Type.String()),
  failure: Nullable(Type.String({ description: 'What is wrong with the file, in plain words.' })),
  published: Type.Boolean(),
  publishedAt: Nullable(Type.String({ format: 'date-time' })),
  createdAt: Type.String({ format: 'date-time' }),
  durationSeconds: Nullable(Type.Number()),
  posterUrl: Nullable(Type.String()),
  access: VideoAccess,
  chapters: Type.Array(ChapterSchema),
  captions: Type.Array(StudioCaption),
})
export type StudioVideo = Static<typeof StudioVideo>

const Step = Type.Object({
  kind: Type.String({ description: 'look, poster, audio, video or storyboard' }),
  renditions: Type.Array(Type.String()),
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  state: Type.String({ description: 'waiting, running or done' }),
})

/** How the newest encode of a film stands. */
export const StudioEncode = Type.Object({
  id: Type.String({ format: 'uuid' }),
  status: Type.String({ description: 'waiting, running, finished or failed' }),
  createdAt: Type.String({ format: 'date-time' }),
  playable: Type.Boolean({ description: 'The film can be watched in its first renditions.' }),
  first: Type.Boolean({ description: 'It goes before other films.' }),
  steps: Type.Array(Step),
  secondsLeft: Nullable(Type.Integer()),
  failure: Nullable(Type.String({ description: 'What is wrong, in plain words.' })),
  log: Nullable(Type.String({ description: 'What the failing program said last.' })),
})

export const VideoList = Type.Object({ videos: Type.Array(StudioVideo) })

export const NewVideo = Type.Object({ title: Title }, closed)

const Chapter = Type.Object({ startSeconds: Type.Number({ minimum: 0 }), title: Title }, closed)

/** Members that are left out stay as they are. */
export const VideoChange = Type.Partial(
  Type.Object({
    title: Title,
    slug: Slug,
    description: Type.String({ maxLength: 10_000 }),
    published: Type.Boolean(),
    access: Type.Partial(Type.Object(accessMembers), closed),
    chapters: Type.Array(Chapter, { maxItems: 200 }),
  }),
  { ...closed, minProperties: 1 },
)
export type VideoChange = Static<typeof VideoChange>

export const VideoId = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const CaptionId = Type.Object({
  id: Type.String({ format: 'uuid' }),
  captionId: Type.String({ format: 'uuid' }),
})
