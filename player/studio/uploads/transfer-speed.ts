/** How much of the past counts for the speed, in milliseconds. */
const windowMs = 8_000

export interface Speed {
  bytesPerSecond: number
  /** Null while it cannot be told. */
  secondsLeft: number | null
}

/** Tells a transfer's speed over the last seconds, from how far it has been when. */
export class TransferSpeed {
  #samples: { at: number; bytes: number }[] = []

  /** @param at milliseconds of any steady clock */
  note(at: number, bytes: number): void {
    const last = this.#samples.at(-1)
    // A part that is sent again takes its bytes back: what was measured then means nothing.
    if (last !== undefined && bytes < last.bytes) this.#samples = []
    this.#samples.push({ at, bytes })
    while (this.#samples.length > 2 && at - (this.#samples[0]?.at ?? at) > windowMs) {
      this.#samples.shift()
    }
  }

  speed(totalBytes: number): Speed {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)]
    if (first === undefined || last === undefined || last.at - first.at < 1_000) {
      return { bytesPerSecond: 0, secondsLeft: null }
    }
    const bytesPerSecond = ((last.bytes - first.bytes) / (last.at - first.at)) * 1_000
    const secondsLeft = bytesPerSecond > 0 ? (totalBytes - last.bytes) / bytesPerSecond : null
    return { bytesPerSecond, secondsLeft }
  }

  /** After a pause. */
  reset(): void {
    this.#samples = []
  }
}
