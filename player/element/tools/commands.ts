import { MediaUIEvents } from 'media-chrome/constants'
import { playerWords } from '../../../contract/words/player.ts'
import { inFullScreen, inSmallWindow } from '../screen.ts'
import { captionsFor, showCaptions, shownCaptions } from './captions.ts'
import type { Command } from './keys.ts'

export interface CommandsOptions {
  video: HTMLVideoElement
  controls: HTMLElement
  /** Plays or pauses, the other of the two. Answers which. */
  press: () => boolean
  /** Says on screen what has been done. */
  say: (text: string) => void
  /** The languages in which captions are wanted, the most wanted first. */
  captionLanguages: () => string[]
}

type Doable = Exclude<Command, { kind: 'keys' | 'close' }>

/** How long one picture of most films stands, in seconds. */
const frameSeconds = 1 / 24
const slowest = 0.25
const fastest = 2

const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value))

/** Does what keys and gestures ask for, and says so on screen. */
export class Commands {
  readonly #options: CommandsOptions

  constructor(options: CommandsOptions) {
    this.#options = options
  }

  run(command: Doable): void {
    const said = this.#do(command)
    if (said !== undefined) this.#options.say(said)
  }

  #do(command: Doable): string | undefined {
    const { video } = this.#options
    switch (command.kind) {
      case 'toggle':
        return playerWords(this.#options.press() ? 'plays' : 'paused')
      case 'seek-by':
        return this.#seekBy(command.seconds)
      case 'seek-to':
        return this.#seekTo(command.share)
      case 'step':
        video.pause()
        this.#seek(video.currentTime + command.frames * frameSeconds)
        return playerWords(command.frames > 0 ? 'stepOn' : 'stepBack')
      case 'volume-by':
        video.muted = false
        video.volume = between(0, Math.round((video.volume + command.by) * 100) / 100, 1)
        return playerWords('volumeIs', { percent: Math.round(video.volume * 100) })
      case 'mute':
        video.muted = !video.muted
        return playerWords(video.muted ? 'muted' : 'soundOn')
      case 'speed-by':
        video.playbackRate = between(slowest, video.playbackRate + command.by, fastest)
        return playerWords('speedIs', { speed: video.playbackRate })
      case 'captions':
        return this.#captions()
      case 'full-screen':
        return this.#ask(
          inFullScreen()
            ? MediaUIEvents.MEDIA_EXIT_FULLSCREEN_REQUEST
            : MediaUIEvents.MEDIA_ENTER_FULLSCREEN_REQUEST,
        )
      case 'small-window':
        return this.#ask(
          inSmallWindow()
            ? MediaUIEvents.MEDIA_EXIT_PIP_REQUEST
            : MediaUIEvents.MEDIA_ENTER_PIP_REQUEST,
        )
    }
  }

  #seekBy(by: number): string {
    this.#seek(this.#options.video.currentTime + by)
    const seconds = Math.abs(by)
    return playerWords(by > 0 ? 'secondsOn' : 'secondsBack', { seconds })
  }

  #seekTo(share: number): string {
    this.#seek(this.#options.video.duration * share)
    return playerWords('percentOfFilm', { percent: Math.round(share * 100) })
  }

  #seek(to: number): void {
    const { video } = this.#options
    if (!Number.isFinite(video.duration)) return
    video.currentTime = between(0, to, video.duration)
  }

  #captions(): string {
    const { video, captionLanguages } = this.#options
    const wanted = captionsFor(video, captionLanguages())
    if (wanted === undefined) return playerWords('noCaptions')
    const isOn = shownCaptions(video) !== null
    showCaptions(video, isOn ? null : wanted.language)
    return isOn ? playerWords('captionsOff') : playerWords('captionsIn', { name: wanted.label })
  }

  #ask(type: string): undefined {
    this.#options.controls.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true }))
  }
}
