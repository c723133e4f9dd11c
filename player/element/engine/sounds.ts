/** A choice of sound, as the settings list it. */
export interface Sound {
  id: string
  label: string
  /** BCP 47, or empty. */
  language: string
}

interface ListedSound extends Sound {
  readonly kind: string
  enabled: boolean
}

/**
 * The list that the settings read and write their choice to (`audioTracks` of the video element), for browsers that have none of their own.
 */
export class SoundList extends EventTarget {
  readonly #onSelect: (index: number) => void
  #sounds: ListedSound[] = []
  #playing = -1

  constructor(onSelect: (index: number) => void) {
    super()
    this.#onSelect = onSelect
  }

  get length(): number {
    return this.#sounds.length
  }

  /** Replaces the list. @param playing which of them is heard; -1 while that is still to be chosen */
  fill(sounds: Sound[], playing: number): void {
    const same = sounds.map(({ id }) => id).join() === this.#sounds.map(({ id }) => id).join()
    this.#playing = playing
    if (!same) this.#sounds = sounds.map((sound, index) => this.#listed(sound, index))
    // An engine that begins anew may have the same list, and asks again what is to be heard.
    if (!same || playing === -1) {
      this.dispatchEvent(new Event('addtrack'))
    }
    this.dispatchEvent(new Event('change'))
  }

  [Symbol.iterator](): Iterator<ListedSound> {
    return this.#sounds.values()
  }

  #listed(sound: Sound, index: number): ListedSound {
    const isPlaying = () => this.#playing === index
    const choose = () => this.#choose(index)
    return {
      ...sound,
      kind: 'main',
      get enabled() {
        return isPlaying()
      },
      set enabled(wanted) {
        if (wanted && !isPlaying()) choose()
      },
    }
  }

  #choose(index: number): void {
    this.#playing = index
    this.#onSelect(index)
    this.dispatchEvent(new Event('change'))
  }
}
