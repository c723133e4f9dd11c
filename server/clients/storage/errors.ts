import { say } from '../../../contract/words/server.ts'
import { MatineeError } from '../../errors.ts'

/** S3 understood the request and refused it for its own sake: asking again changes nothing. */
export class StorageRefused extends Error {
  override readonly name = 'StorageRefused'
  /** S3's code, such as `EntityTooSmall`. */
  readonly code: string
  readonly status: number

  constructor(code: string, status: number, message: string, cause: unknown) {
    super(`${code}: ${message}`, { cause })
    this.code = code
    this.status = status
  }
}

/** The bucket cannot be used now. Viewers are told no more than that; `troubleOf` tells operators why. */
export class StorageUnavailable extends MatineeError {
  constructor(cause: unknown) {
    super('UNAVAILABLE', { detail: say('uploads.noStorage'), cause })
  }
}

/** The members of an SDK error that tell what happened. */
interface Answered {
  name: string
  message: string
  status: number | null
}

function read(error: unknown): Answered {
  const { name, message, $metadata } = (error ?? {}) as {
    name?: string
    message?: string
    $metadata?: { httpStatusCode?: number }
  }
  return {
    name: name ?? 'Unknown',
    message: message ?? String(error),
    status: $metadata?.httpStatusCode ?? null,
  }
}

export function isCode(error: unknown, ...codes: string[]): boolean {
  return codes.includes(read(error).name)
}

/** HEAD answers 404 without a body, so there the SDK can say no more than NotFound. */
export const isMissing = (error: unknown): boolean => isCode(error, 'NoSuchKey', 'NotFound')

/** Answers that speak of the bucket, the credentials or the moment, not of this request. */
function isOurTrouble({ name, status }: Answered): boolean {
  if (status === null || status >= 500) return true
  if (status < 400 || status === 401 || status === 403 || status === 429) return true
  return name === 'NoSuchBucket' || name === 'RequestTimeout'
}

const diskCodes = [
  'EACCES',
  'EDQUOT',
  'EIO',
  'EISDIR',
  'EMFILE',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EROFS',
]

/** A failure of our own disk while we read or wrote a file, which says nothing of the bucket. */
const isOfDisk = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && diskCodes.includes(String(error.code))

/** Whether this came of a call to the bucket. */
export const isOfStorage = (error: unknown): boolean =>
  error instanceof StorageRefused || error instanceof StorageUnavailable

/** What the storage's callers see in place of the SDK's error. Failures of our disk pass as they are. */
export function translate(error: unknown): Error {
  if (error instanceof MatineeError || error instanceof StorageRefused) return error
  if (isOfDisk(error)) return error
  const answered = read(error)
  if (!isOurTrouble(answered)) {
    return new StorageRefused(answered.name, answered.status ?? 0, answered.message, error)
  }
  return new StorageUnavailable(error)
}

/**
 * Runs one call and translates its failure. An abort rejects with the signal's own reason, so that
 * callers can tell their own cancelling from trouble.
 */
export async function attempt<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await call()
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw translate(error)
  }
}

/** As `attempt`, with null for an object that is not there. */
export function attemptOrNull<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T | null> {
  return attempt<T | null>(
    () =>
      call().catch((error: unknown) => {
        if (isMissing(error)) return null
        throw error
      }),
    signal,
  )
}
