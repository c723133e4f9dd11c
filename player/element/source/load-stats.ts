import type { LoaderStats } from 'hls.js'

/** The figures of one load, all times on the monotonic clock in milliseconds, as hls.js keeps them. */
export const newStats = (): LoaderStats => ({
  aborted: false,
  loaded: 0,
  retry: 0,
  total: 0,
  chunkCount: 0,
  bwEstimate: 0,
  loading: { start: 0, first: 0, end: 0 },
  parsing: { start: 0, end: 0 },
  buffering: { start: 0, first: 0, end: 0 },
})

/**
 * A request goes out now. The choice of quality is made from these figures, so what came before,
 * such as the wait for a URL or a failed attempt, is not held against the network.
 */
export function beginAttempt(stats: LoaderStats, now: number): void {
  stats.loaded = 0
  stats.total = 0
  stats.loading.start = now
  stats.loading.first = 0
}

/** The answer has begun. */
export function firstByte(stats: LoaderStats, now: number): void {
  stats.loading.first = Math.max(now, stats.loading.start)
}

/**
 * What came was on its way since `sentAt`, before it was asked for, and is read faster than it came. It
 * is taken to have come as fast as the line was seen to carry, in bits per second: a slow one would else
 * seem so fast that the next segment is asked for in a quality that it cannot carry, and play stops.
 */
export function cameEarly(
  stats: LoaderStats,
  { bytes, sentAt, now, bandwidth }: Record<'bytes' | 'sentAt' | 'now' | 'bandwidth', number>,
): void {
  const began = Math.max(sentAt, now - (bytes * 8000) / bandwidth)
  stats.loading.start = Math.min(stats.loading.start, began)
  stats.loading.first = stats.loading.start
}

/** All `bytes` are here. */
export function finish(stats: LoaderStats, now: number, bytes: number): void {
  stats.loading.end = Math.max(now, stats.loading.first)
  stats.loaded = bytes
  stats.total = bytes
  const seconds = (stats.loading.end - stats.loading.first) / 1000
  stats.bwEstimate = seconds > 0 ? (bytes * 8) / seconds : 0
}
