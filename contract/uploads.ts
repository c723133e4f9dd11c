import { type Static, Type } from 'typebox'
import { Input, Nullable, OneOf, Time, Uuid } from './common.ts'

/** "Maximum number of parts per upload: 10,000." */
export const mostParts = 10_000
/** 5 TiB: what every server that speaks S3 holds in one object. */
export const largestFile = 5 * 1024 ** 4

const PartNumber = Type.Integer({ minimum: 1, maximum: mostParts })
const Bytes = Type.Integer({ minimum: 0 })
const Checksum = Type.Literal('sha256')

export const Purpose = OneOf(['video', 'poster', 'captions'], { title: 'Purpose' })
export type Purpose = Static<typeof Purpose>

export const NewUpload = Input({
  fileName: Type.String({ minLength: 1, maxLength: 1024 }),
  sizeBytes: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  contentType: Type.String({
    maxLength: 255,
    description: 'As the browser tells it; empty when it does not know.',
  }),
  purpose: Type.Optional(Purpose),
  checksum: Type.Optional(
    Type.Literal('sha256', {
      description: 'Each part will come with its SHA-256, which the bucket holds it against.',
    }),
  ),
  language: Type.Optional(
    Type.String({
      pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
      maxLength: 35,
      description: 'Of captions, as in BCP 47.',
    }),
  ),
  label: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
})
export type NewUpload = Static<typeof NewUpload>

export const BegunUpload = Type.Object({
  id: Uuid,
  partSizeBytes: Bytes,
  partCount: PartNumber,
  checksum: Nullable(Checksum),
})
export type BegunUpload = Static<typeof BegunUpload>

export const WantedParts = Input({
  partNumbers: Type.Array(PartNumber, { minItems: 1, maxItems: 100, uniqueItems: true }),
  sha256: Type.Optional(
    Type.Array(Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }), {
      maxItems: 100,
      description: 'In base64, one for each of partNumbers, when the upload has checksums.',
    }),
  ),
})
export type WantedParts = Static<typeof WantedParts>

export const SignedPart = Type.Object(
  {
    partNumber: PartNumber,
    url: Type.String({ description: 'PUT the bytes of the part here.' }),
    headers: Type.Record(Type.String(), Type.String(), {
      description: 'To be sent along, just as they are.',
    }),
    sizeBytes: Bytes,
    expiresInSeconds: Type.Integer({ minimum: 1 }),
  },
  { title: 'SignedPart' },
)
export type SignedPart = Static<typeof SignedPart>

export const SignedParts = Type.Object({ parts: Type.Array(SignedPart) })
export type SignedParts = Static<typeof SignedParts>

export const StudioUpload = Type.Object(
  {
    id: Uuid,
    videoId: Uuid,
    purpose: Purpose,
    fileName: Type.String(),
    contentType: Type.String(),
    sizeBytes: Type.Integer({ minimum: 1, maximum: largestFile }),
    partSizeBytes: Bytes,
    partCount: Type.Integer(),
    checksum: Nullable(Checksum),
    status: OneOf(['open', 'completing', 'completed', 'aborted']),
    failure: Nullable(Type.String()),
    createdAt: Time,
    parts: Type.Array(
      Type.Object({ partNumber: PartNumber, sizeBytes: Bytes, etag: Type.String() }),
      { description: 'What has arrived, while the upload is open.' },
    ),
  },
  { title: 'StudioUpload' },
)
export type StudioUpload = Static<typeof StudioUpload>

export const OpenUploads = Type.Object({ uploads: Type.Array(StudioUpload) })
export type OpenUploads = Static<typeof OpenUploads>

export const FinishedParts = Input({
  parts: Type.Array(
    Input({ partNumber: PartNumber, etag: Type.String({ minLength: 1, maxLength: 200 }) }),
    { minItems: 1, maxItems: mostParts },
  ),
})
export type FinishedParts = Static<typeof FinishedParts>

export const Completion = Type.Object({
  videoId: Uuid,
  status: OneOf(['completing', 'completed']),
})
export type Completion = Static<typeof Completion>
