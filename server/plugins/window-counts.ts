import type { Clock } from '../clients/clock.ts'

/** What happens so often in a while, by whatever it is counted by. In this process. */
export interface WindowCounts {
  /** Seconds until it may happen again, or 0. */
  wait(key: string): number
  /** Counts it; call what it returns when it turns out not to count. */
  begin(key: string): () => void
}

interface Window {
  count: number
  endsAt: number
}

/** The least lately begun are given up first. */
const mostKeys = 50_000

/** @param most how often it may happen within `windowMs` of the first time */
export function openWindowCounts(clock: Clock, most: number, windowMs = 60_000): WindowCounts {
  const windows = new Map<string, Window>()

  function windowOf(key: string, now: number): Window | undefined {
    const window = windows.get(key)
    if (window === undefined || window.endsAt > now) return window
    windows.delete(key)
    return undefined
  }

  function open(key: string, now: number): Window {
    const window = { count: 0, endsAt: now + windowMs }
    windows.set(key, window)
    for (const oldest of windows.keys()) {
      if (windows.size <= mostKeys) break
      windows.delete(oldest)
    }
    return window
  }

  return {
    wait(key) {
      const now = clock.monotonic()
      const window = windowOf(key, now)
      if (window === undefined || window.count < most) return 0
      return Math.max(1, Math.ceil((window.endsAt - now) / 1000))
    },
    // Counted before it is known how it ends, so that a hundred at once are not one.
    begin(key) {
      const now = clock.monotonic()
      const window = windowOf(key, now) ?? open(key, now)
      window.count += 1
      let standing = true
      return () => {
        if (standing) window.count -= 1
        standing = false
      }
    },
  }
}
