import { S3Error } from './errors.ts'

export interface Conditions {
  readonly ifMatch?: string | undefined
  readonly ifNoneMatch?: string | undefined
  readonly ifModifiedSince?: string | undefined
  readonly ifUnmodifiedSince?: string | undefined
}

export interface Version {
  /** Without quotes. */
  readonly etag: string
  readonly modified: Date
}

/** HTTP dates know no milliseconds. */
const seconds = (time: number): number => Math.floor(time / 1000)

const names = (header: string, etag: string): boolean =>
  header.split(',').some((entry) => {
    const name = entry.trim().replace(/^W\//, '').replaceAll('"', '')
    return name === '*' || name === etag
  })

/**
 * Whether a read goes ahead or is answered 304; throws PreconditionFailed.
 *
 * "If both of the If-Match and If-Unmodified-Since headers are present and If-Match evaluates to
 * true and If-Unmodified-Since evaluates to false, then S3 returns 200 OK"; likewise If-None-Match
 * goes before If-Modified-Since. So the tag decides where there is one.
 */
export function readOutcome(conditions: Conditions, version: Version): 'send' | 'not-modified' {
  const { ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince } = conditions
  const modified = seconds(version.modified.getTime())
  if (ifMatch !== undefined) {
    if (!names(ifMatch, version.etag)) throw failed('If-Match')
  } else if (ifUnmodifiedSince !== undefined) {
    // A date that is none compares false and is ignored.
    if (modified > seconds(Date.parse(ifUnmodifiedSince))) throw failed('If-Unmodified-Since')
  }
  if (ifNoneMatch !== undefined) return names(ifNoneMatch, version.etag) ? 'not-modified' : 'send'
  if (ifModifiedSince === undefined) return 'send'
  return modified <= seconds(Date.parse(ifModifiedSince)) ? 'not-modified' : 'send'
}

/** Throws unless a write may replace `current` (null: nothing is there). */
export function checkWrite(conditions: Conditions, current: Version | null): void {
  const { ifMatch, ifNoneMatch } = conditions
  if (ifNoneMatch !== undefined) {
    if (ifNoneMatch.trim() !== '*') throw new S3Error('NotImplemented')
    if (current !== null) throw failed('If-None-Match')
  }
  if (ifMatch === undefined) return
  if (current === null) throw new S3Error('NoSuchKey')
  if (!names(ifMatch, current.etag)) throw failed('If-Match')
}

const failed = (condition: string): S3Error =>
  new S3Error('PreconditionFailed', undefined, { Condition: condition })
