import { GetObjectCommand, type GetObjectCommandInput, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import fc from 'fast-check'
import type { BucketPlace } from '../../server/clients/bucket-address.ts'
import type { SigningCredentials } from '../../server/clients/presign.ts'

/** Amazon's own presigner, which ours must match to the byte. */

export interface OracleInput {
  place: BucketPlace
  credentials: SigningCredentials
  session?: string
}

export function oracleClient({ place, credentials, session }: OracleInput): S3Client {
  const client = new S3Client({
    region: place.region,
    credentials: {
      accessKeyId: credentials.accessKeyId,
      secretAccessKey: credentials.secretAccessKey,
      ...(credentials.sessionToken ? { sessionToken: credentials.sessionToken } : {}),
    },
    ...(place.endpoint ? { endpoint: place.endpoint } : {}),
    forcePathStyle: place.forcePathStyle ?? false,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  if (session !== undefined) {
    client.middlewareStack.add(
      (next) => (args) => {
        const { request } = args as { request: { query: Record<string, string> } }
        request.query['x-matinee-session'] = session
        return next(args)
      },
      { step: 'build' },
    )
  }
  return client
}

export function oracleGet(
  input: OracleInput,
  object: Omit<GetObjectCommandInput, 'Bucket'>,
  signingDate: Date,
  expiresIn: number,
): Promise<string> {
  const command = new GetObjectCommand({ ...object, Bucket: input.place.bucket })
  return getSignedUrl(oracleClient(input), command, { signingDate, expiresIn })
}

const regions = ['us-east-1', 'eu-west-1', 'eu-central-2', 'ap-southeast-3', 'cn-north-1']
const rareRegions = ['us-gov-west-1', 'us-iso-east-1', 'us-isob-east-1', 'eusc-de-east-1']
const endpoints = [
  undefined,
  'http://127.0.0.1:9000',
  'http://localhost:9000',
  'https://minio.example.com',
  'https://s3.example.com:443',
  'https://s3.example.com:8443/below',
  'http://[::1]:7070',
]
const bucketName = fc
  .stringMatching(/^[a-z0-9][a-z0-9.-]{1,40}[a-z0-9]$/)
  .filter((name) => !/\.\.|-\.|\.-|^\d+\.\d+\.\d+\.\d+$|--/.test(name))

export const anyPlace: fc.Arbitrary<BucketPlace> = fc
  .record({
    region: fc.constantFrom(...regions, ...rareRegions),
    bucket: bucketName,
    endpoint: fc.constantFrom(...endpoints),
    forcePathStyle: fc.boolean(),
  })
  // Here Amazon's code puts the bucket before an IP address and then fails on its own URL.
  .filter(
    ({ bucket, endpoint, forcePathStyle }) =>
      forcePathStyle || !bucket.includes('.') || !/^http:\/\/[[\d]/.test(endpoint ?? ''),
  )

export const anyCredentials: fc.Arbitrary<SigningCredentials> = fc.record({
  accessKeyId: fc.stringMatching(/^[A-Z0-9]{16,24}$/),
  secretAccessKey: fc.stringMatching(/^[A-Za-z0-9/+]{20,80}$/),
  sessionToken: fc.option(fc.stringMatching(/^[A-Za-z0-9/+=]{50,1200}$/), { nil: undefined }),
})

/** Any text that may be a key: every plane of Unicode, white space, control characters, reserved ones. */
export const anyKey: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
    fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
    fc.stringMatching(/^[a-z0-9 /!'()*+,;=:@&$#?%~._-]{1,80}$/),
  )
  .filter(
    (key) =>
      !key.startsWith('/') &&
      !key.includes('\\') &&
      !key.split('/').some((segment) => segment === '.' || segment === '..'),
  )

export const anyDate: fc.Arbitrary<Date> = fc.date({
  min: new Date('2001-01-01T00:00:00Z'),
  max: new Date('2099-12-31T23:59:59Z'),
  noInvalidDate: true,
})

export const anyExpiry: fc.Arbitrary<number> = fc.integer({ min: 1, max: 604_800 })
