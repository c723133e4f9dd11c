/** One quality of the picture, as the menu of media-chrome wants it. */
export interface Rendition {
  id: string
  width: number
  height: number
  bitrate: number
}

/**
 * The list that media-chrome's quality menu reads from the video element (`videoRenditions`) and
 * writes its choice to. `selectedIndex` -1 means automatic.
 */
export class RenditionList extends EventTarget {
  readonly [index: number]: Rendition
  readonly #onSelect: (index: number) => void
  #renditions: Rendition[] = []
  #selected = -1

  constructor(onSelect: (index: number) => void) {
    super()
    this.#onSelect = onSelect
  }

  get length(): number {
    return this.#renditions.length
  }

  get selectedIndex(): number {
    return this.#selected
  }

  set selectedIndex(index: number) {
    this.#selected = index in this.#renditions ? index : -1
    this.#onSelect(this.#selected)
    this.dispatchEvent(new Event('change'))
  }

  /** Replaces the list. Where it is no new one the choice stays with its quality; else it returns to automatic. */
  fill(renditions: Rendition[], isNew = true): void {
    const chosen = isNew ? undefined : this.#renditions[this.#selected]?.id
    const self = this as Record<number, Rendition>
    for (const index of this.#renditions.keys()) delete self[index]
    this.#renditions = renditions
    this.#selected = -1
    renditions.forEach((rendition, index) => {
      self[index] = rendition
    })
    this.dispatchEvent(new Event('addrendition'))
    this.dispatchEvent(new Event('change'))
    // Its place may be another now.
    if (chosen !== undefined) this.selectedIndex = renditions.findIndex(({ id }) => id === chosen)
  }

  [Symbol.iterator](): Iterator<Rendition> {
    return this.#renditions.values()
  }
}
