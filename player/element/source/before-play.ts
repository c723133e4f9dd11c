import type { PlaybackSession } from '../../../contract/playback.ts'
import { beforeEnd } from '../engine/film-end.ts'

/** Where a segment lies in the film, in seconds. */
export interface Span {
  start: number
  end: number
}

/** With less of the sound than this no browser has anything to begin with. */
const leastSeconds = 0.1

/** What of a film may be fetched before play is pressed: the segments that it begins with. */
export class BeforePlay {
  /** Nothing at all, where bytes count. */
  readonly #thrifty: boolean
  #first: PlaybackSession['first'] = []
  #position = 0
  #press: (() => void) | undefined
  readonly pressed = new Promise<void>((resolve) => {
    this.#press = resolve
  })

  constructor(thrifty: boolean) {
    this.#thrifty = thrifty
  }

  /** @param position the second at which play begins */
  opened({ first }: Pick<PlaybackSession, 'first'>, position: number): void {
    this.#first = first
    this.#position = position
  }

  press(): void {
    this.#press?.()
    this.#press = undefined
  }

  init<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTime(!this.#thrifty, work)
  }

  segment<T>(
    { rendition, index, span }: { rendition: string; index: number; span: Span },
    work: () => Promise<T>,
  ): Promise<T> {
    const at = this.#first.findIndex((batch) => batch.rendition === rendition)
    const number = index - (this.#first[at]?.from ?? Number.NaN)
    // Play does not begin with the last pictures before the next segment.
    if (at === 0 && number === 0) this.#position = beforeEnd(this.#position, span.end)
    // Sound's segments end a little before or after the picture's: of the first there may be next to nothing left.
    const isNeeded = number === 1 && at > 0 && span.start < this.#position + leastSeconds
    return this.#inTime(!this.#thrifty && (number === 0 || isNeeded), work)
  }

  /**
   * At once when play was pressed, or may be done before that. Not a moment later than asked where
   * nothing is waited for: what is asked in one breath is one request.
   */
  #inTime<T>(early: boolean, work: () => Promise<T>): Promise<T> {
    return early || this.#press === undefined ? work() : this.pressed.then(work)
  }
}
