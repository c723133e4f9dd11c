import { captionsOf } from './captions.ts'
import type { CaptionLook } from './preferences.ts'

/** Pixels from the player's lower edge that its controls take. */
const controlsHeight = 92
const lineHeight = 1.3
const smallest = 15
/** The share of the picture's height that a line of captions takes. */
const usualShare = 0.05

/**
 * How captions look and where they stand: as the viewer likes them, and above the controls while these
 * are there. Only what stands at the bottom by default moves; what has a place of its own keeps it.
 */
export class Captions {
  readonly sheet = new CSSStyleSheet()
  readonly #video: HTMLVideoElement
  /** Cues whose place is the player's to choose. */
  readonly #loose = new WeakSet<VTTCue>()
  readonly #heard = new WeakSet<TextTrack>()
  #look: CaptionLook
  #isRaised = false

  constructor(video: HTMLVideoElement, controls: HTMLElement, look: CaptionLook) {
    this.#video = video
    this.#look = look
    new ResizeObserver(() => this.#draw()).observe(video)
    video.textTracks.addEventListener('change', () => this.#place())
    video.textTracks.addEventListener('addtrack', () => this.#place())
    const looks = () => {
      const isHidden =
        controls.hasAttribute('userinactive') && !controls.hasAttribute('mediapaused')
      if (this.#isRaised !== isHidden) return
      this.#isRaised = !isHidden
      this.#place()
    }
    const attributeFilter = ['userinactive', 'mediapaused']
    new MutationObserver(looks).observe(controls, { attributes: true, attributeFilter })
    looks()
  }

  set look(look: CaptionLook) {
    this.#look = look
    this.#draw()
  }

  get #pixels(): number {
    return Math.max(smallest, this.#video.clientHeight * usualShare) * this.#look.size
  }

  #draw(): void {
    const { colour, background } = this.#look
    // What came out of storage may be no colour at all: the browser drops what it cannot read.
    this.sheet.replaceSync('video::cue {}')
    const [rule] = this.sheet.cssRules as unknown as CSSStyleRule[]
    rule?.style.setProperty('font-size', `${this.#pixels}px`)
    rule?.style.setProperty('line-height', String(lineHeight))
    rule?.style.setProperty('color', colour)
    rule?.style.setProperty('background-color', background)
    rule?.style.setProperty('text-shadow', '0 0 4px #000, 0 0 2px #000')
    this.#place()
  }

  #place(): void {
    for (const track of captionsOf(this.#video)) {
      if (track.mode !== 'showing') continue
      if (!this.#heard.has(track)) {
        this.#heard.add(track)
        track.addEventListener('cuechange', () => this.#place())
      }
      for (const cue of track.activeCues ?? []) if (cue instanceof VTTCue) this.#placeCue(cue)
    }
  }

  #placeCue(cue: VTTCue): void {
    if (cue.line === 'auto') this.#loose.add(cue)
    if (!this.#loose.has(cue)) return
    const lines = cue.text.split('\n').length
    const above = Math.ceil(controlsHeight / (this.#pixels * lineHeight))
    const line = this.#isRaised ? -(above + lines) : 'auto'
    if (cue.line !== line) cue.line = line
  }
}
