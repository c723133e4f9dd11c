import { Type } from 'typebox'
import { tokenPattern } from './tokens.ts'

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const Token = Type.String({ pattern: tokenPattern, description: 'The credential of a playback.' })
const RenditionName = Type.String({ pattern: '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$', maxLength: 64 })
/** Far beyond any film, and small enough to be counted with. */
const SegmentNumber = Type.Integer({ minimum: 0, maximum: 1_000_000 })

export const VideoParams = Type.Object({ id: Uuid })
export const StreamParams = Type.Object({ id: Uuid })
export const TokenParams = Type.Object({ token: Token })
export const RenditionParams = Type.Object({ token: Token, rendition: RenditionName })
export const SegmentParams = Type.Object({
  token: Token,
  rendition: RenditionName,
  segment: SegmentNumber,
})
export const StoryboardParams = Type.Object({ token: Token, sheet: SegmentNumber })

export const StartBody = Type.Object(
  {
    deviceId: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Made once by the player and kept: the tabs of one device count once.',
    }),
  },
  { additionalProperties: false },
)

export const ProgressBody = Type.Object(
  { positionSeconds: Type.Number({ minimum: 0, maximum: 1_000_000 }) },
  { additionalProperties: false },
)

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

export const UrlBatchSchema = Type.Object(batch, {
  description: 'Pre-signed URLs: `urls[0]` is segment `from`. They die after `expiresInSeconds`.',
})

export const StartedPlaybackSchema = Type.Object({
  id: Type.String(),
  token: Type.String(),
  hlsUrl: Type.String(),
  expiresInSeconds: Type.Integer({ description: 'How long signed URLs live.' }),
  resumeSeconds: Type.Number(),
  teaserSeconds: Nullable(Type.Integer()),
  captions: Type.Array(
    Type.Object({ language: Type.String(), label: Type.String(), url: Type.String() }),
  ),
  storyboardUrl: Nullable(Type.String()),
  chapters: Type.Array(Type.Object({ startSeconds: Type.Number(), title: Type.String() })),
  notice: Nullable(
    Type.Union([
      Type.Object({ kind: Type.Literal('payment_failed'), graceUntil: Type.Unsafe<Date>({}) }),
      Type.Object({ kind: Type.Literal('ending'), endsAt: Type.Unsafe<Date>({}) }),
    ]),
  ),
  first: Type.Array(Type.Object({ rendition: Type.String(), ...batch })),
})

export const StreamsAnswer = Type.Object({
  streams: Type.Array(
    Type.Object({
      id: Type.String(),
      deviceName: Nullable(Type.String()),
      title: Type.String(),
      startedAt: Type.String({ format: 'date-time' }),
    }),
  ),
})
