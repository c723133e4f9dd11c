import { type Address, parameter } from './address.ts'
import { S3Error } from './errors.ts'
import { algorithm } from './signature.ts'

export interface IncomingRequest {
  readonly method: string
  readonly address: Address
  /** Names in small letters; every value, in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>
}

/** What the client claims, from the Authorization header or from the URL. */
export interface Claim {
  readonly credential: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
  /** `YYYYMMDDTHHMMSSZ` */
  readonly time: string
  readonly payloadHash: string
  /** Seconds; null in the header form. */
  readonly expires: number | null
}

/** "The maximum value is 604800 seconds (7 days)." */
const longestExpiry = 604_800

/** The first value of a header. */
export const headerValue = (request: IncomingRequest, name: string): string | undefined =>
  request.headers.get(name)?.[0]

function claimInHeader(request: IncomingRequest, authorization: string): Claim {
  const [scheme, ...rest] = authorization.split(' ')
  if (scheme !== algorithm) throw new S3Error('InvalidArgument', 'Unsupported Authorization Type')
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
  if (take('X-Amz-Algorithm') !== algorithm) {
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

/** Reads what a request says of who signed it. Throws when it says nothing, or nothing that can be checked. */
export function readClaim(request: IncomingRequest): Claim {
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
