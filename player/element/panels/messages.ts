import type { Notice } from '../../../contract/access.ts'
import { day } from '../../../contract/words/format.ts'
import { offerWords } from '../../../contract/words/offers.ts'
import { planWords } from '../../../contract/words/plans.ts'
import { playerWords } from '../../../contract/words/player.ts'
import { inSmallWindow } from '../screen.ts'
import type { View } from '../states.ts'
import { drawPanel, element, type OverlayHandlers } from './overlay.ts'

/**
 * What is said over the picture: a note on why it takes so long, a banner while a payment is due, and
 * once the film has stopped a panel that covers it all.
 */
export class Messages {
  readonly #handlers: OverlayHandlers
  readonly #note = element('p', { class: 'note', role: 'status' })
  readonly #banner = element('div', { class: 'banner', role: 'status', hidden: '' })
  readonly #scrim = element('div', { class: 'scrim', role: 'alert', hidden: '' })
  /** To be placed over the controls, in this order. */
  readonly elements: HTMLElement[] = [
    element('div', { class: 'messages' }, this.#banner, this.#note),
    this.#scrim,
  ]

  constructor(handlers: OverlayHandlers) {
    this.#handlers = handlers
  }

  /**
   * Draws what is new, so that nothing is read out twice and no button changes under a finger. The focus
   * that the controls had would be lost with them; elsewhere on the page it stays where it is.
   */
  draw({ note, notice, panel }: View, before: View, hadFocus: boolean): void {
    if (note !== before.note) this.#note.textContent = note
    if (notice !== before.notice) this.#drawBanner(notice)
    if (panel === before.panel) return
    this.#scrim.hidden = panel === null
    this.#scrim.replaceChildren()
    if (panel === null) return
    this.#scrim.append(drawPanel(panel, this.#handlers))
    if (hadFocus) this.#scrim.querySelector<HTMLElement>('.panel')?.focus()
    if (inSmallWindow()) document.exitPictureInPicture().catch(() => undefined)
  }

  #drawBanner(notice: Notice | null): void {
    this.#banner.hidden = notice?.kind !== 'payment_failed'
    if (notice?.kind !== 'payment_failed') return
    const text = planWords('failed.grace', { date: day(notice.graceUntil) })
    const pay = element('button', { type: 'button' }, offerWords('updateCard'))
    pay.addEventListener('click', () =>
      this.#handlers.onOffer({ offer: { kind: 'portal' }, priceId: null }),
    )
    const close = element('button', { type: 'button', 'aria-label': playerWords('close') }, '×')
    close.addEventListener('click', () => {
      this.#banner.hidden = true
    })
    this.#banner.replaceChildren(element('span', {}, text), pay, close)
  }
}
