import type { BucketAddress } from './bucket-address.ts'
import {
  algorithm,
  canonicalQuery,
  canonicalRequest,
  credentialScope,
  escapePath,
  longDate,
  signature,
  signedHeaderNames,
  signingKey,
  stringToSign,
  unsignedPayload,
} from './sigv4.ts'

/** What signs. Temporary credentials have a session token and an end. */
export interface SigningCredentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string | undefined
  expiration?: Date | undefined
}

/** Who signs, where, from when and for how long. */
export interface Signing {
  credentials: SigningCredentials
  region: string
  address: BucketAddress
  /** When the URL begins to be valid. */
  at: Date
  /** 1 to 604,800 whole seconds. */
  expiresInSeconds: number
}

/** One S3 operation on one key. */
export interface Operation {
  method: 'GET' | 'HEAD' | 'PUT'
  key: string
  /** Further signed query parameters. */
  parameters?: Readonly<Record<string, string>>
  /** Headers that the request must carry to the letter, lower-case names. */
  headers?: Readonly<Record<string, string>>
}

const longestLifeSeconds = 604_800

/** @throws RangeError unless it is a whole number of seconds that S3 accepts */
export function checkExpiry(expiresInSeconds: number): void {
  if (
    !Number.isInteger(expiresInSeconds) ||
    expiresInSeconds < 1 ||
    expiresInSeconds > longestLifeSeconds
  ) {
    throw new RangeError(
      `A pre-signed URL lives 1 to ${longestLifeSeconds} whole seconds, not ${expiresInSeconds}.`,
    )
  }
}

/**
 * Clients and proxies resolve dot segments and backslashes before they send, so that a URL for such
 * a key would ask for another one.
 *
 * @throws RangeError for a key that must not be signed
 */
export function checkKey(key: string): void {
  if (key === '' || unsafeInKeys.test(key)) {
    throw new RangeError(
      `The key ${JSON.stringify(key)} cannot be signed: it is empty, or has a leading slash, a backslash, a "." or ".." segment or half a character.`,
    )
  }
}

const unsafeInKeys = /^\/|\\|(?:^|\/)\.\.?(?:\/|$)|\p{Surrogate}/u

/** The signed parameters, all but the signature itself. */
export function signedParameters(
  { credentials, region, at, expiresInSeconds }: Omit<Signing, 'address'>,
  headers: Readonly<Record<string, string>>,
  further: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const date = longDate(at)
  return {
    ...further,
    'X-Amz-Algorithm': algorithm,
    'X-Amz-Content-Sha256': unsignedPayload,
    'X-Amz-Credential': `${credentials.accessKeyId}/${credentialScope(date, region)}`,
    'X-Amz-Date': date,
    'X-Amz-Expires': String(expiresInSeconds),
    ...(credentials.sessionToken ? { 'X-Amz-Security-Token': credentials.sessionToken } : {}),
    'X-Amz-SignedHeaders': signedHeaderNames(headers),
  }
}

/**
 * A URL that lends its holder the signer's right to one operation on one key until it expires.
 *
 * @throws RangeError for an expiry or a key that must not be signed
 */
export function presignUrl(operation: Operation, signing: Signing): string {
  checkExpiry(signing.expiresInSeconds)
  checkKey(operation.key)
  const { address, credentials, region } = signing
  const headers = { ...operation.headers, host: address.host }
  const parameters = signedParameters(signing, headers, operation.parameters)
  const date = longDate(signing.at)
  const path = address.basePath + escapePath(operation.key)
  const canonical = canonicalRequest({
    method: operation.method,
    path,
    query: canonicalQuery(parameters),
    headers,
    payloadHash: unsignedPayload,
  })
  const toSign = stringToSign(date, credentialScope(date, region), canonical)
  const signed = signature(signingKey(credentials.secretAccessKey, date, region), toSign)
  const query = canonicalQuery({ ...parameters, 'X-Amz-Signature': signed })
  return `${address.origin}${path}?${query}`
}

/** What S3 answers instead of the stored headers, as signed parameters of a GET. */
export type ResponseOverride =
  | 'response-cache-control'
  | 'response-content-disposition'
  | 'response-content-encoding'
  | 'response-content-language'
  | 'response-content-type'
  | 'response-expires'

export interface GetOptions {
  overrides?: Partial<Record<ResponseOverride, string>>
  /** The playback session that asked: S3 ignores and logs it, so that a leaked URL names its source. */
  session?: string
  /** The `Range` header that the request must carry to the letter, such as "bytes=0-99". */
  range?: string
}

/** `x-id` changes nothing for S3; it is there because Amazon's own presigner writes it. */
export const getObject = (
  key: string,
  { overrides, session, range }: GetOptions = {},
): Operation => ({
  method: 'GET',
  key,
  ...(range === undefined ? {} : { headers: { range } }),
  parameters: {
    ...overrides,
    'x-id': 'GetObject',
    ...(session === undefined ? {} : { 'x-matinee-session': session }),
  },
})

export const headObject = (key: string): Operation => ({ method: 'HEAD', key })

export interface Upload {
  /** Signed when given: the upload must then carry it. */
  contentType?: string
  /** Signed when given: the upload must then have exactly this size. */
  sizeBytes?: number
}

export const putObject = (key: string, { contentType, sizeBytes }: Upload = {}): Operation => ({
  method: 'PUT',
  key,
  parameters: { 'x-id': 'PutObject' },
  headers: {
    ...(sizeBytes === undefined ? {} : { 'content-length': String(sizeBytes) }),
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
  },
})

export interface Part {
  uploadId: string
  /** 1 to 10,000 */
  partNumber: number
  /** Signed when given: the part must then have exactly this size. */
  sizeBytes?: number
  /** Base64; signed when given: the part must then carry it as `x-amz-checksum-sha256`. */
  sha256?: string
}

export const uploadPart = (
  key: string,
  { uploadId, partNumber, sizeBytes, sha256 }: Part,
): Operation => ({
  method: 'PUT',
  key,
  parameters: { partNumber: String(partNumber), uploadId, 'x-id': 'UploadPart' },
  headers: {
    ...(sizeBytes === undefined ? {} : { 'content-length': String(sizeBytes) }),
    ...(sha256 === undefined ? {} : { 'x-amz-checksum-sha256': sha256 }),
  },
})
