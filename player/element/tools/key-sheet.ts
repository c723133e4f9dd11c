import { playerWords } from '../../../contract/words/player.ts'
import { element } from '../panels/overlay.ts'
import { sheetOfKeys } from './keys.ts'

/** The keys that the player knows, over the picture, until it is closed. */
export class KeySheet {
  readonly element = element('section', {
    class: 'layer keys',
    role: 'dialog',
    'aria-labelledby': 'keys-title',
    tabindex: '-1',
    hidden: '',
  })
  readonly #onToggle: (isOpen: boolean) => void
  #before: Element | null = null

  /** @param onToggle told when it covers the picture, and when that is free again */
  constructor(onToggle: (isOpen: boolean) => void) {
    this.#onToggle = onToggle
    const close = element('button', { type: 'button' }, playerWords('closeKeys'))
    close.addEventListener('click', () => this.close())
    const rows = sheetOfKeys.map(([keys, what]) =>
      element(
        'div',
        {},
        element('dt', {}, ...keys.split(' ').map((key) => element('kbd', {}, key))),
        element('dd', {}, playerWords(what)),
      ),
    )
    this.element.append(
      element(
        'div',
        { class: 'keys-head' },
        element('h2', { id: 'keys-title' }, playerWords('keys')),
        close,
      ),
      element('dl', {}, ...rows),
    )
  }

  get isOpen(): boolean {
    return !this.element.hidden
  }

  toggle(): void {
    if (this.isOpen) {
      this.close()
      return
    }
    const { activeElement } = this.element.getRootNode() as ShadowRoot
    this.#before = activeElement ?? document.activeElement
    this.element.hidden = false
    this.#onToggle(true)
    this.element.focus()
  }

  close(): void {
    if (!this.isOpen) return
    this.element.hidden = true
    this.#onToggle(false)
    if (this.#before instanceof HTMLElement) this.#before.focus()
  }
}
