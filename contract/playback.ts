import { type Static, Type } from 'typebox'
import { Notice } from './access.ts'
import { Chapter } from './catalog.ts'
import { count, Input, Nullable, Time, Uuid } from './common.ts'

const Token = Type.String({
  pattern: '^[A-Za-z0-9_-]{43,180}$',
  description: 'The credential of a playback.',
})
const RenditionName = Type.String({ pattern: '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$', maxLength: 64 })
/** Far beyond any film, and small enough to be counted with. */
const SegmentNumber = Type.Integer({ minimum: 0, maximum: 1_000_000 })

export const TokenParams = Type.Object({ token: Token })
export const RenditionParams = Type.Object({ token: Token, rendition: RenditionName })
export const SegmentParams = Type.Object({
  token: Token,
  rendition: RenditionName,
  segment: SegmentNumber,
})
export const StoryboardParams = Type.Object({ token: Token, sheet: SegmentNumber })

const Codec = Type.Literal('av1')
export type Codec = Static<typeof Codec>

export const StartBody = Input({
  deviceId: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'Made once by the player and kept: the tabs of one device count once.',
  }),
  codecs: Type.Optional(
    Type.Array(Codec, {
      maxItems: 8,
      description:
        'What the device decodes with ease beside H.264: `first` is in it where it can be had.',
    }),
  ),
  bandwidth: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1_000_000_000_000,
      description:
        'What the connection carries, in bits per second: `first` is in a rendition that it holds.',
    }),
  ),
  startSeconds: Type.Optional(
    Type.Number({
      minimum: 0,
      maximum: 1_000_000,
      description:
        'Where play is to begin, in place of where the viewer was: `first` is from there.',
    }),
  ),
})
export type StartBody = Static<typeof StartBody>

export const ProgressBody = Input({
  positionSeconds: Type.Number({ minimum: 0, maximum: 1_000_000 }),
})
export type ProgressBody = Static<typeof ProgressBody>

export const PlaylistQuery = Type.Object({
  end: Type.Optional(
    Type.Literal('preview', { description: 'The playlist ends where a preview does.' }),
  ),
})

export const UrlsQuery = Type.Object({
  from: SegmentNumber,
  count: Type.Integer({ minimum: 1, maximum: 8, default: 8 }),
})

const batch = {
  initUrl: Type.String(),
  from: Type.Integer(),
  urls: Type.Array(Type.String()),
  expiresInSeconds: Type.Integer(),
}

/** Another one than before: captions or preview pictures have been added, replaced or taken away. */
const ExtrasMark = Type.String({
  pattern: '^[A-Za-z0-9_-]{1,30}$',
  description: 'Changes when captions or preview pictures do; `GET /play/:token/extras` has them.',
})

export const UrlBatch = Type.Object(
  { ...batch, extras: ExtrasMark },
  {
    title: 'UrlBatch',
    description: 'Pre-signed URLs: `urls[0]` is segment `from`. They die after `expiresInSeconds`.',
  },
)
export type UrlBatch = Static<typeof UrlBatch>
/** The addresses alone. */
export type SegmentUrls = Omit<UrlBatch, 'extras'>

export const Caption = Type.Object(
  {
    language: Type.String({ description: 'BCP 47' }),
    label: Type.String(),
    url: Type.String(),
  },
  { title: 'Caption' },
)
export type Caption = Static<typeof Caption>

const extras = {
  extras: ExtrasMark,
  captions: Type.Array(Caption),
  storyboardUrl: Nullable(Type.String()),
}

/** What a film has beside picture and sound, which may change while it is watched. */
export const PlaybackExtras = Type.Object(extras, { title: 'PlaybackExtras' })
export type PlaybackExtras = Static<typeof PlaybackExtras>

/** What pressing play gives. */
export const PlaybackSession = Type.Object(
  {
    id: Uuid,
    token: Token,
    hlsUrl: Type.String(),
    expiresInSeconds: Type.Integer({ description: 'How long signed URLs live.' }),
    resumeSeconds: Type.Number(),
    keepsPlace: Type.Boolean({
      description:
        'Whether it is remembered where the viewer is: a stranger has no account to keep it.',
    }),
    teaserSeconds: Nullable(Type.Integer()),
    ...extras,
    chapters: Type.Array(Chapter),
    notice: Nullable(Notice),
    first: Type.Array(Type.Object({ rendition: Type.String(), ...batch }), {
      description: 'What play begins with, video first.',
    }),
  },
  { title: 'PlaybackSession' },
)
export type PlaybackSession = Static<typeof PlaybackSession>

