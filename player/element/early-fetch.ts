/**
 * Requests sent before anybody asks for them, so that the first playlists and segments are on their
 * way while hls.js is still starting. Each answer is handed out once.
 */
export class EarlyFetch {
  readonly #fetch: typeof fetch
  readonly #answers = new Map<string, Promise<Response>>()

  constructor(fetchNow: typeof fetch) {
    this.#fetch = fetchNow
  }

  /** Sends a GET now. A failure is kept for whoever asks. */
  start(url: string, init?: RequestInit): void {
    const answer = this.#fetch(url, init)
    answer.catch(() => undefined)
    this.#answers.set(url, answer)
  }

  /** The early answer when there is one, else a request of its own. */
  readonly fetch: typeof fetch = (input, init) => {
    const early = typeof input === 'string' ? this.#answers.get(input) : undefined
    if (early === undefined || typeof input !== 'string') return this.#fetch(input, init)
    this.#answers.delete(input)
    return early
  }
}
