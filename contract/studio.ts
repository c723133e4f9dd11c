/** Films as their operator sees them. */
import { type Static, Type } from 'typebox'
import { About, aboutMembers, Chapter } from './catalog.ts'
import { Currency, count, Input, Nullable, OneOf, Share, Time, time, Uuid } from './common.ts'
import { filmFilters } from './library-limits.ts'

export const Title = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
export const Slug = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
})
const Asked = Type.Integer({
  minimum: 1,
  maximum: 99_999_999,
  description: "In the currency's minor unit.",
})

/** The terms of a rental. */
export const Rental = Input(
  {
    amount: Asked,
    currency: Currency,
    startDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
    watchHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 720 })),
  },
  { title: 'Rental' },
)
export type Rental = Static<typeof Rental>

export const Sale = Input({ amount: Asked, currency: Currency }, { title: 'Sale' })
export type Sale = Static<typeof Sale>

export const accessMembers = {
  free: Type.Boolean(),
  planIds: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50, uniqueItems: true }),
  rent: Nullable(Rental),
  buy: Nullable(Sale),
  teaserSeconds: Nullable(Type.Integer({ minimum: 1, maximum: 3_600 })),
}

/** What a film costs: who may watch it, and how others can. */
export const VideoAccess = Input(accessMembers, { title: 'VideoAccess' })
export type VideoAccess = Static<typeof VideoAccess>

export const StudioCaption = Type.Object(
  { id: Uuid, language: Type.String({ description: 'BCP 47' }), label: Type.String() },
  { title: 'StudioCaption' },
)
export type StudioCaption = Static<typeof StudioCaption>

export const VideoStatus = OneOf(
  ['draft', 'uploading', 'queued', 'processing', 'ready', 'failed'],
  { title: 'VideoStatus' },
)
export type VideoStatus = Static<typeof VideoStatus>

export const Visibility = OneOf(['public', 'unlisted'], {
  title: 'Visibility',
  description: '`unlisted`: in no list and no search; whoever has its address finds it.',
})
export type Visibility = Static<typeof Visibility>

export const FilmState = OneOf(['draft', 'scheduled', 'published', 'unlisted', 'archived'], {
  title: 'FilmState',
  description: `draft: viewers cannot see it. scheduled: it goes on show by itself. unlisted: on show for
whoever has its address. archived: offered to nobody; those who have it keep it.`,
})
export type FilmState = Static<typeof FilmState>

const Announced = Type.Boolean({
  description: 'Whether viewers who have its address are told of publishAt beforehand.',
})
const Version = Type.Integer({ minimum: 1, description: 'One more with each change.' })

const AlsoAv1 = Type.Boolean({
  description:
    'Whether it is made in AV1 too, when it is next encoded; null: as the installation’s settings say.',
})

export const StudioVideo = Type.Object(
  {
    id: Uuid,
    slug: Type.String(),
    title: Type.String(),
    description: Type.String(),
    status: VideoStatus,
    progress: Share,
    step: Nullable(Type.String({ description: 'The part of the encode that is being made.' })),
    failure: Nullable(Type.String({ description: 'What is wrong with the file, in plain words.' })),
    published: Type.Boolean(),
    publishedAt: Nullable(Time),
    publishAt: Nullable(time('When it goes on show by itself.')),
    announced: Announced,
    visibility: Visibility,
    archivedAt: Nullable(Time),
    state: FilmState,
    forNobody: Type.Boolean({
      description: 'As it stands nobody could watch it: not free, and in no plan, price or bundle.',
    }),
    alsoAv1: Nullable(AlsoAv1),
    createdAt: Time,
    changedAt: Time,
    version: Version,
    durationSeconds: Nullable(Type.Number()),
    posterUrl: Nullable(Type.String()),
    access: VideoAccess,
    chapters: Type.Array(Chapter),
    about: About,
    captions: Type.Array(StudioCaption),
  },
  { title: 'StudioVideo' },
)
export type StudioVideo = Static<typeof StudioVideo>

