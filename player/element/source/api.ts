import type { Access } from '../../../contract/access.ts'
import type { SessionAnswer } from '../../../contract/accounts.ts'
import type {
  PlaybackExtras,
  PlaybackSession,
  StartBody,
  UrlBatch,
  ViewingReport,
} from '../../../contract/playback.ts'
import { errorOf, Refused, Unreachable } from './problems.ts'

export interface ApiOptions {
  fetch: typeof fetch
  /**
   * Renews an access token that has run out; false means that the viewer must sign in. A page that
   * renews tokens itself gives its own way, so that the two do not exchange the same one.
   */
  renewSignIn?: () => Promise<boolean>
  /** Milliseconds without an answer after which a request counts as lost. */
  timeoutMs?: number
}

/**
 * The routes that the player uses. Every call rejects with `Refused` when the API says no, and with
 * `Unreachable` when asking again may help.
 */
export class Api {
  readonly #fetch: typeof fetch
  readonly #timeoutMs: number
  readonly #renewSignIn: () => Promise<boolean>
  #renewing: Promise<boolean> | undefined

  constructor({ fetch, renewSignIn, timeoutMs = 10_000 }: ApiOptions) {
    this.#fetch = fetch
    this.#renewSignIn = renewSignIn ?? (() => this.#refresh())
    this.#timeoutMs = timeoutMs
  }

  /**
   * Makes sure that whoever is signed in is known as such. Without an access token the API takes a
   * viewer for a stranger, who may well watch something: the beginning.
   */
  async renew(): Promise<void> {
    await this.#renew()
  }

  /** Opens a playback session. It takes one of the viewer's streams when play begins. */
  async open(videoId: string, body: StartBody): Promise<PlaybackSession> {
    const url = `/api/videos/${encodeURIComponent(videoId)}/playback`
    const response = await this.#signedIn(url, { method: 'POST', ...json(body) })
    return response.json() as Promise<PlaybackSession>
  }

  /** Whether the viewer may watch the film now, and if not, why and what would help. */
  async access(videoId: string): Promise<Access> {
    const response = await this.#request(`/api/videos/${encodeURIComponent(videoId)}`, {})
    return ((await response.json()) as { access: Access }).access
  }

  /** Pre-signed URLs of `count` segments; it also keeps the lease. */
  async urls(token: string, rendition: string, from: number, count: number): Promise<UrlBatch> {
    const path = `/play/${token}/${encodeURIComponent(rendition)}/urls?from=${from}&count=${count}`
    const response = await this.#request(path, { credentials: 'omit' })
    return response.json() as Promise<UrlBatch>
  }

  /** Captions and preview pictures as they are now. */
  async extras(token: string): Promise<PlaybackExtras> {
    const response = await this.#request(`/play/${token}/extras`, { credentials: 'omit' })
    return response.json() as Promise<PlaybackExtras>
  }

  /** A playlist's text. */
  async text(url: string, signal?: AbortSignal): Promise<string> {
    const response = await this.#request(url, { credentials: 'omit' }, signal)
    return response.text()
  }

  /** Remembers where the viewer is. Sent so that it outlives the page. */
  async saveProgress(videoId: string, positionSeconds: number): Promise<void> {
    await this.#signedIn(`/api/videos/${encodeURIComponent(videoId)}/progress`, {
      method: 'PUT',
      keepalive: true,
      ...json({ positionSeconds }),
    })
  }

  /** The same while the film plays, as the viewer of the session. */
  async keepProgress(token: string, positionSeconds: number): Promise<void> {
    await this.#request(`/play/${token}/progress`, {
      method: 'PUT',
      credentials: 'omit',
      ...json({ positionSeconds }),
    })
  }

  /** Play begins: takes one of the viewer's streams. */
  async begin(token: string): Promise<void> {
    await this.#request(`/play/${token}/begin`, { method: 'POST', credentials: 'omit' })
  }

  /** Gives the lease back at once. Sent so that it outlives the page. */
  async close(token: string): Promise<void> {
    await this.#request(`/play/${token}`, {
      method: 'DELETE',
      keepalive: true,
      credentials: 'omit',
    })
  }

  /** Tells how it went so far; the last report of a playback counts. Sent so that it outlives the page. */
  async report(token: string, viewing: ViewingReport): Promise<void> {
    await this.#request(`/play/${token}/beacon`, {
      method: 'POST',
      keepalive: true,
      credentials: 'omit',
      ...json(viewing),
    })
  }

  /** Ends one of the viewer's own streams, on whatever device it plays. */
  async stopStream(id: string): Promise<void> {
    await this.#signedIn(`/api/me/streams/${encodeURIComponent(id)}`, { method: 'DELETE' })
  }

  /** As the viewer who is signed in, renewing an access token that has run out. */
  async #signedIn(url: string, init: RequestInit): Promise<Response> {
    try {
      return await this.#request(url, init)
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.status !== 401) throw error
      if (!(await this.#renew())) throw error
      return this.#request(url, init)
    }
  }

  #renew(): Promise<boolean> {
    this.#renewing ??= this.#renewSignIn().finally(() => {
      this.#renewing = undefined
    })
    return this.#renewing
  }

  /** Nothing is renewed for a stranger, whom the API would only refuse. */
  async #refresh(): Promise<boolean> {
    try {
      const answer = await this.#request('/api/session', {})
      const { me, renewable } = (await answer.json()) as SessionAnswer
      if (me !== null || !renewable) return me !== null
      await this.#request('/api/auth/refresh', { method: 'POST' })
      return true
    } catch (error) {
      if (error instanceof Refused) return false
      throw error
    }
  }

  async #request(url: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
    const timeout = AbortSignal.timeout(this.#timeoutMs)
    const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout])
    let response: Response
    try {
      response = await this.#fetch(url, { ...init, signal: either })
    } catch (error) {
      signal?.throwIfAborted()
      throw new Unreachable(timeout.aborted ? 408 : 0, undefined, error)
    }
    if (!response.ok) throw await errorOf(response)
    return response
  }
}

const json = (body: unknown): RequestInit => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
