import type { Engine } from './engine.ts'

export type EngineKind = 'hls.js' | 'native' | 'none'

export interface Abilities {
  /** hls.js can run: there are Media Source Extensions that take our codecs. */
  mediaSource: boolean
  /** The video element takes an HLS address by itself. */
  nativeHls: boolean
  /** Films may be sent to a television, which fetches them itself. */
  airPlay: boolean
}

/**
 * Which engine plays. Where there is AirPlay the browser's own, because a television can only be
 * handed an address; elsewhere hls.js, which renews its URLs and tells why it stops.
 */
export function chooseEngine({ mediaSource, nativeHls, airPlay }: Abilities): EngineKind {
  if (nativeHls && (airPlay || !mediaSource)) return 'native'
  return mediaSource ? 'hls.js' : 'none'
}

/** Which engine plays in this browser; `asked` overrules what it can do. */
export function engineFor(video: HTMLVideoElement, asked: string | null): EngineKind {
  if (asked === 'native' || asked === 'hls.js') return asked
  return chooseEngine({
    mediaSource: 'MediaSource' in window || 'ManagedMediaSource' in window,
    nativeHls: video.canPlayType('application/vnd.apple.mpegurl') !== '',
    airPlay: 'WebKitPlaybackTargetAvailabilityEvent' in window,
  })
}

/**
 * Where the browser's own player finds the film. It fetches far ahead, and takes a refusal there for a
 * broken film: where only a preview may be watched it is told of no more.
 */
export const nativeUrl = (hlsUrl: string, teaserSeconds: number | null): string =>
  teaserSeconds === null ? hlsUrl : `${hlsUrl}?end=preview`

export interface NativeOptions {
  video: HTMLVideoElement
  url: string
  position: number
  /** The element gave up. It does not say why; the API will. */
  onFailed: () => void
}

/** Leaves everything to the browser: it follows the API's redirects to pre-signed URLs. */
export function startNative({ video, url, position, onFailed }: NativeOptions): Engine {
  const start = () => {
    if (position > 0) video.currentTime = position
  }
  const failed = () => {
    // Taking the source away is an "error" too, and a wanted one.
    if (video.getAttribute('src') !== null) onFailed()
  }
  video.addEventListener('loadedmetadata', start, { once: true })
  video.addEventListener('error', failed)
  video.src = url
  const destroy = () => {
    video.removeEventListener('loadedmetadata', start)
    video.removeEventListener('error', failed)
    video.removeAttribute('src')
    video.load()
  }
  return { stop: () => video.pause(), destroy, select: () => undefined, hear: () => undefined }
}
