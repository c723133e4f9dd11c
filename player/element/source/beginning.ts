import type { ViewingReport } from '../../../contract/playback.ts'
import type { Api } from './api.ts'
import { Refused } from './problems.ts'
import type { Session } from './session.ts'

/** Where a playback stands with the API: whether its play has begun, may not, or is about to. */
export class Beginning {
  readonly #api: Pick<Api, 'begin' | 'report'>
  readonly #session: Session
  /** The token whose play has begun. */
  #begun: string | undefined
  /** The token whose play may not begin. */
  #refused: string | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(api: Pick<Api, 'begin' | 'report'>, session: Session) {
    this.#api = api
    this.#session = session
  }

  /** Rejects where play may not begin. */
  get settled(): Promise<unknown> {
    return this.#last
  }

  /**
   * Play begins, which takes one of the viewer's streams: once for each session. When that cannot be
   * said, the next batch says it. Rejects with `Refused` when play may not begin.
   *
   * @returns whether the API has only now taken note of it
   */
  begin(): Promise<boolean> {
    const beginning = this.#begin()
    this.#last = beginning
    return beginning
  }

  /** Tells how a session went. Of one that was refused its play the API knows nothing. */
  async report(token: string, viewing: ViewingReport): Promise<void> {
    if (token !== this.#refused) await this.#api.report(token, viewing)
  }

  async #begin(): Promise<boolean> {
    try {
      const { token } = await this.#session.get()
      if (this.#begun === token) return false
      await this.#session.withToken((token) => {
        this.#begun = token
        return this.#api.begin(token)
      })
      this.#refused = undefined
      return true
    } catch (error) {
      if (!(error instanceof Refused)) return false
      this.#refused = this.#begun
      throw error
    }
  }
}
