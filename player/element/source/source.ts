import type { Access } from '../../../contract/access.ts'
import type { PlaybackExtras, PlaybackSession, ViewingReport } from '../../../contract/playback.ts'
import type { DeviceCodecs } from '../engine/codecs.ts'
import { Api } from './api.ts'
import { atOrigin, whole } from './at-origin.ts'
import { BatchUrls } from './batch-urls.ts'
import { BeforePlay } from './before-play.ts'
import { Beginning } from './beginning.ts'
import { BeyondPreview } from './beyond-preview.ts'
import { EarlyFetch } from './early-fetch.ts'
import { Extras } from './extras.ts'
import type { FragmentLoading } from './fragment-loader.ts'
import { type Gates, gatedUrls } from './gated-urls.ts'
import type { PlaylistLoading } from './playlist-loader.ts'
import { Playlists } from './playlists.ts'
import { Retries, type Trouble } from './retries.ts'
import { Session } from './session.ts'
import { Waker } from './waker.ts'

export interface SourceOptions {
  videoId: string
  deviceId: string
  codecs: DeviceCodecs
  /** What the line carries, in bits per second, as far as the page knows. */
  bandwidth: () => number | undefined
  fetch: typeof fetch
  /** A monotonic clock in milliseconds. */
  now: () => number
  renewSignIn: (() => Promise<boolean>) | undefined
  /** Nothing of the film is fetched before play is pressed. */
  thrifty: boolean
  /** The origin of the API; undefined: the page's own. */
  api?: string | undefined
  /** The page has played before, maybe so long ago that the viewer's access token has run out. */
  isAgain: boolean
  /** Nobody wants anything any more. */
  signal: AbortSignal
  onTrouble: (trouble: Trouble | null) => void
  /** Another session has taken the place of one that had ended. */
  onRenewed: (session: PlaybackSession) => void
  /** Captions or preview pictures are others than those of the session. */
  onExtras: (extras: PlaybackExtras) => void
  /** The film was encoded anew since its playlists were read: it has to be begun again. */
  onEncodedAnew: (session: PlaybackSession) => void
}

/** Failures of the very first request after which the viewer is told, about eight seconds. */
const failuresUntilTold = 5

/** What a film is played from: the viewer's session with the API, and the playlists and URLs under it. */
export class Source {
  readonly api: Api
  readonly #options: SourceOptions
  readonly #waker = new Waker()
  readonly #retries: Retries
  readonly #early: EarlyFetch
  readonly #session: Session
  readonly #playlists: Playlists
  readonly #urls: BatchUrls
  readonly #extras: Extras
  #isAgain: boolean
  /** Where the first session is to begin; a later one goes on. */
  #startSeconds: number | undefined
  /** What the line carried before anything of the film was on it. */
  #bandwidth: number | undefined
  readonly #beginning: Beginning
  readonly #gates: Gates

