import type { Engine } from './engine.ts'

/** The part of the video element that matters here. */
export type Screen = Pick<
  HTMLVideoElement,
  | 'currentTime'
  | 'defaultPlaybackRate'
  | 'error'
  | 'muted'
  | 'pause'
  | 'paused'
  | 'play'
  | 'playbackRate'
  | 'readyState'
>

/** The engine that feeds the video element now, and whether the next one is to play at once. */
export class RunningEngine {
  readonly #video: Screen
  readonly #silence: () => void
  #engine: Engine | undefined
  #wantsPlay = false
  #isStopped = false
  /** Where the engine was told to begin, or the next one is to. */
  #from = 0

  /** @param silence the browser lets it begin only without sound */
  constructor(video: Screen, silence: () => void = () => undefined) {
    this.#video = video
    this.#silence = silence
  }

  /** The viewer wants it to play, whether or not it can. */
  get wantsPlay(): boolean {
    return this.#wantsPlay
  }

  get exists(): boolean {
    return this.#engine !== undefined
  }

  /** Plays as soon as there is something to play; without a click the browser may insist on silence. */
  play(): void {
    this.#wantsPlay = true
    if (!this.exists) return
    const video = this.#video
    video.play().catch((error: unknown) => {
      if (!isForbidden(error)) return
      if (video.muted) {
        this.#wantsPlay = false
        return
      }
      this.#silence()
      video.play().catch((again: unknown) => {
        if (!isForbidden(again)) return
        // Silence is of no use either: who presses play hears the film.
        video.muted = false
        this.#wantsPlay = false
      })
    })
  }

  /** In place of the one that runs, if any. @param from the second at which `start` begins */
  begin(from: number, start: () => Engine): void {
    this.destroy()
    this.#from = from
    this.#isStopped = false
    // A new source resets the speed to this one.
    this.#video.defaultPlaybackRate = this.#video.playbackRate
    this.#engine = start()
    if (this.#wantsPlay) this.play()
  }

  /** At which second it plays, or is still to begin. */
  get position(): number {
    return this.#hasBegun ? this.#video.currentTime : this.#from
  }

  /** Makes way for another engine; answers at which second it has to go on. */
  leave(plays = this.#plays): number {
    const { position } = this
    this.#wantsPlay = plays
    this.#from = position
    this.destroy()
    return position
  }

  /**
   * Play or pause is wanted, by default the other of the two: also where the element, between two
   * engines, is paused already and tells of nothing. Answers which.
   */
  press(play = !this.#plays): boolean {
    this.#wantsPlay = play
    if (play) this.#video.play().catch(() => undefined)
    else this.#video.pause()
    return play
  }

  /** The element plays or is paused, by whatever means. */
  pressed(): void {
    // One that has failed or was stopped is paused, whatever was pressed.
    if (this.#isWell && !this.#isStopped) this.#wantsPlay = !this.#video.paused
  }

  /** Before there is anything of the film the element stands at 0, whatever is wanted of it. */
  get #hasBegun(): boolean {
    return this.#video.readyState > 0
  }

  get #plays(): boolean {
    return this.#isWell ? !this.#video.paused : this.#wantsPlay
  }

  get #isWell(): boolean {
    return this.#hasBegun && this.#video.error === null
  }

  select(index: number): void {
    this.#engine?.select(index)
  }

  hear(index: number): void {
    this.#engine?.hear(index)
  }

  /** Fetches no more, and pauses; that is not what the viewer wants. */
  stop(): void {
    this.#isStopped = true
    this.#engine?.stop()
    this.#video.pause()
  }

  destroy(): void {
    this.#engine?.destroy()
    this.#engine = undefined
  }
}

const isForbidden = (error: unknown) =>
  error instanceof DOMException && error.name === 'NotAllowedError'
