import type { Clock } from '../clients/clock.ts'

/**
 * How fast someone may take a film away. Seconds of film are handed out against an allowance that
 * refills at a multiple of real time: play at double speed with seeks stays within it, a download
 * does not.
 */
export interface TokenBucket {
  /** Seconds of film that may be handed out now. May be below zero after a large batch. */
  tokens: number
  /** When that was so, in milliseconds. */
  at: number
}

/** Ten minutes of film at once: some forty seeks in a row. */
export const bucketCapacity = 600
/** Four seconds of film in each second. */
export const refillPerSecond = 4

export const newBucket = (now: number): TokenBucket => ({ tokens: bucketCapacity, at: now })

const tokensAt = ({ tokens, at }: TokenBucket, now: number): number =>
  Math.min(bucketCapacity, tokens + (Math.max(0, now - at) / 1000) * refillPerSecond)

/** Whether nothing would be lost by forgetting it. */
export const isFull = (bucket: TokenBucket, now: number): boolean =>
  tokensAt(bucket, now) >= bucketCapacity

/**
 * Takes `seconds` of film from the allowance, unless it is used up.
 *
 * @returns 0 when taken, else the whole seconds to wait
 */
export function take(bucket: TokenBucket, seconds: number, now: number): number {
  const tokens = tokensAt(bucket, now)
  if (tokens <= 0) return Math.max(1, Math.ceil((1 - tokens) / refillPerSecond))
  bucket.tokens = tokens - seconds
  bucket.at = now
  return 0
}

/**
 * As take, for whoever may be made to wait: what is wanted beyond the allowance is taken from what comes
 * next, each in turn.
 *
 * @returns milliseconds to wait before it may be handed out; null, taking nothing, for more than `longest`
 */
export function reserve(
  bucket: TokenBucket,
  seconds: number,
  now: number,
  longest: number,
): number | null {
  const tokens = tokensAt(bucket, now)
  const wait = Math.max(0, Math.ceil((-tokens / refillPerSecond) * 1000))
  if (wait > longest) return null
  bucket.tokens = tokens - seconds
  bucket.at = now
  return wait
}

export type BucketByKind = Record<'video' | 'audio', TokenBucket>

export interface TokenBuckets {
  /** One for each viewer and video, so that a new session is no new allowance. */
  of(viewer: string, videoId: string): BucketByKind
  /** One for each device, whatever it plays. */
  ofDevice(device: string): TokenBucket
  /** Forgets those that are full again. */
  sweep(): void
}

export function openTokenBuckets(clock: Clock): TokenBuckets {
  const buckets = new Map<string, BucketByKind>()
  const devices = new Map<string, TokenBucket>()
  const fresh = () => {
    const now = clock.monotonic()
    return { video: newBucket(now), audio: newBucket(now) }
  }
  return {
    of(viewer, videoId) {
      const key = `${viewer} ${videoId}`
      let pair = buckets.get(key)
      if (pair === undefined) {
        pair = fresh()
        buckets.set(key, pair)
      }
      return pair
    },
    ofDevice(device) {
      let bucket = devices.get(device)
      if (bucket === undefined) {
        bucket = newBucket(clock.monotonic())
        devices.set(device, bucket)
      }
      return bucket
    },
    sweep() {
      const now = clock.monotonic()
      for (const [device, bucket] of devices) if (isFull(bucket, now)) devices.delete(device)
      for (const [key, { video, audio }] of buckets) {
        if (isFull(video, now) && isFull(audio, now)) buckets.delete(key)
      }
    },
  }
}