  constructor(options: SourceOptions) {
    const { now, renewSignIn, onTrouble, signal } = options
    this.#options = options
    this.#isAgain = options.isAgain
    this.#gates = {
      before: new BeforePlay(options.thrifty),
      beyond: new BeyondPreview(() => this.access()),
      teaserSeconds: () => this.teaserSeconds,
    }
    const wait = (milliseconds: number, until?: AbortSignal) =>
      this.#waker.wait(milliseconds, until)
    this.#retries = new Retries({ wait, random: Math.random, onTrouble })
    this.#early = new EarlyFetch(options.fetch, now)
    const api = new Api({ fetch: this.#early.fetch, ...(renewSignIn && { renewSignIn }) })
    const session = new Session({
      open: () => this.#ask(),
      close: (token) => api.close(token),
      ...{ now, signal },
      onRenewed: (renewed) => this.#renewed(renewed),
    })
    this.#playlists = new Playlists({ session, text: (url, signal) => api.text(url, signal) })
    this.#urls = new BatchUrls({
      now,
      wait,
      endOf: (rendition) =>
        this.#playlists.endOf(rendition, (segment) =>
          this.#gates.beyond.has(segment, this.teaserSeconds),
        ),
      // Until play begins, what came with the session is all there is.
      ask: async (rendition, from, count) => {
        await this.#gates.before.pressed
        // Where play may not begin, nothing more is to be had.
        await this.#beginning.settled
        return session.withToken(async (token) => {
          const batch = await api.urls(token, rendition, from, count)
          void this.#extras.seen(batch.extras, token)
          return batch
        })
      },
    })
    this.#extras = new Extras({
      read: async (token) => atOrigin(await api.extras(token), options.api),
      onChanged: (extras) => {
        if (!signal.aborted) options.onExtras(extras)
      },
    })
    this.#beginning = new Beginning(api, session)
    this.api = api
    this.#session = session
  }

  /** How much of the film is a preview for this viewer; null when all of it may be watched. */
  get teaserSeconds(): number | null {
    return this.#session.current?.teaserSeconds ?? null
  }

  /** Of the session that plays; undefined: none does. */
  get token(): string | undefined {
    return this.#session.current?.token
  }

  /**
   * The session: the one that the page has `given`, else one that is opened now. For hls.js all that
   * the first frame needs is sent for at once, `early`, while it is still getting ready.
   */
  async open(
    given: PlaybackSession | undefined,
    early: boolean,
    startSeconds?: number,
  ): Promise<PlaybackSession> {
    this.#startSeconds = startSeconds
    this.#bandwidth = this.#options.bandwidth()
    if (given !== undefined) {
      this.#session.adopt(given)
      this.#extras.use(given)
    }
    const session = await this.#retries.run(
      () => this.#session.get(),
      this.#options.signal,
      (_error, failures) => failures >= failuresUntilTold,
    )
    this.#gates.before.opened(session, startSeconds ?? session.resumeSeconds)
    if (early) this.#early.startFirst(session, location.href, this.#options.thrifty)
    return session
  }

  /**
   * For a browser that plays by itself and does not say why it stopped: the API says it, or opens a
   * session that can be played.
   */
  openAgain(): Promise<PlaybackSession> {
    return this.#retries.run(async () => {
      await this.#session.withToken((token) => this.api.text(`/play/${token}/main.m3u8`))
      return this.#session.get()
    }, this.#options.signal)
  }

  /** Whether the viewer may watch the film by now. */
  access(): Promise<Access> {
    return this.#retries.run(async () => {
      await this.api.renew()
      return this.api.access(this.#options.videoId)
    }, this.#options.signal)
  }

  /** How hls.js loads segments. */
  fragments(onRefused: FragmentLoading['onRefused']): FragmentLoading {
    const { fetch } = this.#early
    const early = {
      sentAt: (url: string) => this.#early.sentAt(url),
      bandwidth: () => this.#bandwidth,
    }
    const urls = gatedUrls(this.#urls, this.#gates)
    return { urls, retries: this.#retries, fetch, early, now: this.#options.now, onRefused }
  }

  /** How hls.js loads playlists. */
  playlists(onRefused: PlaylistLoading['onRefused']): PlaylistLoading {
    return {
      read: (url, signal) => this.#playlists.read(url, signal),
      retries: this.#retries,
      now: this.#options.now,
      onRefused,
    }
  }

  /** Resolves after so many milliseconds, at the next `hurry`, or when nobody wants anything any more. */
  async wait(milliseconds: number): Promise<void> {
    await this.#waker.wait(milliseconds, this.#options.signal).catch(() => undefined)
  }

  /** The viewer or the connection asks for another attempt now rather than later. */
  hurry(): void {
    this.#retries.hurry()
    this.#waker.wake()
  }

  /** See Beginning. */
  begin(): Promise<boolean> {
    this.#gates.before.press()
    return this.#beginning.begin()
  }

  /** See Beginning. */
  report(token: string, viewing: ViewingReport): Promise<void> {
    return this.#beginning.report(token, viewing)
  }

  /** Gives the lease back. Whatever is asked for next opens a session again. */
  release(): void {
    this.#session.release()
    this.#urls.clear()
  }

  async #ask(): Promise<PlaybackSession> {
    const { videoId, deviceId, codecs, now, api } = this.#options
    const askedAt = now()
    if (this.#isAgain) await this.api.renew()
    const bandwidth = this.#options.bandwidth()
    const startSeconds = this.#startSeconds
    const opened = await this.api.open(videoId, {
      ...{ deviceId, codecs: [...(await codecs.list())] },
      ...(bandwidth !== undefined && { bandwidth }),
      ...(startSeconds !== undefined && { startSeconds }),
    })
    this.#startSeconds = undefined
    const session = { ...atOrigin(opened, api), hlsUrl: whole(opened.hlsUrl, api) }
    this.#extras.use(session)
    this.#isAgain = true
    for (const batch of session.first) this.#urls.add(batch.rendition, batch, askedAt)
    return session
  }

  /** A new session goes on under the old playlists, unless the film was encoded anew meanwhile. */
  async #renewed(session: PlaybackSession): Promise<void> {
    const { signal, onRenewed, onEncodedAnew } = this.#options
    onRenewed(session)
    if (!(await this.#playlists.areOld(session.hlsUrl, signal))) return
    this.#urls.clear()
    onEncodedAnew(session)
  }
}
