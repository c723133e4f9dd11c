import type {
  Loader,
  LoaderCallbacks,
  LoaderConfiguration,
  PlaylistLoaderConstructor,
  PlaylistLoaderContext,
} from 'hls.js'
import { beginAttempt, finish, firstByte, newStats } from './load-stats.ts'
import type { Patience } from './patience.ts'
import { Refused } from './problems.ts'
import type { Problem } from './protocol.ts'

export interface PlaylistLoading {
  /** Fetches a playlist's text, under the session that is current. */
  read: (url: string, signal: AbortSignal) => Promise<string>
  patience: Patience
  now: () => number
  onRefused: (problem: Problem) => void
}

/** hls.js's door to the playlists: patient, and at home in whichever session is current. */
export function playlistLoader(parts: PlaylistLoading): PlaylistLoaderConstructor {
  return class MatineePlaylistLoader implements Loader<PlaylistLoaderContext> {
    context: PlaylistLoaderContext | null = null
    readonly stats = newStats()
    readonly #abort = new AbortController()
    #callbacks: LoaderCallbacks<PlaylistLoaderContext> | null = null

    load(
      context: PlaylistLoaderContext,
      _config: LoaderConfiguration,
      callbacks: LoaderCallbacks<PlaylistLoaderContext>,
    ): void {
      this.context = context
      this.#callbacks = callbacks
      this.#run(context)
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

    async #run(context: PlaylistLoaderContext): Promise<void> {
      const { signal } = this.#abort
      try {
        const data = await parts.patience.run(() => this.#attempt(context.url, signal), signal)
        finish(this.stats, parts.now(), data.length)
        this.#callbacks?.onSuccess({ url: context.url, data, code: 200 }, this.stats, context, null)
      } catch (error) {
        if (signal.aborted) return
        if (error instanceof Refused) return parts.onRefused(error.problem)
        this.#callbacks?.onError({ code: 0, text: String(error) }, context, null, this.stats)
      }
    }

    async #attempt(url: string, signal: AbortSignal): Promise<string> {
      beginAttempt(this.stats, parts.now())
      const text = await parts.read(url, signal)
      firstByte(this.stats, parts.now())
      return text
    }
  }
}
