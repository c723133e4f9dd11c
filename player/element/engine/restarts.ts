import { backoffMs } from '../source/backoff.ts'

/** Play that came this far since has got somewhere. */
const progressSeconds = 1
/** About a minute and a half. */
const mostRestarts = 14

/**
 * When the browser's own player, which gave up without saying why, is begun again: at once after it
 * has played, later and later while it gets nowhere, and in the end not any more.
 */
export class Restarts {
  readonly #random: () => number
  #failures = 0
  #from = Number.NEGATIVE_INFINITY

  constructor(random: () => number) {
    this.#random = random
  }

  /** Milliseconds to wait before it is begun again at this position; null when that is of no use. */
  after(positionSeconds: number): number | null {
    if (Math.abs(positionSeconds - this.#from) > progressSeconds) this.#failures = 0
    this.#from = positionSeconds
    this.#failures++
    if (this.#failures > mostRestarts) return null
    return this.#failures === 1 ? 0 : backoffMs(this.#failures - 1, this.#random())
  }
}
