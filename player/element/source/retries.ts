import { backoffMs } from './backoff.ts'
import { Refused, Unreachable } from './problems.ts'

/** Why requests fail at the moment: no answer at all, or a server that cannot serve. */
export type Trouble = 'connection' | 'server'

export interface RetryOptions {
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** 0 up to 1. */
  random: () => number
  /** Called when trouble begins, changes, and with null when everything is through again. */
  onTrouble: (trouble: Trouble | null) => void
}

/** So many failures in a row, of whatever was asked for, are no accident but an outage. */
const outageFailures = 5

/** Repeats what fails for want of a network or a server, for as long as somebody wants it. */
export class Retries {
  readonly #options: RetryOptions
  readonly #troubled = new Map<symbol, Trouble>()
  #told: Trouble | null = null
  /** Failures since the last success, of all runs together. */
  #failures = 0
  /** How often somebody was in a hurry. */
  #hurries = 0

  constructor(options: RetryOptions) {
    this.#options = options
  }

  /**
   * The connection is said to be back: what was before counts no more. The first requests after that
   * often fail still, while addresses and routes are looked up, and are not to wait for long again.
   */
  hurry(): void {
    this.#failures = 0
    this.#hurries++
  }

  /**
   * Runs `attempt` until it succeeds. Rejects with what `isFinal` says cannot be helped by
   * repetition (a `Refused` always is), and with the signal's reason once that aborts.
   */
  async run<T>(
    attempt: () => Promise<T>,
    signal: AbortSignal,
    isFinal: (error: unknown, failures: number) => boolean = () => false,
  ): Promise<T> {
    const run = Symbol()
    const { wait, random } = this.#options
    try {
      // Who comes anew in an outage, as hls.js does after each failure, waits like all others, and
      // between its own attempts too.
      const before = this.#failures >= outageFailures ? this.#failures : 0
      let hurries = this.#hurries
      let waits = before
      if (before > 0) await wait(backoffMs(before, random()), signal)
      for (let failures = 1; ; failures++) {
        signal.throwIfAborted()
        try {
          const result = await attempt()
          signal.throwIfAborted()
          this.#failures = 0
          return result
        } catch (error) {
          signal.throwIfAborted()
          if (error instanceof Refused) throw error
          this.#failures++
          if (isFinal(error, failures)) throw error
          // The first failure is often a single lost request: nobody needs to hear of it.
          if (failures > 1 || this.#failures >= outageFailures) this.#tell(run, troubleOf(error))
          if (hurries !== this.#hurries) waits = 0
          hurries = this.#hurries
          await wait(backoffOf(error, ++waits, random()), signal)
        }
      }
    } finally {
      this.#tell(run, null)
    }
  }

  #tell(run: symbol, trouble: Trouble | null): void {
    if (trouble === null) this.#troubled.delete(run)
    else this.#troubled.set(run, trouble)
    const now = [...this.#troubled.values()].at(-1) ?? null
    if (now === this.#told) return
    this.#told = now
    this.#options.onTrouble(now)
  }
}

const backoffOf = (error: unknown, failures: number, random: number) =>
  backoffMs(failures, random, error instanceof Unreachable ? error.retryAfterMs : undefined)

const troubleOf = (error: unknown): Trouble =>
  error instanceof Unreachable && error.status === 0 ? 'connection' : 'server'
