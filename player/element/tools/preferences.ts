import { captionsIn, captionsOf, showCaptions, shownCaptions } from './captions.ts'
import { hearLiked, type LikedSound, soundsOf } from './liked-sound.ts'

const key = 'matinee-player'

/** How captions look, by the viewer's choice. */
export interface CaptionLook {
  size: number
  colour: string
  background: string
}

export interface Preferences {
  speed: number
  volume: number
  muted: boolean
  /** Of the captions; null while they are off. */
  captions: string | null
  /** The language last wanted, also while captions are off. */
  lastCaptions: string | null
  look: CaptionLook
  /** Last chosen among several; null for what each film begins with. */
  sound: LikedSound | null
  /** Whether what follows in a series plays by itself. */
  nextByItself: boolean
}

export const usualLook: CaptionLook = { size: 1, colour: 'white', background: 'rgb(0 0 0 / .75)' }

const usual: Preferences = {
  speed: 1,
  volume: 1,
  muted: false,
  captions: null,
  lastCaptions: null,
  look: usualLook,
  sound: null,
  nextByItself: true,
}

type Store = Pick<Storage, 'getItem' | 'setItem'> | undefined

/** What was kept on this device, each member held against what it may be: others write there too. */
export function readPreferences(store: Store): Preferences {
  try {
    const kept = JSON.parse(store?.getItem(key) ?? '{}') as Partial<Record<string, unknown>>
    const look = (kept.look ?? {}) as Partial<Record<string, unknown>>
    const sound = (kept.sound ?? {}) as Partial<Record<string, unknown>>
    const number = (value: unknown, low: number, high: number, other: number) =>
      typeof value === 'number' && value >= low && value <= high ? value : other
    const text = (value: unknown) => (typeof value === 'string' ? value : null)
    const [language, label] = [text(sound.language), text(sound.label)]
    return {
      speed: number(kept.speed, 0.25, 2, usual.speed),
      volume: number(kept.volume, 0, 1, usual.volume),
      muted: kept.muted === true,
      captions: text(kept.captions),
      lastCaptions: text(kept.lastCaptions),
      look: {
        size: number(look.size, 0.5, 3, usualLook.size),
        colour: text(look.colour) ?? usualLook.colour,
        background: text(look.background) ?? usualLook.background,
      },
      sound: language === null || label === null ? null : { language, label },
      nextByItself: kept.nextByItself !== false,
    }
  } catch {
    return structuredClone(usual)
  }
}

/** Speed, volume, sound and captions as this viewer likes them, kept on the device. */
export class Likings {
  readonly #video: HTMLVideoElement
  readonly #store: Store
  #now: Preferences
  /** The browser lets the film begin only without sound: that is nobody's liking. */
  #isSilenced = false
  /** Captions come one by one; until theirs is there, the viewer's choice is not known from the list. */
  #isApplying = false

  constructor(video: HTMLVideoElement, store: Store) {
    this.#video = video
    this.#store = store
    this.#now = readPreferences(store)
    const { speed, volume, muted } = this.#now
    Object.assign(video, { defaultPlaybackRate: speed, playbackRate: speed, volume, muted })
    video.addEventListener('ratechange', () => this.#heardSpeed())
    video.addEventListener('volumechange', () => this.#heardVolume())
    // "If there are any tasks from the media element event task source … remove those tasks": what was
    // set right before another source is told of by nothing else.
    video.addEventListener('emptied', () => this.#heardVolume())
    video.textTracks.addEventListener('change', () => this.#heardCaptions())
    video.textTracks.addEventListener('addtrack', () => this.#applyCaptions())
    const sounds = soundsOf(video)
    sounds?.addEventListener('addtrack', () => {
      if (this.#now.sound !== null) hearLiked(sounds, this.#now.sound)
    })
  }

  get now(): Preferences {
    return this.#now
  }

  set look(look: CaptionLook) {
    this.#keep({ look })
  }

  set sound({ language, label }: LikedSound) {
    this.#keep({ sound: { language, label } })
  }

  set nextByItself(nextByItself: boolean) {
    this.#keep({ nextByItself })
  }

  /** Begins without sound, since the browser lets it begin in no other way. */
  silence(): void {
    this.#isSilenced = true
    this.#video.muted = true
  }

  /** Whenever its source changes the element returns to the speed that it takes for usual. */
  #heardSpeed(): void {
    const { playbackRate } = this.#video
    this.#video.defaultPlaybackRate = playbackRate
    if (playbackRate !== this.#now.speed) this.#keep({ speed: playbackRate })
  }

  #heardVolume(): void {
    const { muted, volume } = this.#video
    if (this.#isSilenced && muted) return
    this.#isSilenced = false
    this.#keep({ muted, volume })
  }

  #applyCaptions(): void {
    const { captions } = this.#now
    const liked = captions === null ? undefined : captionsIn(this.#video, captions)
    if (liked === undefined) return
    this.#isApplying = true
    showCaptions(this.#video, liked.language)
    // The list tells of a change in a task of its own.
    setTimeout(() => {
      this.#isApplying = false
    })
  }

  #heardCaptions(): void {
    if (this.#isApplying || captionsOf(this.#video).length === 0) return
    const captions = shownCaptions(this.#video)
    // A film without captions in the language that is liked changes no liking.
    const liked = this.#now.captions
    if (captions === null && liked !== null && captionsIn(this.#video, liked) === undefined) return
    this.#keep({ captions, lastCaptions: captions ?? this.#now.lastCaptions })
  }

  #keep(changed: Partial<Preferences>): void {
    this.#now = { ...this.#now, ...changed }
    try {
      this.#store?.setItem(key, JSON.stringify(this.#now))
    } catch {
      // Storage may be full or forbidden: then it lasts as long as the page.
    }
  }
}
