import { ofCertificates } from '../certificate-codes.ts'
import type { StorageLocation } from './types.ts'

/** What stands between us and the bucket, as far as an answer or its absence tells. */
export type BucketTrouble =
  | 'no bucket'
  | 'unknown key'
  | 'wrong secret'
  | 'denied'
  | 'no credentials'
  | 'expired credentials'
  | 'other region'
  | 'clock'
  | 'certificate'
  | 'unreachable'
  | 'failing'

/** By S3's codes and the names of the SDK's and Node's errors. */
const byCode: Record<string, BucketTrouble> = {
  NoSuchBucket: 'no bucket',
  InvalidAccessKeyId: 'unknown key',
  InvalidAccessKey: 'unknown key',
  SignatureDoesNotMatch: 'wrong secret',
  AccessDenied: 'denied',
  AllAccessDisabled: 'denied',
  CredentialsProviderError: 'no credentials',
  ExpiredToken: 'expired credentials',
  InvalidToken: 'expired credentials',
  TokenRefreshRequired: 'expired credentials',
  PermanentRedirect: 'other region',
  AuthorizationHeaderMalformed: 'other region',
  IllegalLocationConstraintException: 'other region',
  RequestTimeTooSkewed: 'clock',
  ...ofCertificates('certificate'),
}

/** Where a server gives no code, as to HEAD. */
const byStatus: Record<number, BucketTrouble> = {
  301: 'other region',
  401: 'unknown key',
  403: 'denied',
  404: 'no bucket',
}

interface Told {
  name?: string
  code?: unknown
  Code?: unknown
  message?: string
  cause?: unknown
  $metadata?: { httpStatusCode?: number }
}

/** The trouble that an error of the SDK, or one that it is the cause of, stands for. */
export function troubleOf(error: unknown): BucketTrouble {
  const seen: Told[] = []
  for (let one = error as Told | undefined; one && seen.length < 5; one = one.cause as Told) {
    seen.push(one)
  }
  for (const { name, code, Code } of seen) {
    for (const told of [Code, code, name]) {
      const trouble = typeof told === 'string' ? byCode[told] : undefined
      if (trouble !== undefined) return trouble
    }
  }
  const status = seen.find((one) => one.$metadata?.httpStatusCode)?.$metadata?.httpStatusCode
  if (status === undefined) return 'unreachable'
  return byStatus[status] ?? 'failing'
}

const at = ({ endpoint, region }: StorageLocation) => endpoint ?? `AWS in ${region}`

const sentences: Record<BucketTrouble, (place: StorageLocation) => string> = {
  'no bucket': (place) =>
    `There is no bucket "${place.bucket}" at ${at(place)}. Make it (\`matinee setup\` does), or correct S3_BUCKET.`,
  'unknown key': (place) =>
    `${at(place)} does not know the access key. Correct AWS_ACCESS_KEY_ID, or make that key there.`,
  'wrong secret': (place) =>
    `${at(place)} knows the access key, but the secret does not fit it. Correct AWS_SECRET_ACCESS_KEY.`,
  denied: ({ bucket }) =>
    `The access key may not do this in the bucket "${bucket}". Give it the policy that README shows under "The bucket".`,
  'no credentials': () =>
    'No S3 credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give this machine a role.',
  'expired credentials': () =>
    'The S3 credentials have run out. Renew them, or let the SDK renew them by a role or profile.',
  'other region': ({ bucket, region }) =>
    `The bucket "${bucket}" is not in the region "${region}". Correct S3_REGION.`,
  clock: () =>
    'The clock of this machine and that of the bucket are too far apart. Set this one by NTP.',
  certificate: (place) =>
    `The certificate of ${at(place)} is not trusted here. Correct it, or name its authority in NODE_EXTRA_CA_CERTS.`,
  unreachable: (place) =>
    `${at(place)} does not answer. Correct S3_ENDPOINT, or see that it runs and can be reached from here.`,
  failing: (place) => `${at(place)} answers with an error of its own. See its log.`,
}

/** What is wrong with the bucket, and what to do about it, in one or two sentences. */
export const troubleSentence = (error: unknown, place: StorageLocation): string =>
  sentences[troubleOf(error)](place)
