/** What a film is counted in, seconds. */
const stepSeconds = 10
/** Whoever jumps about more than this is told of in part. */
const mostSpans = 100

/** Which tens of seconds of a film were played, each once however often. */
export class WatchedSteps {
  readonly #steps = new Set<number>()

  /** Played from one position to the other, in seconds. */
  add(from: number, to: number): void {
    for (let step = Math.floor(from / stepSeconds); step * stepSeconds < to; step++) {
      this.#steps.add(step)
    }
  }

  clear(): void {
    this.#steps.clear()
  }

  /** First step, the one after the last, and so on for each span. */
  get spans(): number[] {
    const spans: number[] = []
    for (const step of [...this.#steps].sort((a, b) => a - b)) {
      if (spans.at(-1) === step) spans[spans.length - 1] = step + 1
      else spans.push(step, step + 1)
    }
    return spans.slice(0, mostSpans * 2)
  }
}
