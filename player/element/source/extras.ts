import type { PlaybackExtras } from '../../../contract/playback.ts'

export interface ExtrasOptions {
  read: (token: string) => Promise<PlaybackExtras>
  /** Captions or preview pictures are others than before. */
  onChanged: (extras: PlaybackExtras) => void
}

/** Captions and preview pictures of a film, which may change while it is watched. */
export class Extras {
  readonly #options: ExtrasOptions
  #known: string | undefined
  #asking = false

  constructor(options: ExtrasOptions) {
    this.#options = options
  }

  /** What came with a session. */
  use({ extras }: Pick<PlaybackExtras, 'extras'>): void {
    this.#known = extras
  }

  /** What a batch of URLs says; what cannot be fetched now is asked for at the next. */
  async seen(mark: string | undefined, token: string): Promise<void> {
    if (mark === undefined || mark === this.#known || this.#asking) return
    this.#asking = true
    const before = this.#known
    const found = await this.#options.read(token).catch(() => undefined)
    this.#asking = false
    // A new session has brought its own meanwhile.
    if (found === undefined || this.#known !== before) return
    this.#known = found.extras
    this.#options.onChanged(found)
  }
}
