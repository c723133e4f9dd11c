import type { PlaylistLoaderConstructor, PlaylistLoaderContext } from 'hls.js'
import { beginAttempt, firstByte } from './load-stats.ts'
import type { Patience } from './patience.ts'
import { PatientLoader } from './patient-loader.ts'
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
  return class MatineePlaylistLoader extends PatientLoader<PlaylistLoaderContext, string> {
    protected now = parts.now
    protected refused = parts.onRefused

    protected fetch({ url }: PlaylistLoaderContext, signal: AbortSignal): Promise<string> {
      return parts.patience.run(() => this.#attempt(url, signal), signal)
    }

    async #attempt(url: string, signal: AbortSignal): Promise<string> {
      beginAttempt(this.stats, parts.now())
      const text = await parts.read(url, signal)
      firstByte(this.stats, parts.now())
      return text
    }
  }
}
