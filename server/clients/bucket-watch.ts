import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Storage } from './storage.ts'
import { troubleSentence } from './storage.ts'

export interface BucketWatch {
  close(): void
}

interface WatchDeps {
  storage: Pick<Storage, 'ping' | 'location'>
  clock: Pick<Clock, 'monotonic'>
  log: Pick<Logger, 'error' | 'warn'>
}

/**
 * Signing asks the bucket nothing: a key that it takes no more would show in no log, while no film plays. So
 * it is asked now and then. That it is in trouble is told once, and why anew when that changes; its end too.
 */
export function watchBucket(
  { storage, clock, log }: WatchDeps,
  { askEveryMs = 15_000, againMs = 2_000 } = {},
): BucketWatch {
  let since: number | null = null
  let told = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  function fails(error: unknown): void {
    // One answer that does not come proves nothing.
    if (since === null) since = clock.monotonic()
    else {
      const sentence = troubleSentence(error, storage.location)
      if (!told.has(sentence))
        log.error(`${sentence} Until then no film plays and none is uploaded.`)
      told.add(sentence)
    }
  }

  function answers(): void {
    if (since !== null && told.size > 0) {
      const seconds = Math.round((clock.monotonic() - since) / 1000)
      log.warn({ seconds }, 'The bucket does what it should again.')
    }
    since = null
    told = new Set()
  }

  async function ask(): Promise<void> {
    const error = await storage.ping().then(
      () => null,
      (one: unknown) => one,
    )
    if (closed) return
    if (error === null) answers()
    else fails(error)
    later(since !== null && told.size === 0 ? againMs : askEveryMs)
  }

  function later(ms: number): void {
    timer = setTimeout(ask, ms)
    timer.unref()
  }

  later(askEveryMs)
  return {
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}
