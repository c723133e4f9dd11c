import { captionsOf } from './captions.ts'
import type { CaptionLook } from './preferences.ts'
import { wrappedLines } from './wrapped-lines.ts'

/** Pixels from the player's lower edge that its controls take. */
const controlsHeight = 92
const lineSpacing = 1.3
const smallest = 15
/** The share of the picture's height that a line of captions takes. */
const usualShare = 0.05

/**
 * How captions look and where they stand: as the viewer likes them, and above the controls while these
 * are there. Only what would lie under them moves.
 */
export class Captions {
  readonly sheet = new CSSStyleSheet()
  readonly #video: HTMLVideoElement
  /** Where cues that have been moved belong. */
  readonly #own = new WeakMap<VTTCue, Pick<VTTCue, 'line' | 'snapToLines'>>()
  readonly #heard = new WeakSet<TextTrack>()
  readonly #pen = document.createElement('canvas').getContext('2d')
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
    rule?.style.setProperty('line-height', String(lineSpacing))
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
      // A cue that moves leaves the list for a moment.
      for (const cue of [...(track.activeCues ?? [])])
        if (cue instanceof VTTCue) this.#placeCue(cue, track)
    }
  }

  /** How many lines a cue takes in this picture, as browsers set it: with breaks of its own where it is too long. */
  #linesOf(cue: VTTCue): number {
    const pen = this.#pen
    if (pen === null) return cue.text.split('\n').length
    pen.font = `${this.#pixels}px sans-serif`
    const text = cue.getCueAsHTML().textContent ?? ''
    const width = (this.#video.clientWidth * cue.size) / 100
    return wrappedLines(text, width, (piece) => pen.measureText(piece).width)
  }

  #placeCue(cue: VTTCue, track: TextTrack): void {
    const own = this.#own.get(cue) ?? { line: cue.line, snapToLines: cue.snapToLines }
    const lines = this.#linesOf(cue)
    const lineHeight = this.#pixels * lineSpacing
    const height = this.#video.clientHeight
    const isUnder = lowerEdge(own, cue, { lines, lineHeight, height }) > height - controlsHeight
    const above = Math.ceil(controlsHeight / lineHeight)
    const { line, snapToLines } =
      this.#isRaised && isUnder ? { line: -(above + lines), snapToLines: true } : own
    if (cue.line === line && cue.snapToLines === snapToLines) return
    this.#own.set(cue, own)
    // Chromium lays out a cue when it comes on screen, and keeps it there whatever its line is later.
    track.removeCue(cue)
    Object.assign(cue, { snapToLines, line })
    track.addCue(cue)
  }
}

/** Pixels from the upper edge of the picture to the lower one of a cue; 0 for one that stands upright. */
function lowerEdge(
  { line, snapToLines }: Pick<VTTCue, 'line' | 'snapToLines'>,
  { vertical, lineAlign }: Pick<VTTCue, 'vertical' | 'lineAlign'>,
  { lines, lineHeight, height }: { lines: number; lineHeight: number; height: number },
): number {
  if (vertical !== '') return 0
  if (line === 'auto') return height
  const tall = lines * lineHeight
  if (snapToLines) return Math.min(height, (line < 0 ? height : 0) + line * lineHeight + tall)
  // Chromium knows no `lineAlign`, and begins at the line.
  const below = lineAlign === 'end' ? 0 : lineAlign === 'center' ? 0.5 : 1
  return Math.min(height, (line / 100) * height + below * tall)
}
