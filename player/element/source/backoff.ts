const shortestMs = 500
const longestMs = 8_000

/**
 * Milliseconds to wait before attempt number `failures + 1`: doubling from half a second to eight,
 * spread by up to a quarter so that many players do not come back in step. A wait that the server
 * named is kept, and nothing waits over a minute.
 */
export function backoffMs(failures: number, random: number, retryAfterMs?: number): number {
  const doubled = Math.min(longestMs, shortestMs * 2 ** Math.max(0, failures - 1))
  return Math.min(60_000, Math.max(doubled, retryAfterMs ?? 0) * (1 + random / 4))
}
