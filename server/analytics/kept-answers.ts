import type { Clock } from '../clients/clock.ts'

/** An answer that took so long is not worked out again for every look at the page, … */
const slowMs = 250
/** … but for so many times as long as it took. */
const freshTimes = 40
/** After that whoever asks sees it once more, while it is worked out anew: whoever looks again finds it all. */
const keptMs = 10 * 60_000
/** Different questions that are remembered. */
const most = 100

interface Entry<T> {
  answer: Promise<T>
  freshUntil: number
  until: number
  isRenewed: boolean
}

/**
 * Answers that are shared by whoever asks the same while they are worked out, and for a while after that where
 * it took long: sums of a year over millions of rows change little meanwhile.
 */
export function openKeptAnswers<T>(clock: Pick<Clock, 'monotonic'>) {
  const kept = new Map<string, Entry<T>>()

  function keep(question: string, entry: Entry<T>): void {
    kept.delete(question)
    kept.set(question, entry)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  }

  /** Works it out, and keeps it in the place of `before` where it is worth it. */
  async function workOut(question: string, work: () => Promise<T>, before?: Entry<T>): Promise<T> {
    const began = clock.monotonic()
    const answer = work()
    const shared = Number.POSITIVE_INFINITY
    const entry = { answer, freshUntil: shared, until: shared, isRenewed: false }
    if (before === undefined) keep(question, entry)
    const isPlaced = () => kept.get(question) === (before ?? entry)
    try {
      await answer
      const now = clock.monotonic()
      const tookMs = now - began
      entry.freshUntil = now + Math.min(tookMs * freshTimes, keptMs)
      entry.until = now + keptMs
      if (isPlaced()) {
        if (tookMs < slowMs) kept.delete(question)
        else keep(question, entry)
      }
    } catch {
      // What was known before is still the best there is.
      if (before !== undefined) before.isRenewed = false
      else if (isPlaced()) kept.delete(question)
    }
    return answer
  }

  return (question: string, work: () => Promise<T>): Promise<T> => {
    const now = clock.monotonic()
    const known = kept.get(question)
    if (known === undefined || now >= known.until) {
      kept.delete(question)
      return workOut(question, work)
    }
    if (now >= known.freshUntil && !known.isRenewed) {
      known.isRenewed = true
      workOut(question, work, known).catch(() => undefined)
    }
    return known.answer
  }
}