/** A device that plays now. */
export const ActiveStream = Type.Object(
  { id: Uuid, deviceName: Nullable(Type.String()), title: Type.String(), startedAt: Time },
  { title: 'ActiveStream' },
)
export type ActiveStream = Static<typeof ActiveStream>

export const ActiveStreams = Type.Object({ streams: Type.Array(ActiveStream) })
export type ActiveStreams = Static<typeof ActiveStreams>

const dayMs = 86_400_000
/** A film is counted in steps of ten seconds. */
export const stepSeconds = 10
/** Of a film of a day. */
export const mostSteps = dayMs / 1000 / stepSeconds

/** What a viewing was like so far; the last report of a playback counts. */
export const ViewingReport = Type.Object(
  {
    startUpMs: Nullable(
      Type.Integer({
        minimum: 0,
        maximum: dayMs,
        description: 'From pressing play to the first picture; null when there was none.',
      }),
      { default: null },
    ),
    watchedSeconds: Type.Number({ minimum: 0, maximum: 1_000_000, default: 0 }),
    stallCount: Type.Integer({
      minimum: 0,
      maximum: 1_000_000,
      default: 0,
      description: 'Times that the picture stood still for want of data.',
    }),
    stallMs: Type.Integer({ minimum: 0, maximum: 7 * dayMs, default: 0 }),
    errorCode: Nullable(
      Type.String({ pattern: '^[A-Za-z0-9_.-]{1,64}$', description: 'Of what ended it.' }),
      { default: null },
    ),
    watched: Type.Array(Type.Integer({ minimum: 0, maximum: mostSteps }), {
      maxItems: 200,
      default: [],
      description:
        'What was played, in steps of ten seconds: the first, the one after the last, and so on for each ' +
        'span, ascending.',
    }),
    source: Nullable(
      Type.String({
        pattern: '^[A-Za-z0-9.-]{1,253}$',
        description: 'Host of the page that led to the site.',
      }),
      { default: null },
    ),
  },
  // A page that was opened before an update reports to the server after it: what is new is passed over.
  { additionalProperties: true },
)
export type ViewingReport = Static<typeof ViewingReport>

const Maybe = (description: string) => Nullable(Type.Number(), { description })

export const QualityQuery = Input({
  days: Type.Integer({ minimum: 1, maximum: 365, default: 7 }),
})

const went = {
  viewings: count(),
  startUpMs: Type.Object({
    p50: Maybe('From pressing play to the first picture.'),
    p95: Maybe('The same, for the slowest one in twenty.'),
  }),
  watchedHours: Type.Number(),
  stallsPerHour: Maybe('Times that the picture stood still for want of data.'),
  stalledShare: Maybe('Of the time that viewers wanted to watch, 0 to 1.'),
}
const mostGroups = 50

/** How watching went. */
export const Quality = Type.Object({
  since: Time,
  ...went,
  byVideo: Type.Array(
    Type.Object({ videoId: Uuid, title: Type.String(), ...went, failed: count() }),
    { maxItems: mostGroups, description: 'Those most often played.' },
  ),
  byDevice: Type.Array(
    Type.Object({
      device: Nullable(Type.String({ description: '"Chrome on Windows"; null: not known.' })),
      ...went,
      failed: count('Ended by an error.'),
    }),
    { maxItems: mostGroups, description: 'Those most often played with.' },
  ),
  slowest: Type.Array(
    Type.Object({
      at: Time,
      videoId: Uuid,
      title: Type.String(),
      device: Nullable(Type.String()),
      startUpMs: Nullable(Type.Integer()),
      stallMs: Type.Integer(),
      errorCode: Nullable(Type.String()),
    }),
    { maxItems: 20, description: 'The viewings whose viewers waited longest, all in all.' },
  ),
  errors: Type.Array(Type.Object({ code: Type.String(), count: count() }), {
    description: 'What ended viewings, the most frequent first.',
  }),
})
export type Quality = Static<typeof Quality>
