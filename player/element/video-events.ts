import type { Playback } from './playback.ts'
import type { View, ViewEvent } from './states.ts'

export interface VideoEventsDeps {
  playback: () => Playback | undefined
  view: () => View
  tell(event: ViewEvent): void
  /** The film has been played to its end. */
  onEnded(): void
}

/** What the video element tells, passed on to the playback and to what is shown beside the picture. */
export function listenToVideo(
  video: HTMLVideoElement,
  { playback, view, tell, onEnded }: VideoEventsDeps,
): void {
  const on = (types: string[], listener: () => void) => {
    for (const type of types) video.addEventListener(type, listener)
  }
  on(['timeupdate'], () => playback()?.moved(!video.paused && !video.seeking))
  on(['seeking', 'waiting'], () => playback()?.moved(false))
  // Who goes back from the end, by a key, a chapter or a headset, wants to watch on.
  on(['seeking'], () => {
    if (view().phase === 'ended' && !video.ended) playback()?.play()
  })
  on(['pause', 'seeked'], () => playback()?.save())
  on(['play', 'pause'], () => playback()?.engine.pressed())
  on(['canplay'], () => {
    if (view().phase === 'opening') tell({ type: video.paused ? 'ready' : 'playing' })
    // What was begun anew while it was paused.
    if (view().phase === 'buffering' && video.paused) tell({ type: 'paused' })
  })
  on(['playing'], () => tell({ type: 'playing' }))
  on(['pause'], () => tell({ type: 'paused' }))
  on(['waiting'], () => tell({ type: 'waiting' }))
  on(['ended'], () => {
    if (playback()?.ended() === false) return
    tell({ type: 'ended' })
    onEnded()
  })
  // Keys of the keyboard and of headsets reach the element past any panel.
  on(['play'], () => {
    if (view().phase === 'stopped') video.pause()
    else playback()?.begin()
    if (view().phase === 'opening') playback()?.play()
  })
}
