import { playerWords } from '../../contract/words/player.ts'
import { element } from './overlay.ts'

/** A film to go on with. */
export interface NextFilm {
  href: string
  title: string
  posterUrl: string | null
}

export interface EndScreenOptions {
  onReplay: () => void
  /** Answers whether the page goes there by itself. */
  onChoose: (film: NextFilm) => boolean
}

/** Once a film has ended: what to watch next, the first of it in large, and this one again. */
export class EndScreen {
  readonly element = element('section', {
    class: 'layer end',
    'aria-labelledby': 'end-title',
    tabindex: '-1',
    hidden: '',
  })
  readonly #options: EndScreenOptions

  constructor(options: EndScreenOptions) {
    this.#options = options
  }

  draw(isEnded: boolean, more: readonly NextFilm[]): void {
    this.element.hidden = !isEnded
    if (!isEnded) {
      this.element.replaceChildren()
      return
    }
    const again = element('button', { type: 'button' }, playerWords('watchAgain'))
    again.addEventListener('click', () => this.#options.onReplay())
    const title = playerWords(more.length > 0 ? 'upNext' : 'ended')
    this.element.replaceChildren(
      element('h2', { id: 'end-title' }, title),
      ...(more.length > 0
        ? [element('ul', {}, ...more.map((film) => element('li', {}, this.#link(film))))]
        : []),
      again,
    )
  }

  #link(film: NextFilm): HTMLElement {
    const { href, title, posterUrl } = film
    const picture = posterUrl === null ? [] : [element('img', { src: posterUrl, alt: '' })]
    const link = element('a', { href }, ...picture, element('span', {}, title))
    link.addEventListener('click', (event) => {
      const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0
      if (isPlain && this.#options.onChoose(film)) event.preventDefault()
    })
    return link
  }
}
