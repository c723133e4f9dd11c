import type Hls from 'hls.js'
import type { PlaybackExtras, PlaybackSession } from '../../contract/playback.ts'
import type { EngineOptions } from './engine/engine.ts'
import type { EngineKind } from './engine/native.ts'
import type { Sound } from './engine/sounds.ts'
import { unavailable } from './panels/panels.ts'
import { Refused } from './source/problems.ts'
import type { SourceOptions } from './source/source.ts'
import type { ViewEvent } from './states.ts'

export interface PlaybackOptions
  extends Pick<
    SourceOptions,
    | 'videoId'
    | 'deviceId'
    | 'codecs'
    | 'bandwidth'
    | 'fetch'
    | 'now'
    | 'renewSignIn'
    | 'api'
    | 'isAgain'
    | 'thrifty'
  > {
  video: HTMLVideoElement
  engine: EngineKind
  loadHls: () => Promise<typeof Hls>
  tell: (event: ViewEvent) => void
  /** The browser lets the film begin only without sound. */
  onSilenced: () => void
  onSession: (session: PlaybackSession) => void
  /** The API has taken note that the session's play has begun. */
  onBegun: () => void
  /** Captions or preview pictures are others than those of the session. */
  onExtras: (extras: PlaybackExtras) => void
  onRenditions: EngineOptions['onRenditions']
  onSounds: (sounds: Sound[], playing: number) => void
}

/** What hls.js is to play, and where it begins. */
export const hlsOptions = (
  { video, onRenditions, onSounds }: PlaybackOptions,
  { hlsUrl, first }: PlaybackSession,
  position: number,
) => ({
  ...{ video, position, onRenditions, onSounds },
  url: new URL(hlsUrl, location.href).href,
  firstRendition: first[0]?.rendition,
})

/** How a viewing ends, and what is reported of it; the end of a preview is none that nobody wanted. */
export interface End {
  event: ViewEvent
  code: string | undefined
}

/** How a viewing ends at an error. */
export function endAt(error: unknown): End {
  if (error instanceof Refused) {
    return { event: { type: 'refused', problem: error.problem }, code: error.problem.code }
  }
  const trouble = navigator.onLine ? 'server' : 'connection'
  return { event: { type: 'stopped', panel: unavailable(trouble) }, code: trouble }
}
