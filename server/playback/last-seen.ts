import type { Logger } from 'pino'
import type { Database } from '../clients/database.ts'

/** Writes when sessions were last seen, many in one statement. */
export interface LastSeen {
  /** To be written with the next batch. */
  add(sessionId: string, seenAt: Date): void
  /** Writes what is due. What cannot be written is kept for the next time. */
  flush(): Promise<void>
  close(): Promise<void>
}

const everyMs = 2_000

export function openLastSeen(database: Database, log: Logger): LastSeen {
  let due = new Map<string, Date>()
  let writing: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    if (due.size === 0) return
    const batch = due
    due = new Map()
    try {
      await database.$executeRaw`
        update "PlaybackSession" s
        set "lastSeenAt" = greatest(s."lastSeenAt", seen.at)
        from unnest(${[...batch.keys()]}::uuid[], ${[...batch.values()]}::timestamptz[])
          as seen(id, at)
        where s.id = seen.id and s."endedAt" is null`
    } catch (error) {
      log.warn({ err: error }, 'the sessions’ last signs of life could not be written yet')
      due = new Map([...batch, ...due])
    }
  }

  const flush = () => {
    writing = writing.then(write)
    return writing
  }
  const timer = setInterval(flush, everyMs)
  timer.unref()

  return {
    add: (sessionId, seenAt) => {
      due.set(sessionId, seenAt)
    },
    flush,
    async close() {
      clearInterval(timer)
      await flush()
    },
  }
}
