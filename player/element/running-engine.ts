import type { Engine } from './engine.ts'

/** The part of the video element that matters here. */
export type Screen = Pick<
  HTMLVideoElement,
  'currentTime' | 'defaultPlaybackRate' | 'pause' | 'paused' | 'play' | 'playbackRate'
>

/** The engine that feeds the video element now, and whether the next one is to play at once. */
export class RunningEngine {
  readonly #video: Screen
  #engine: Engine | undefined
  #wantsPlay = false

  constructor(video: Screen) {
    this.#video = video
  }

  get exists(): boolean {
    return this.#engine !== undefined
  }

  /** Plays as soon as there is something to play. The browser may refuse without a click. */
  play(): void {
    this.#wantsPlay = true
    if (this.exists) this.#video.play().catch(() => undefined)
  }

  begin(start: () => Engine): void {
    // A new source resets the speed to this one.
    this.#video.defaultPlaybackRate = this.#video.playbackRate
    this.#engine = start()
    if (this.#wantsPlay) this.play()
  }

  /** Makes way for another engine; answers at which second it has to go on. */
  leave(plays = !this.#video.paused): number {
    const position = this.#video.currentTime
    this.#wantsPlay = plays
    this.destroy()
    return position
  }

  select(index: number): void {
    this.#engine?.select(index)
  }

  /** Fetches no more, and pauses. */
  stop(): void {
    this.#engine?.stop()
    this.#video.pause()
  }

  destroy(): void {
    this.#engine?.destroy()
    this.#engine = undefined
  }
}
