import { timingSafeEqual } from 'node:crypto'
import { parameter } from './address.ts'
import { type Claim, headerValue, type IncomingRequest, readClaim } from './claim.ts'
import { S3Error } from './errors.ts'
import * as v4 from './signature.ts'

export interface Identity {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
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

const allowedSkewMs = 15 * 60_000
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
  // Clocks of machines are never quite the same: what is signed a little ahead is let in.
  if (signedAt > now.getTime() + allowedSkewMs) {
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
