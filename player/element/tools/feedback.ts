import { element } from '../panels/overlay.ts'

const shownMs = 900

/** Says for a moment, over the picture and to screen readers, what a key or a gesture has done. */
export class Feedback {
  readonly element = element('p', { class: 'feedback', role: 'status' })
  #timer: ReturnType<typeof setTimeout> | undefined

  say(text: string): void {
    clearTimeout(this.#timer)
    this.element.textContent = text
    this.#timer = setTimeout(() => {
      this.element.textContent = ''
    }, shownMs)
  }
}
