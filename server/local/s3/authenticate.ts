import { timingSafeEqual } from 'node:crypto'
import { type Address, parameter } from './address.ts'
import { S3Error } from './errors.ts'
import * as v4 from './signature.ts'

export interface Identity {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
}

export interface IncomingRequest {
  readonly method: string
  readonly address: Address
  /** Names in small letters; every value, in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>
}

/** A request whose signature holds. */
export interface Authenticated {
  /** The declared hash of the body, or one of the UNSIGNED-/STREAMING- words. */
  readonly payloadHash: string
  /** What the signatures of the chunks of a signed stream build upon. */
  readonly seed: ChunkSeed
  /** Whether the signature came in the URL, whose parameters then count as headers. */
  readonly presigned: boolean
}

export interface ChunkSeed {
  readonly key: Buffer
  readonly time: string
  readonly scope: string
  readonly signature: string
}

/** What the client claims, from the Authorization header or from the URL. */
interface Claim {
  readonly credential: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
  /** `YYYYMMDDTHHMMSSZ` */
  readonly time: string
  readonly payloadHash: string
  /** Seconds; null in the header form. */
  readonly expires: number | null
}

const allowedSkewMs = 15 * 60_000
/** "The maximum value is 604800 seconds (7 days)." */
const longestExpiry = 604_800

const headerValue = (request: IncomingRequest, name: string): string | undefined =>
  request.headers.get(name)?.[0]

function claimInHeader(request: IncomingRequest, authorization: string): Claim {
  const [scheme, ...rest] = authorization.split(' ')
  if (scheme !== v4.algorithm)
    throw new S3Error('InvalidArgument', 'Unsupported Authorization Type')
  const fields = new Map(
    rest
      .join(' ')
      .split(',')
      .map((field) => {
        const [name = '', value = ''] = field.trim().split(/=(.*)/s)
        return [name, value] as const
      }),
  )
  const credential = fields.get('Credential')
  const signedHeaders = fields.get('SignedHeaders')
  const signature = fields.get('Signature')
  if (!credential || !signedHeaders || !signature) {
    throw new S3Error('AuthorizationHeaderMalformed')
  }
  const payloadHash = headerValue(request, 'x-amz-content-sha256')
  if (payloadHash === undefined) {
    const missing = 'Missing required header for this request: x-amz-content-sha256'
    throw new S3Error('InvalidRequest', missing)
  }
  const time = headerValue(request, 'x-amz-date')
  if (time === undefined) {
    throw new S3Error(
      'AccessDenied',
      'AWS authentication requires a valid Date or x-amz-date header',
    )
  }
  const names = signedHeaders.split(';')
  return { credential, signedHeaders: names, signature, time, payloadHash, expires: null }
}

function claimInQuery({ address, ...request }: IncomingRequest): Claim {
  const take = (name: string): string => {
    const value = parameter(address, name)
    if (value) return value
    throw new S3Error(
      'AuthorizationQueryParametersError',
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    )
  }
  if (take('X-Amz-Algorithm') !== v4.algorithm) {
    const only = 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"'
    throw new S3Error('AuthorizationQueryParametersError', only)
  }
  const declared =
    parameter(address, 'X-Amz-Content-Sha256') ?? request.headers.get('x-amz-content-sha256')?.[0]
  return {
    credential: take('X-Amz-Credential'),
    signedHeaders: take('X-Amz-SignedHeaders').split(';'),
    signature: take('X-Amz-Signature'),
    time: take('X-Amz-Date'),
    payloadHash: declared ?? 'UNSIGNED-PAYLOAD',
    expires: readExpires(take('X-Amz-Expires')),
  }
}

function readExpires(text: string): number {
  const refuse = (message: string) => new S3Error('AuthorizationQueryParametersError', message)
  if (!/^-?\d+$/.test(text)) throw refuse('X-Amz-Expires should be a number')
  const expires = Number(text)
  if (expires < 1) throw refuse('X-Amz-Expires must be non-negative')
  if (expires > longestExpiry) {
    throw refuse(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    )
  }
  return expires
}

/** Milliseconds since 1970 of `YYYYMMDDTHHMMSSZ`; NaN for anything else. */
function parseTime(time: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time)
  if (match === null) return Number.NaN
  const [, year, month, day, hour, minute, second] = match
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

function checkTime(claim: Claim, now: Date): void {
  const signedAt = parseTime(claim.time)
  const serverTime = now.toISOString()
  if (claim.expires === null) {
    // NaN compares false, so a time that is none falls on the refusing side.
    if (Math.abs(now.getTime() - signedAt) <= allowedSkewMs) return
    throw new S3Error('RequestTimeTooSkewed', undefined, {
      RequestTime: claim.time,
      ServerTime: serverTime,
      MaxAllowedSkewMilliseconds: allowedSkewMs,
    })
  }
  if (Number.isNaN(signedAt)) {
    const form = "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\""
    throw new S3Error('AuthorizationQueryParametersError', form)
  }
  if (signedAt > now.getTime()) {
    throw new S3Error('AccessDenied', 'Request is not valid yet', { ServerTime: serverTime })
  }
  const expiresAt = signedAt + claim.expires * 1000
  if (now.getTime() > expiresAt) {
    throw new S3Error('AccessDenied', 'Request has expired', {
      'X-Amz-Expires': claim.expires,
      Expires: new Date(expiresAt).toISOString(),
      ServerTime: serverTime,
    })
  }
}

/** The scope of a credential `<access key>/<day>/<region>/s3/aws4_request`, when it fits us. */
function checkCredential(claim: Claim, identity: Identity): v4.Scope {
  const parts = claim.credential.split('/')
  const [service, terminator] = parts.slice(-2)
  const [day = '', region = ''] = parts.slice(-4, -2)
  const accessKeyId = parts.slice(0, -4).join('/')
  const refuse = (message: string, members = {}) =>
    claim.expires === null
      ? new S3Error('AuthorizationHeaderMalformed', message, members)
      : new S3Error('AuthorizationQueryParametersError', message, members)
  if (parts.length < 5 || service !== 's3' || terminator !== 'aws4_request') {
    throw refuse('The Credential must be "<access key>/YYYYMMDD/<region>/s3/aws4_request".')
  }
  if (accessKeyId !== identity.accessKeyId) {
    throw new S3Error('InvalidAccessKeyId', undefined, { AWSAccessKeyId: accessKeyId })
  }
  if (region !== identity.region) {
    const { region: Region } = identity
    throw refuse(`the region '${region}' is wrong; expecting '${Region}'`, { Region })
  }
  if (!claim.time.startsWith(day)) {
    throw refuse(
      `Invalid credential date "${day}". It is not the day of X-Amz-Date "${claim.time}".`,
    )
  }
  return { day, region }
}

/** "You must include the host header and any x-amz-* headers in the request." */
function checkSignedHeaders({ signedHeaders }: Claim, { headers }: IncomingRequest): void {
  const mustBeSigned = ['host', ...[...headers.keys()].filter((name) => name.startsWith('x-amz-'))]
  const unsigned = mustBeSigned.filter((name) => !signedHeaders.includes(name))
  if (unsigned.length > 0) {
    const message = 'There were headers present in the request which were not signed'
    throw new S3Error('AccessDenied', message, { HeadersNotSigned: unsigned.join(', ') })
  }
}

function readClaim(request: IncomingRequest): Claim {
  const authorization = headerValue(request, 'authorization')
  const inQuery = request.address.query.some(({ name }) =>
    ['X-Amz-Algorithm', 'X-Amz-Signature', 'X-Amz-Credential'].includes(name),
  )
  if (authorization !== undefined && inQuery) {
    const one =
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified'
    throw new S3Error('InvalidArgument', one)
  }
  if (authorization !== undefined) return claimInHeader(request, authorization)
  if (inQuery) return claimInQuery(request)
  throw new S3Error('AccessDenied')
}

/** Throws unless the request was signed by `identity`, for just this request, and in time. */
export function authenticate(
  request: IncomingRequest,
  identity: Identity,
  now: Date,
): Authenticated {
  const claim = readClaim(request)
  const scope = checkCredential(claim, identity)
  checkTime(claim, now)
  const token =
    headerValue(request, 'x-amz-security-token') ??
    parameter(request.address, 'X-Amz-Security-Token')
  if (token !== undefined) throw new S3Error('InvalidToken')
  checkSignedHeaders(claim, request)

  const { method, address, headers } = request
  const { signedHeaders, payloadHash, time } = claim
  const query = address.query.filter(({ name }) => name !== 'X-Amz-Signature')
  const canonical = v4.canonicalRequest({
    ...{ method, path: address.path, query },
    ...{ headers, signedHeaders, payloadHash },
  })
  const text = v4.stringToSign(time, scope, canonical)
  const key = v4.signingKey(identity.secretAccessKey, scope)
  const signature = v4.sign(key, text)
  if (!sameText(signature, claim.signature)) {
    throw new S3Error('SignatureDoesNotMatch', undefined, {
      AWSAccessKeyId: identity.accessKeyId,
      StringToSign: text,
      SignatureProvided: claim.signature,
      CanonicalRequest: canonical,
    })
  }
  const seed = { key, time, scope: v4.scopeText(scope), signature }
  return { payloadHash, seed, presigned: claim.expires !== null }
}

export function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}
