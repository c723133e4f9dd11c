import type { Clock } from '../clients/clock.ts'

/** An answer that took so long is not worked out again for every look at the page, … */
const slowMs = 250
/** … but for so many times as long as it took: whoever looks for what has just been played finds it soon. */
const keptTimes = 40
const longestMs = 10 * 60_000
/** Different questions that are remembered. */
const most = 100

/**
 * Answers that are shared by whoever asks the same while they are worked out, and for a while
 * after that where it took long, ten minutes at most: sums of a year over millions of rows change little
 * meanwhile.
 */
export function openKeptAnswers<T>(clock: Pick<Clock, 'monotonic'>) {
  const kept = new Map<string, { answer: Promise<T>; until: number }>()

  return (question: string, work: () => Promise<T>): Promise<T> => {
    const began = clock.monotonic()
    const known = kept.get(question)
    if (known !== undefined && began < known.until) return known.answer
    const answer = work()
    const entry = { answer, until: Number.POSITIVE_INFINITY }
    kept.delete(question)
    kept.set(question, entry)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    const forget = () => {
      if (kept.get(question) === entry) kept.delete(question)
    }
    answer.then(() => {
      const now = clock.monotonic()
      const tookMs = now - began
      entry.until = now + Math.min(tookMs * keptTimes, longestMs)
      if (tookMs < slowMs) forget()
    }, forget)
    return answer
  }
}