export const StudioVideosQuery = Input({
  q: Type.Optional(
    Type.String({ maxLength: 100, description: 'Words of title, people, categories and tags.' }),
  ),
  state: Type.Optional(
    OneOf(filmFilters.state, { description: '`failing`: its newest file could not be used.' }),
  ),
  access: Type.Optional(
    OneOf(filmFilters.access, {
      description:
        '`sale`: to rent, to buy, or in a bundle. `nobody`: there is no way to watch it.',
    }),
  ),
  collection: Type.Optional(Uuid),
  sort: Type.Optional(
    OneOf(filmFilters.sort, {
      description: '`changed`: what an operator changed last comes first.',
    }),
  ),
  cursor: Type.Optional(
    Type.String({ maxLength: 1_000, description: 'nextCursor of the page before.' }),
  ),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
})
export type StudioVideosQuery = Static<typeof StudioVideosQuery>

export const StudioVideos = Type.Object({
  videos: Type.Array(StudioVideo),
  total: count('Films that fit, on all pages.'),
  nextCursor: Nullable(Type.String()),
})
export type StudioVideos = Static<typeof StudioVideos>

export const NewVideo = Input({ title: Title })
export type NewVideo = Static<typeof NewVideo>

const NewChapter = Input({ startSeconds: Type.Number({ minimum: 0 }), title: Title })

export const VideoChange = Type.Partial(
  Type.Object({
    title: Title,
    slug: Slug,
    description: Type.String({ maxLength: 10_000 }),
    published: Type.Boolean(),
    visibility: Visibility,
    archived: Type.Boolean({ description: 'One that comes back is as it was before.' }),
    alsoAv1: Nullable(AlsoAv1),
    publishAt: Nullable(time('Lies ahead; null takes it back.')),
    announced: Announced,
    version: Type.Integer({
      ...{ minimum: 1, description: 'That was read: a change to another is refused with 409.' },
    }),
    access: Type.Partial(Type.Object(accessMembers), { additionalProperties: false }),
    chapters: Type.Array(NewChapter, { maxItems: 200 }),
    about: Type.Partial(Type.Object(aboutMembers), { additionalProperties: false }),
  }),
  {
    additionalProperties: false,
    minProperties: 1,
    description: 'Members that are left out stay as they are.',
  },
)
export type VideoChange = Static<typeof VideoChange>

export const CaptionParams = Type.Object({ id: Uuid, captionId: Uuid })

export const EncodeStep = Type.Object(
  {
    kind: OneOf(['look', 'poster', 'captions', 'audio', 'video', 'storyboard'], {
      description: '`look` comes first: getting the file and finding out what it is.',
    }),
    renditions: Type.Array(Type.String()),
    progress: Share,
    state: OneOf(['waiting', 'running', 'done']),
  },
  { title: 'EncodeStep' },
)
export type EncodeStep = Static<typeof EncodeStep>

/** How the newest encode of a film stands. */
export const StudioEncode = Type.Object(
  {
    id: Uuid,
    status: OneOf(['waiting', 'running', 'finished', 'failed']),
    createdAt: Time,
    playable: Type.Boolean({ description: 'The film can be watched in its first renditions.' }),
    first: Type.Boolean({ description: 'It goes before other films.' }),
    steps: Type.Array(EncodeStep),
    secondsLeft: Nullable(Type.Integer()),
    failure: Nullable(Type.String({ description: 'What is wrong, in plain words.' })),
    log: Nullable(Type.String({ description: 'What the failing program said last.' })),
  },
  { title: 'StudioEncode' },
)
export type StudioEncode = Static<typeof StudioEncode>

export const EncodeBegun = Type.Object({ id: Uuid })
export type EncodeBegun = Static<typeof EncodeBegun>

/** The `data` of each server-sent event of a film. */
export const VideoEvent = Type.Object(
  { video: StudioVideo, encode: Nullable(StudioEncode) },
  { title: 'VideoEvent', description: 'How a film stands now, again whenever that has changed.' },
)
export type VideoEvent = Static<typeof VideoEvent>
