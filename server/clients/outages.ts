import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import { databaseSentence, databaseSentences } from './database-sentence.ts'

const { slow: _, older: __, ...lasting } = databaseSentences
/** What everything meets at once, many times a second, until somebody has seen to it. */
const passing = new Set<string>(Object.values(lasting))

export interface Outages {
  /** Whether a line of the log says only what was said since the database went away. */
  withholds(args: readonly unknown[]): boolean
  /** Tells of outages to `log`, and asks the database by `answers` whether one is over. */
  watch(log: Pick<Logger, 'error' | 'warn'>, answers: () => Promise<unknown>): void
  close(): void
}

interface Outage {
  since: number
  heardAt: number
  told: Set<string>
  withheld: number
}

const isPassing = (error: unknown): boolean =>
  passing.has(databaseSentence(error) ?? (error instanceof Error ? error.message : ''))

/**
 * While the database is away everything that polls it fails, a dozen times a second. The log tells once that
 * it is, each thing that fails for it once, and once that it is back.
 */
export function openOutages(
  clock: Pick<Clock, 'monotonic'>,
  { askEveryMs = 1_000, quietMs = 10_000 } = {},
): Outages {
  let outage: Outage | null = null
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let teller: Parameters<Outages['watch']> | null = null

  function begin(sentence: string): Outage {
    const since = clock.monotonic()
    outage = { since, heardAt: since, told: new Set(), withheld: 0 }
    teller?.[0].error(`${sentence} Each thing that fails for it is told once until it is over.`)
    later()
    return outage
  }

  function later(): void {
    timer = setTimeout(ask, askEveryMs)
    timer.unref()
  }

  async function ask(): Promise<void> {
    if (teller === null || outage === null || closed) return
    const [log, answers] = teller
    const isAway = await answers().then(() => false, isPassing)
    if (closed) return
    const { since, heardAt, withheld } = outage
    // It may let some in and not others, and answer while its disk is full.
    if (isAway || clock.monotonic() - heardAt < quietMs) return later()
    outage = null
    const seconds = Math.round((heardAt - since) / 1000)
    log.warn({ seconds, withheld }, 'The database does what it should again.')
  }

  return {
    withholds(args) {
      const error = errorOf(args)
      const sentence = databaseSentence(error)
      // Without a watch nobody would tell the end.
      if (teller === null || closed || sentence === null || !passing.has(sentence)) return false
      const current = outage ?? begin(sentence)
      current.heardAt = clock.monotonic()
      const what = subjectOf(args)
      if (!current.told.has(what)) {
        current.told.add(what)
        return false
      }
      current.withheld += 1
      return true
    },
    watch: (...given) => {
      teller = given
    },
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}

const errorOf = ([first]: readonly unknown[]): unknown =>
  first instanceof Error ? first : (first as { err?: unknown } | null | undefined)?.err

/** What a line is about besides its error: one job is not another. */
function subjectOf([first, message]: readonly unknown[]): string {
  if (first instanceof Error) return String(message ?? first.message)
  const details = Object.values(first ?? {}).filter((one) => typeof one === 'string')
  return [message, ...details].join(' ')
}
