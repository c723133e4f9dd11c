import { setTimeout as delay } from 'node:timers/promises'

/** Resolves as soon as the caller may go on: at most so many a second do, evenly spaced. */
export function paced(perSecond: number): (signal?: AbortSignal) => Promise<void> {
  const gapMs = 1000 / perSecond
  let next = 0
  return async (signal) => {
    const now = performance.now()
    const slot = Math.max(now, next)
    next = slot + gapMs
    if (slot > now) await delay(slot - now, undefined, { signal })
  }
}
