import { type Static, Type } from 'typebox'
import { largestFile, mostParts } from './part-plan.ts'

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

const Purpose = Type.Union([
  Type.Literal('video'),
  Type.Literal('poster'),
  Type.Literal('captions'),
])
const Checksum = Type.Literal('sha256')
const PartNumber = Type.Integer({ minimum: 1, maximum: mostParts })
const Bytes = Type.Integer({ minimum: 0 })

export const VideoId = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const UploadId = Type.Object({ id: Type.String({ format: 'uuid' }) })

export const NewUpload = Type.Object(
  {
    fileName: Type.String({ minLength: 1, maxLength: 1024 }),
    sizeBytes: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
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
  },
  { additionalProperties: false },
)
export type NewUpload = Static<typeof NewUpload>

export const BegunUpload = Type.Object({
  id: Type.String(),
  partSizeBytes: Bytes,
  partCount: Type.Integer({ minimum: 1, maximum: mostParts }),
  checksum: Nullable(Checksum),
})
export type BegunUpload = Static<typeof BegunUpload>

export const WantedParts = Type.Object(
  {
    partNumbers: Type.Array(PartNumber, { minItems: 1, maxItems: 100, uniqueItems: true }),
    sha256: Type.Optional(
      Type.Array(Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }), {
        maxItems: 100,
        description: 'In base64, one for each of partNumbers, when the upload has checksums.',
      }),
    ),
  },
  { additionalProperties: false },
)
export type WantedParts = Static<typeof WantedParts>

export const SignedParts = Type.Object({
  parts: Type.Array(
    Type.Object({
      partNumber: PartNumber,
      url: Type.String({ description: 'PUT the bytes of the part here.' }),
      headers: Type.Record(Type.String(), Type.String(), {
        description: 'To be sent along, just as they are.',
      }),
      sizeBytes: Bytes,
      expiresInSeconds: Type.Integer({ minimum: 1 }),
    }),
  ),
})
export type SignedParts = Static<typeof SignedParts>

export const StudioUpload = Type.Object({
  id: Type.String(),
  videoId: Type.String(),
  purpose: Purpose,
  fileName: Type.String(),
  contentType: Type.String(),
  sizeBytes: Type.Integer({ minimum: 1, maximum: largestFile }),
  partSizeBytes: Bytes,
  partCount: Type.Integer(),
  checksum: Nullable(Checksum),
  status: Type.Union([
    Type.Literal('open'),
    Type.Literal('completing'),
    Type.Literal('completed'),
    Type.Literal('aborted'),
  ]),
  failure: Nullable(Type.String()),
  createdAt: Type.String({ format: 'date-time' }),
  parts: Type.Array(
    Type.Object({ partNumber: PartNumber, sizeBytes: Bytes, etag: Type.String() }),
    { description: 'What has arrived, while the upload is open.' },
  ),
})
export type StudioUpload = Static<typeof StudioUpload>

export const OpenUploads = Type.Object({ uploads: Type.Array(StudioUpload) })

export const FinishedParts = Type.Object(
  {
    parts: Type.Array(
      Type.Object(
        { partNumber: PartNumber, etag: Type.String({ minLength: 1, maxLength: 200 }) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: mostParts },
    ),
  },
  { additionalProperties: false },
)
export type FinishedParts = Static<typeof FinishedParts>

export const Completion = Type.Object({
  videoId: Type.String(),
  status: Type.Union([Type.Literal('completing'), Type.Literal('completed')]),
})
export type Completion = Static<typeof Completion>
