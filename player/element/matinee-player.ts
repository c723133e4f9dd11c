import type { PlaybackSession } from './protocol.ts'

/**
 * Plays one video of Matinee, wherever it is placed.
 *
 * @attr video-id  the video's id or slug
 * @attr poster    picture shown until the first frame
 */
export class MatineePlayer extends HTMLElement {
  static readonly observedAttributes = ['video-id', 'poster']

  readonly video = document.createElement('video')

  constructor() {
    super()
    this.video.controls = true
    this.video.playsInline = true
    this.attachShadow({ mode: 'open' }).append(this.video)
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value || value === null) return
    if (name === 'poster') this.video.poster = value
    if (name === 'video-id') void this.load(value)
  }

  private async load(videoId: string): Promise<void> {
    const [{ default: Hls }, session] = await Promise.all([
      import('hls.js'),
      fetch(`/api/videos/${encodeURIComponent(videoId)}/playback`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ deviceId: 'unknown' }),
      }).then((response) => response.json() as Promise<PlaybackSession>),
    ])
    const hls = new Hls()
    hls.attachMedia(this.video)
    hls.loadSource(session.hlsUrl)
  }
}
