import type { Loader, LoaderCallbacks, LoaderConfiguration, LoaderContext } from 'hls.js'
import { finish, newStats } from './load-stats.ts'
import { type Problem, Refused } from './problems.ts'

/**
 * One load of hls.js. What may pass is waited out in `fetch`, while the buffer plays on; what the API
 * refuses goes to the player. hls.js hears of success, abort and whatever is left.
 */
export abstract class RetryingLoader<
  Context extends LoaderContext,
  Data extends string | ArrayBuffer,
> implements Loader<Context>
{
  context: Context | null = null
  readonly stats = newStats()
  readonly #abort = new AbortController()
  #callbacks: LoaderCallbacks<Context> | null = null

  /** A monotonic clock in milliseconds. */
  protected abstract now(): number
  protected abstract fetch(context: Context, signal: AbortSignal): Promise<Data>
  protected abstract refused(problem: Problem, context: Context): void
  /** The HTTP status that an error stands for, 0 for none. */
  protected statusOf(_error: unknown): number {
    return 0
  }

  load(context: Context, _config: LoaderConfiguration, callbacks: LoaderCallbacks<Context>): void {
    this.context = context
    this.#callbacks = callbacks
    void this.#run(context)
  }

  abort(): void {
    if (this.stats.loading.end > 0 || this.#abort.signal.aborted) return
    this.stats.aborted = true
    this.#abort.abort()
    if (this.context) this.#callbacks?.onAbort?.(this.stats, this.context, null)
  }

  destroy(): void {
    this.#callbacks = null
    if (this.stats.loading.end === 0) this.#abort.abort()
    this.context = null
  }

  async #run(context: Context): Promise<void> {
    const { signal } = this.#abort
    try {
      const data = await this.fetch(context, signal)
      finish(this.stats, this.now(), typeof data === 'string' ? data.length : data.byteLength)
      this.#callbacks?.onSuccess({ url: context.url, data, code: 200 }, this.stats, context, null)
    } catch (error) {
      if (signal.aborted) return
      // A refused load stays open: hls.js has nothing to do about it, and aborts it on a seek.
      if (error instanceof Refused) return this.refused(error.problem, context)
      const code = this.statusOf(error)
      this.#callbacks?.onError({ code, text: String(error) }, context, null, this.stats)
    }
  }
}
