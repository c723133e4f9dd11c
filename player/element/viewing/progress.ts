import { Refused } from '../source/problems.ts'

export interface ProgressOptions {
  /** While the film plays. */
  keep: (positionSeconds: number) => Promise<void>
  /** As it stops, maybe with the page. */
  save: (positionSeconds: number) => Promise<void>
}

/** A page that is killed tells nothing more: of what was watched no more than ten seconds get lost. */
const stepSeconds = 8

/** Tells the API where the viewer is, so that any device can go on from there. */
export class Progress {
  readonly #options: ProgressOptions
  /** Where the picture began to move, then what was saved last. */
  #from: number | undefined
  #saved: number | undefined
  /** A stranger has nowhere to keep a position. */
  isKept = true

  constructor(options: ProgressOptions) {
    this.#options = options
  }

  /** The picture moves: saved every few seconds of film, at double speed twice as often. */
  playing(positionSeconds: number): void {
    this.#from ??= positionSeconds
    if (Math.abs(positionSeconds - this.#from) < stepSeconds) return
    this.#send(positionSeconds, this.#options.keep)
  }

  /**
   * Saved now, unless it is already: on pause, after a seek, when the page goes away. Before the
   * picture has moved there is nothing to save: the video element still stands at its beginning.
   */
  save(positionSeconds: number): void {
    this.#send(positionSeconds, this.#options.save)
  }

  #send(positionSeconds: number, how: ProgressOptions['save']): void {
    const rounded = Math.round(positionSeconds * 10) / 10
    if (this.#from === undefined || !this.isKept || rounded === this.#saved) return
    this.#saved = rounded
    this.#from = rounded
    how(rounded).catch((error: unknown) => {
      this.#saved = undefined
      // Signed out meanwhile.
      if (error instanceof Refused && error.problem.status === 401) this.isKept = false
    })
  }
}
