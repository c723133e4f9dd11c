import type { PlaylistLoaderConstructor, PlaylistLoaderContext } from 'hls.js'
import { beginAttempt, firstByte } from './load-stats.ts'
import type { Problem } from './problems.ts'
import type { Retries } from './retries.ts'
import { RetryingLoader } from './retrying-loader.ts'

export interface PlaylistLoading {
  /** Fetches a playlist's text, under the session that is current. */
  read: (url: string, signal: AbortSignal) => Promise<string>
  retries: Retries
  now: () => number
  onRefused: (problem: Problem) => void
}

/** hls.js's door to the playlists: patient, and at home in whichever session is current. */
export function playlistLoader(deps: PlaylistLoading): PlaylistLoaderConstructor {
  return class MatineePlaylistLoader extends RetryingLoader<PlaylistLoaderContext, string> {
    protected now = deps.now
    protected refused = deps.onRefused

    protected fetch({ url }: PlaylistLoaderContext, signal: AbortSignal): Promise<string> {
      return deps.retries.run(() => this.#attempt(url, signal), signal)
    }

    async #attempt(url: string, signal: AbortSignal): Promise<string> {
      beginAttempt(this.stats, deps.now())
      const text = await deps.read(url, signal)
      firstByte(this.stats, deps.now())
      return text
    }
  }
}
