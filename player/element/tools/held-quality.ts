import { playerWords } from '../../../contract/words/player.ts'
import type { RenditionList } from '../engine/renditions.ts'
import { element } from '../panels/overlay.ts'
import { qualityName } from './settings.ts'

/** So many stalls in so long are no accident. */
const stalls = 2
const withinMs = 60_000

/**
 * A quality that the viewer chose and the connection does not hold: says so, and offers to leave the choice
 * to the player.
 */
export class HeldQuality {
  readonly element = element('div', { class: 'held', role: 'status', hidden: '' })
  readonly #renditions: RenditionList
  readonly #now: () => number
  #stalledAt: number[] = []

  constructor(video: HTMLVideoElement, renditions: RenditionList, now = () => performance.now()) {
    this.#renditions = renditions
    this.#now = now
    video.addEventListener('waiting', () => {
      // A seek has to wait whatever the quality.
      if (!video.seeking && !video.paused && video.currentTime > 0) this.#stalled()
    })
    renditions.addEventListener('change', () => {
      this.#stalledAt = []
      this.element.hidden = true
    })
  }

  #stalled(): void {
    const chosen = this.#renditions[this.#renditions.selectedIndex]
    if (chosen === undefined) return
    const now = this.#now()
    this.#stalledAt = [...this.#stalledAt.filter((at) => now - at < withinMs), now]
    if (this.#stalledAt.length < stalls || !this.element.hidden) return
    const automatic = element('button', { type: 'button' }, playerWords('setAutomatic'))
    automatic.addEventListener('click', () => {
      this.#renditions.selectedIndex = -1
    })
    const close = element('button', { type: 'button', 'aria-label': playerWords('close') }, '×')
    close.addEventListener('click', () => {
      this.element.hidden = true
      this.#stalledAt = []
    })
    const text = playerWords('tooHigh', { quality: qualityName(chosen) })
    this.element.replaceChildren(element('span', {}, text), automatic, close)
    this.element.hidden = false
  }
}
