import { Refused } from './problems.ts'

export interface ProgressOptions {
  save: (positionSeconds: number) => Promise<void>
  /** A monotonic clock in milliseconds. */
  now: () => number
}

const everyMs = 10_000

/** Tells the API where the viewer is, so that any device can go on from there. */
export class Progress {
  readonly #options: ProgressOptions
  #savedAt: number | undefined
  #saved: number | undefined
  #nobody = false

  constructor(options: ProgressOptions) {
    this.#options = options
  }

  /** The picture moves: saved every ten seconds, the first time ten seconds after it began. */
  playing(positionSeconds: number): void {
    this.#savedAt ??= this.#options.now()
    if (this.#options.now() - this.#savedAt >= everyMs) this.save(positionSeconds)
  }

  /**
   * Saved now, unless it is already: on pause, after a seek, when the page goes away. Before the
   * picture has moved there is nothing to save: the video element still stands at its beginning.
   */
  save(positionSeconds: number): void {
    const rounded = Math.round(positionSeconds * 10) / 10
    if (this.#savedAt === undefined || this.#nobody || rounded === this.#saved) return
    this.#saved = rounded
    this.#savedAt = this.#options.now()
    this.#options.save(rounded).catch((error: unknown) => {
      this.#saved = undefined
      // A stranger watching a free film has nowhere to keep a position.
      if (error instanceof Refused && error.problem.status === 401) this.#nobody = true
    })
  }
}
