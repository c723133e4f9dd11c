import { playerWords } from '../../../contract/words/player.ts'
import { button, element } from '../panels/overlay.ts'

/** A film to go on with. */
export interface NextFilm {
  href: string
  title: string
  posterUrl: string | null
}

/** What follows in a series, or in a collection. */
export interface FollowingFilm extends NextFilm {
  /** The viewer may watch it; else its page says how. */
  plays: boolean
}

/** After so long it plays by itself. */
const countdownSeconds = 10

export interface EndScreenOptions {
  onReplay: () => void
  /** Answers whether the page goes there by itself. */
  onChoose: (film: NextFilm) => boolean
  /** Whether the viewer wants what follows to play by itself, which is kept. */
  byItself: () => boolean
  onByItself: (wanted: boolean) => void
}

/** Once a film has ended: what follows, which plays by itself; what else to watch, and this one again. */
export class EndScreen {
  readonly element = element('section', {
    class: 'layer end',
    'aria-labelledby': 'end-title',
    tabindex: '-1',
    hidden: '',
  })
  readonly #options: EndScreenOptions
  /** What is counted down to, or was, until the viewer said no. */
  #next: FollowingFilm | null = null
  #left = 0
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(options: EndScreenOptions) {
    this.#options = options
  }

  get isCounting(): boolean {
    return this.#timer !== undefined
  }

  draw(isEnded: boolean, more: readonly NextFilm[], next: FollowingFilm | null): void {
    this.element.hidden = !isEnded
    if (!isEnded) {
      this.stop()
      this.#next = null
      this.element.replaceChildren()
      return
    }
    if (next !== this.#next) {
      this.stop()
      this.#next = next
      if (next?.plays && this.#options.byItself()) this.#count()
    }
    const focused = this.element.contains(activeIn(this.element))
    const others = more.filter(({ href }) => pathOf(href) !== pathOf(next?.href ?? ''))
    const again = button(playerWords('watchAgain'), () => this.#options.onReplay())
    const title = playerWords(more.length > 0 || next !== null ? 'upNext' : 'ended')
    this.element.replaceChildren(
      element('h2', { id: 'end-title' }, title),
      ...(next === null ? [] : this.#following(next)),
      ...(others.length > 0
        ? [element('ul', {}, ...others.map((film) => element('li', {}, this.#link(film))))]
        : []),
      again,
    )
    if (focused) this.element.focus()
  }

  /** What follows waits for the viewer. Answers whether it was being counted down to. */
  stop(): boolean {
    const was = this.isCounting
    clearInterval(this.#timer)
    this.#timer = undefined
    this.element.querySelector('.end-count')?.remove()
    this.element.querySelector('.end-cancel')?.remove()
    return was
  }

  #count(): void {
    this.#left = countdownSeconds
    this.#timer = setInterval(() => {
      this.#left -= 1
      const line = this.element.querySelector('.end-count')
      if (line !== null) line.textContent = this.#countWords()
      if (this.#left <= 0) this.#go()
    }, 1_000)
  }

  #countWords(): string {
    return playerWords('nextIn', { seconds: this.#left, title: this.#next?.title ?? '' })
  }

  #go(): void {
    const next = this.#next
    this.stop()
    if (next !== null && !this.#options.onChoose(next)) location.assign(next.href)
  }

  #following(next: FollowingFilm): HTMLElement[] {
    const link = this.#link(next)
    link.classList.add('end-next')
    if (!next.plays) {
      link.querySelector('span')?.replaceChildren(playerWords('nextOffer', { title: next.title }))
      return [link]
    }
    const acts = element('div', { class: 'end-acts' })
    acts.append(button(playerWords('playNow'), () => this.#go(), 'end-play'))
    const said: HTMLElement[] = []
    if (this.isCounting) {
      // Told once, not each second.
      said.push(
        element('p', { class: 'end-count', 'aria-hidden': 'true' }, this.#countWords()),
        element('p', { class: 'unseen', role: 'status' }, this.#countWords()),
      )
      const cancel = () => {
        this.stop()
        this.element.focus()
      }
      acts.append(button(playerWords('cancelNext'), cancel, 'end-cancel'))
    }
    return [link, ...said, acts, this.#choice()]
  }

  #choice(): HTMLElement {
    const box = element('input', { type: 'checkbox' })
    box.checked = this.#options.byItself()
    box.addEventListener('change', () => {
      this.#options.onByItself(box.checked)
      if (!box.checked) this.stop()
    })
    return element('label', { class: 'end-choice' }, box, playerWords('nextByItself'))
  }

  #link(film: NextFilm): HTMLElement {
    const { href, title, posterUrl } = film
    const picture = posterUrl === null ? [] : [element('img', { src: posterUrl, alt: '' })]
    const link = element('a', { href }, ...picture, element('span', {}, title))
    link.addEventListener('click', (event) => {
      const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0
      if (!isPlain) return
      this.stop()
      if (this.#options.onChoose(film)) event.preventDefault()
    })
    return link
  }
}

const pathOf = (href: string): string => href.split('?')[0] ?? ''

const activeIn = (node: Node): Element | null =>
  (node.getRootNode() as Document | ShadowRoot).activeElement ?? null
