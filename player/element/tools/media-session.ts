import type { Chapter } from '../../../contract/catalog.ts'
import type { Command } from './keys.ts'

export interface Film {
  title: string
  posterUrl: string | null
  chapters: readonly Chapter[]
}

/** The browser decodes the poster at the press, when all it has is wanted for the first picture. */
let posterLater = new AbortController()

/** What the lock screen, headsets and the keys of a keyboard know of the film; its poster once it moves. */
export function describeFilm(video: HTMLVideoElement, { title, posterUrl, chapters }: Film): void {
  if (!('mediaSession' in navigator)) return
  const describe = (artwork: MediaImage[]) => {
    const chapterInfo = chapters.map((chapter) => ({
      title: chapter.title,
      startTime: chapter.startSeconds,
      artwork,
    }))
    const described = { title, artwork, chapterInfo } as MediaMetadataInit
    navigator.mediaSession.metadata = new MediaMetadata(described)
  }
  describe([])
  posterLater.abort()
  if (posterUrl === null) return
  posterLater = new AbortController()
  const { signal } = posterLater
  const { href: src } = new URL(posterUrl, location.href)
  video.addEventListener('timeupdate', () => describe([{ src }]), { once: true, signal })
}

/** Lets them play, pause and seek. Returns what takes that back. */
export function obeyMediaKeys(
  video: HTMLVideoElement,
  press: (play: boolean) => void,
  run: (command: Command) => void,
): () => void {
  if (!('mediaSession' in navigator)) return () => undefined
  const { mediaSession } = navigator
  const actions: [MediaSessionAction, MediaSessionActionHandler][] = [
    ['play', () => press(true)],
    ['pause', () => press(false)],
    ['seekbackward', ({ seekOffset }) => run({ kind: 'seek-by', seconds: -(seekOffset ?? 10) })],
    ['seekforward', ({ seekOffset }) => run({ kind: 'seek-by', seconds: seekOffset ?? 10 })],
    [
      'seekto',
      ({ seekTime }) => {
        const share = (seekTime ?? 0) / video.duration
        if (Number.isFinite(share)) run({ kind: 'seek-to', share })
      },
    ],
  ]
  for (const [action, handler] of actions) mediaSession.setActionHandler(action, handler)
  const tell = () => {
    const { duration, playbackRate, currentTime } = video
    if (!Number.isFinite(duration) || playbackRate === 0) return
    const position = Math.min(currentTime, duration)
    mediaSession.setPositionState({ duration, playbackRate, position })
  }
  const types = ['durationchange', 'ratechange', 'seeked', 'playing', 'pause']
  for (const type of types) video.addEventListener(type, tell)
  return () => {
    for (const type of types) video.removeEventListener(type, tell)
    for (const [action] of actions) mediaSession.setActionHandler(action, null)
    posterLater.abort()
    mediaSession.metadata = null
  }
}
