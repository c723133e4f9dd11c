import type { PlaybackSession } from '../../../contract/playback.ts'
import { requestOf } from './download.ts'

interface Sent {
  answer: Promise<Response>
  life: AbortController
}

/**
 * Requests sent before anybody asks for them, so that the first playlists and segments are on their
 * way while hls.js is still starting. Each answer is handed out once.
 */
export class EarlyFetch {
  readonly #fetch: typeof fetch
  readonly #now: () => number
  readonly #sent = new Map<string, Sent>()
  readonly #sentAt = new Map<string, number>()

  /** @param now a monotonic clock in milliseconds */
  constructor(fetchNow: typeof fetch, now: () => number = () => performance.now()) {
    this.#fetch = fetchNow
    this.#now = now
  }

  /** When what was handed out last was sent for; undefined where that was a request of its own. */
  sentAt(url: string): number | undefined {
    return this.#sentAt.get(url)
  }

  /**
   * Sends for everything that the first frame needs.
   *
   * @param page what `hlsUrl` is relative to
   * @param thrifty the playlists alone
   */
  startFirst(
    { hlsUrl, first }: Pick<PlaybackSession, 'hlsUrl' | 'first'>,
    page: string,
    thrifty: boolean,
  ): void {
    const master = new URL(hlsUrl, page).href
    this.start(master, { credentials: 'omit' })
    for (const { rendition, initUrl, urls } of first) {
      this.start(new URL(`${rendition}/index.m3u8`, master).href, { credentials: 'omit' })
      if (thrifty) continue
      this.start(initUrl, requestOf())
      if (urls[0] !== undefined) this.start(urls[0], requestOf())
    }
  }

  /** Sends a GET now. A failure is kept for whoever asks. */
  start(url: string, init?: RequestInit): void {
    const life = new AbortController()
    const answer = this.#fetch(url, { ...init, signal: life.signal })
    answer.catch(() => undefined)
    this.#sent.set(url, { answer, life })
    this.#sentAt.set(url, this.#now())
  }

  /** The early answer when there is one, else a request of its own; either ends with the caller's signal. */
  readonly fetch: typeof fetch = (input, init) => {
    const early = typeof input === 'string' ? this.#sent.get(input) : undefined
    if (early === undefined || typeof input !== 'string') {
      this.#sentAt.delete(String(input))
      return this.#fetch(input, init)
    }
    this.#sent.delete(input)
    const signal = init?.signal
    const abort = () => early.life.abort(signal?.reason)
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort, { once: true })
    return early.answer
  }
}
