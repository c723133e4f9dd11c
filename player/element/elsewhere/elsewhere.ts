import type { VideoDetails } from '../../../contract/catalog.ts'
import type { FilmToken } from '../../../contract/embed.ts'
import { type CodeMessage, codeMessage } from '../../../contract/film-code.ts'
import type { Choice } from '../panels/offer-buttons.ts'
import { Waker } from '../source/waker.ts'

export interface ElsewhereOptions {
  /** The origin of Matinee's own pages and of its API. */
  api: string
  /** The film's id or slug. */
  videoId: string
  fetch: typeof fetch
  /** Opens a tab; null where the browser does not let it. */
  openTab: (url: string) => Window | null
  /** Where messages of other windows arrive, and the sign that this page is looked at again. */
  page: Pick<Window, 'addEventListener' | 'location'>
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined
  /** The viewer may watch now. */
  onAccess: () => void
  /** It is known who the viewer is, who may not watch yet: what is offered may be another. */
  onKnown: () => void
}

/** How often it is asked whether the payment in the other tab has come through. */
const askEveryMs = 4_000
/** Nobody takes longer to pay. */
const waitsMs = 45 * 60_000

/**
 * A player on a page that is not Matinee's own, or in a frame, where no cookie of Matinee's arrives. To
 * sign in and to pay it opens a tab. That tab posts a code, to the origin of this page alone; the API
 * exchanges it, for this origin alone, for a token that opens this film alone.
 */
export class Elsewhere {
  readonly #options: ElsewhereOptions
  readonly #life = new AbortController()
  readonly #waker = new Waker()
  #waiting: AbortController | undefined
  #token: string | null

  constructor(options: ElsewhereOptions) {
    this.#options = options
    this.#token = this.#kept()
  }

  get origin(): string {
    return this.#options.api
  }

  is(api: string | null, videoId: string): boolean {
    return api === this.#options.api && videoId === this.#options.videoId
  }

  /** There is no cookie to renew where none arrives; in a frame of the same site there may be one. */
  get renewSignIn(): (() => Promise<boolean>) | undefined {
    const isOwn = this.#options.api === this.#options.page.location.origin
    return isOwn && this.#token === null ? undefined : async () => false
  }

  /** Asks the API with the token, and without the cookies of a page that is not its own. */
  readonly fetch: typeof fetch = (input, init = {}) => {
    const { api, fetch, page } = this.#options
    const url = new URL(input instanceof Request ? input.url : input, api)
    if (url.origin !== api) return fetch(input, init)
    const headers = new Headers(init.headers)
    if (this.#token !== null && url.pathname.startsWith('/api/')) {
      headers.set('authorization', `Bearer ${this.#token}`)
    }
    const credentials = api === page.location.origin ? init.credentials : 'omit'
    return fetch(url.href, { ...init, headers, ...(credentials && { credentials }) })
  }

  /** Opens the tab in which the viewer signs in, and pays where something is `wanted`. */
  ask(wanted?: Choice): void {
    const { api, videoId, openTab, page } = this.#options
    const url = new URL(`/elsewhere/${encodeURIComponent(videoId)}`, api)
    url.searchParams.set('origin', page.location.origin)
    if (wanted !== undefined) url.searchParams.set('kind', wanted.offer.kind)
    if (wanted?.priceId) url.searchParams.set('priceId', wanted.priceId)
    if (wanted?.currency) url.searchParams.set('currency', wanted.currency)
    if (wanted?.offer.kind === 'plan' && wanted.offer.change) url.searchParams.set('change', '1')
    const tab = openTab(url.href)
    this.#waiting?.abort()
    const waiting = new AbortController()
    this.#waiting = waiting
    const signal = AbortSignal.any([waiting.signal, this.#life.signal])
    page.addEventListener(
      'message',
      ({ origin, source, data }) => {
        if (origin !== api || source !== tab || !isCode(data)) return
        void this.#exchange(data.code)
          .then(() => this.#look(waiting, this.#options.onKnown))
          .catch(() => undefined)
      },
      { signal },
    )
    page.addEventListener('focus', () => void this.#look(waiting), { signal })
    void this.#keepLooking(waiting, signal)
  }

  destroy(): void {
    this.#life.abort()
  }

  async #exchange(code: string): Promise<void> {
    const answer = await this.fetch('/api/embed/tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    if (!answer.ok) return
    const { token } = (await answer.json()) as FilmToken
    this.#token = token
    try {
      this.#options.storage?.setItem(this.#key, token)
    } catch {
      // Then it lasts as long as the page.
    }
  }

  async #keepLooking(waiting: AbortController, signal: AbortSignal): Promise<void> {
    for (let waited = 0; waited < waitsMs && !signal.aborted; waited += askEveryMs) {
      await this.#waker.wait(askEveryMs, signal).catch(() => undefined)
      if (!signal.aborted) await this.#look(waiting)
    }
  }

  /** Goes on as soon as the film may be watched. */
  async #look(waiting: AbortController, otherwise?: () => void): Promise<void> {
    // Before anyone has signed in, the answer is known.
    if (this.#token === null && this.#options.api !== this.#options.page.location.origin) return
    const path = `/api/videos/${encodeURIComponent(this.#options.videoId)}`
    const answer = await this.fetch(path).catch(() => undefined)
    if (!answer?.ok || waiting.signal.aborted) return
    const { access } = (await answer.json()) as VideoDetails
    if (waiting.signal.aborted) return
    if (!access.allowed) return otherwise?.()
    waiting.abort()
    this.#options.onAccess()
  }

  get #key(): string {
    return `matinee-film ${this.#options.api} ${this.#options.videoId}`
  }

  #kept(): string | null {
    try {
      return this.#options.storage?.getItem(this.#key) ?? null
    } catch {
      return null
    }
  }
}

const isCode = (data: unknown): data is CodeMessage =>
  typeof data === 'object' &&
  data !== null &&
  (data as Partial<CodeMessage>).type === codeMessage &&
  typeof (data as Partial<CodeMessage>).code === 'string'

/** What `api` names: an address of Matinee, or nothing for the page's own origin. Null: it names none. */
export function apiOrigin(value: string | null, page: string): string | null {
  if (value === null) return null
  return URL.canParse(value, page) ? new URL(value, page).origin : new URL(page).origin
}
