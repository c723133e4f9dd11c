import { playerWords } from '../../../contract/words/player.ts'
import type { Rendition, RenditionList } from '../engine/renditions.ts'
import { button, element } from '../panels/overlay.ts'
import { captionsOf, showCaptions, shownCaptions } from './captions.ts'
import type { Sounds } from './liked-sound.ts'
import { type CaptionLook, type Likings, usualLook } from './preferences.ts'

export interface SettingsOptions {
  video: HTMLVideoElement
  renditions: RenditionList
  sounds: Sounds | undefined
  likings: Likings
  onLook: (look: CaptionLook) => void
  /** The address of the film's page; null where it is not to be passed on. */
  link: () => string | null
  /** @param hadFocus that what had the focus is gone */
  onClose: (hadFocus: boolean) => void
}

type Choice = [value: string, label: string]

const speeds = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]
const sizes = [0.75, 1, 1.5, 2]
const colours = ['white', 'yellow', 'cyan', 'lime'] as const
const backgrounds = {
  'rgb(0 0 0 / .75)': 'background.dim',
  black: 'background.black',
  transparent: 'background.none',
} as const
const percent = (share: number) => playerWords('percent', { percent: Math.round(share * 100) })

const linesOf = ({ width, height }: Rendition) => Math.min(width, height)

/** "720p" */
export const qualityName = (rendition: Rendition): string => `${linesOf(rendition)}p`

/** What the gear opens: speed, quality, sound, captions and how they look. */
export class Settings {
  readonly element = element('section', {
    class: 'layer settings',
    role: 'dialog',
    'aria-label': playerWords('settings'),
    tabindex: '-1',
    hidden: '',
  })
  readonly #options: SettingsOptions

  constructor(options: SettingsOptions) {
    this.#options = options
  }

  get isOpen(): boolean {
    return !this.element.hidden
  }

  /** Drawn anew each time: by then there may be other qualities, sounds and captions. */
  open(): void {
    const close = button(playerWords('closeSettings'), () => this.close(), 'close')
    this.element.replaceChildren(
      ...[this.#speed(), this.#quality(), this.#sound(), this.#captions()].flat(),
      ...this.#copy(),
      close,
    )
    this.element.hidden = false
    this.element.querySelector('select')?.focus()
  }

  close(): void {
    if (!this.isOpen) return
    const hadFocus = this.element.matches(':focus-within')
    this.element.hidden = true
    this.#options.onClose(hadFocus)
  }

  #speed(): HTMLElement {
    const { video } = this.#options
    const choices = speeds.map((speed): Choice => [String(speed), playerWords('times', { speed })])
    return row(playerWords('speed'), choices, String(video.playbackRate), (value) => {
      video.playbackRate = Number(value)
    })
  }

  #quality(): HTMLElement[] {
    const { renditions } = this.#options
    if (renditions.length < 2) return []
    const choices = [...renditions]
      .map((rendition, index) => ({ index, rendition, lines: linesOf(rendition) }))
      .sort((one, other) => other.lines - one.lines)
      .map(({ index, rendition }): Choice => [String(index), qualityName(rendition)])
    const all: Choice[] = [['-1', playerWords('automatic')], ...choices]
    return [
      row(playerWords('quality'), all, String(renditions.selectedIndex), (value) => {
        renditions.selectedIndex = Number(value)
      }),
    ]
  }

  #sound(): HTMLElement[] {
    const { sounds, likings } = this.#options
    if (sounds === undefined || sounds.length < 2) return []
    const all = [...sounds]
    const choices = all.map(({ label }, index): Choice => [String(index), label])
    const heard = all.findIndex(({ enabled }) => enabled)
    return [
      row(playerWords('sound'), choices, String(heard), (value) => {
        const chosen = all[Number(value)]
        for (const sound of all) sound.enabled = sound === chosen
        if (chosen !== undefined) likings.sound = chosen
      }),
    ]
  }

  #captions(): HTMLElement[] {
    const { video } = this.#options
    const tracks = captionsOf(video)
    if (tracks.length === 0) return []
    const choices = tracks.map(({ language, label }): Choice => [language, label])
    const all: Choice[] = [['', playerWords('off')], ...choices]
    const shown = shownCaptions(video) ?? ''
    return [
      row(playerWords('captions'), all, shown, (value) => showCaptions(video, value || null)),
      ...this.#look(),
    ]
  }

  #look(): HTMLElement[] {
    const { likings } = this.#options
    const look = { ...usualLook, ...likings.now.look }
    const set = (changed: Partial<CaptionLook>) => {
      likings.look = { ...likings.now.look, ...changed }
      this.#options.onLook(likings.now.look)
    }
    return [
      row(
        playerWords('captionSize'),
        sizes.map((size): Choice => [String(size), percent(size)]),
        String(look.size),
        (value) => set({ size: Number(value) }),
      ),
      row(
        playerWords('captionColour'),
        colours.map((colour): Choice => [colour, playerWords(`colour.${colour}`)]),
        look.colour,
        (colour) => set({ colour }),
      ),
      row(
        playerWords('captionBackground'),
        Object.entries(backgrounds).map(([value, name]): Choice => [value, playerWords(name)]),
        look.background,
        (background) => set({ background }),
      ),
    ]
  }

  #copy(): HTMLElement[] {
    const link = this.#options.link()
    if (link === null) return []
    const copy = button(playerWords('copyLink'), () => {
      const at = new URL(link, location.href)
      at.searchParams.set('t', String(Math.floor(this.#options.video.currentTime)))
      navigator.clipboard
        .writeText(at.href)
        .then(() => playerWords('copied'))
        .catch(() => at.href)
        .then((said) => {
          copy.textContent = said
        })
    })
    copy.setAttribute('aria-live', 'polite')
    return [copy]
  }
}

function row(
  label: string,
  choices: Choice[],
  value: string,
  choose: (value: string) => void,
): HTMLElement {
  const select = element('select')
  for (const [one, text] of choices) select.append(element('option', { value: one }, text))
  select.value = value
  select.addEventListener('change', () => choose(select.value))
  return element('label', {}, element('span', {}, label), select)
}
