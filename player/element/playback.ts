import type Hls from 'hls.js'
import { Api } from './api.ts'
import { BatchUrls } from './batch-urls.ts'
import { requestOf } from './download.ts'
import { EarlyFetch } from './early-fetch.ts'
import { type Engine, type EngineOptions, startHls } from './engine.ts'
import type { FragmentLoading } from './fragment-loader.ts'
import { type EngineKind, startNative } from './native.ts'
import { unavailable, unsupported } from './panels.ts'
import { Patience, type Trouble } from './patience.ts'
import { isAbort, Refused } from './problems.ts'
import { Progress } from './progress.ts'
import type { PlaybackSession, Problem } from './protocol.ts'
import type { Rendition } from './renditions.ts'
import { underToken } from './segment-address.ts'
import { Session } from './session.ts'
import type { ViewEvent } from './states.ts'
import { ViewingReports } from './viewing-reports.ts'
import { Waker } from './waker.ts'

export interface PlaybackOptions {
  video: HTMLVideoElement
  videoId: string
  deviceId: string
  fetch: typeof fetch
  /** A monotonic clock in milliseconds. */
  now: () => number
  engine: EngineKind
  loadHls: () => Promise<typeof Hls>
  renewSignIn: (() => Promise<boolean>) | undefined
  /** The page has played before, maybe so long ago that the viewer's access token has run out. */
  isAgain: boolean
  tell: (event: ViewEvent) => void
  onSession: (session: PlaybackSession) => void
  onRenditions: (renditions: Rendition[]) => void
}

/** Failures of the very first request after which the viewer is told, about eight seconds. */
const failuresUntilTold = 5
/** This close to where the teaser ends, it has ended. */
const lastFrameSeconds = 0.3

/** One viewing of one film: its session, its URLs and the engine that plays it. */
export class Playback {
  readonly #options: PlaybackOptions
  readonly #waker = new Waker()
  readonly #life = new AbortController()
  readonly #patience: Patience
  readonly #early: EarlyFetch
  readonly #api: Api
  readonly #session: Session
  readonly #urls: BatchUrls
  readonly #progress: Progress
  readonly #reports: ViewingReports
  #engine: Engine | undefined
  #master: string | undefined
  #isAgain: boolean
  #wantsPlay = false
  #wall: { problem: Problem; atSeconds: number } | undefined

  constructor(options: PlaybackOptions) {
    this.#options = options
    const { now } = options
    const wait = (milliseconds: number, signal?: AbortSignal) =>
      this.#waker.wait(milliseconds, signal)
    this.#early = new EarlyFetch(options.fetch)
    this.#api = new Api({
      fetch: this.#early.fetch,
      ...(options.renewSignIn && { renewSignIn: options.renewSignIn }),
    })
    this.#patience = new Patience({
      wait,
      random: Math.random,
      onTrouble: (trouble: Trouble | null) => options.tell({ type: 'trouble', trouble }),
    })
    this.#session = new Session({
      open: () => this.#open(),
      close: (token) => this.#api.close(token),
      now,
      onRenewed: (session) => this.#renewed(session),
    })
    this.#urls = new BatchUrls({
      now,
      wait,
      ask: (rendition, from, count) =>
        this.#session.withToken((token) => this.#api.urls(token, rendition, from, count)),
    })
    this.#progress = new Progress({
      save: (seconds) => this.#api.saveProgress(options.videoId, seconds),
    })
    this.#reports = new ViewingReports({
      video: options.video,
      now,
      send: (token, viewing) => this.#api.report(token, viewing),
    })
    this.#isAgain = options.isAgain
  }

  /** Opens the session and plays from `position`, or from where the viewer was last time. */
  async start(position?: number, session?: PlaybackSession): Promise<void> {
    const { tell, loadHls, engine } = this.#options
    if (engine === 'none') return tell({ type: 'stopped', panel: unsupported })
    tell({ type: 'open' })
    try {
      if (session !== undefined) this.#session.adopt(session)
      const [opened, HlsClass] = await Promise.all([
        this.#openPatiently(),
        engine === 'hls.js' ? loadHls() : undefined,
      ])
      this.#life.signal.throwIfAborted()
      if (HlsClass?.isSupported() === false) return tell({ type: 'stopped', panel: unsupported })
      this.#opened(opened)
      this.#begin(opened, HlsClass, position ?? opened.resumeSeconds)
    } catch (error) {
      this.#failed(error)
    }
  }

  /** Plays as soon as there is something to play. The browser may refuse without a click. */
  play(): void {
    this.#wantsPlay = true
    this.#reports.pressed()
    if (this.#engine !== undefined) this.#options.video.play().catch(() => undefined)
  }

  /** The viewer or the connection asks for another attempt now rather than later. */
  hurry(): void {
    this.#waker.wake()
  }

  select(index: number): void {
    this.#engine?.select(index)
  }

  /** Called on every sign of life of the video element. */
  moved(isPlaying: boolean): void {
    const { video } = this.#options
    if (isPlaying) this.#progress.playing(video.currentTime)
    const wall = this.#wall
    if (wall !== undefined && video.currentTime > wall.atSeconds - lastFrameSeconds) {
      this.#stop({ type: 'teaser-end', problem: wall.problem })
    }
  }

  /**
   * The video element has come to its end. Answers whether the film has: a preview that the browser
   * plays by itself ends as a film does, and then the viewer hears how to watch the rest.
   */
  ended(): boolean {
    this.save()
    const { engine, video } = this.#options
    const teaserSeconds = this.#session.current?.teaserSeconds ?? null
    if (engine !== 'native' || teaserSeconds === null) return true
    if (video.duration < teaserSeconds - lastFrameSeconds) return true
    void this.#offerRest()
    return false
  }

  async #offerRest(): Promise<void> {
    const { videoId } = this.#options
    try {
      const { allowed, because, offers } = await this.#patience.run(async () => {
        await this.#api.renew()
        return this.#api.access(videoId)
      }, this.#life.signal)
      const problem = { status: 402, code: 'PAYMENT_REQUIRED', reason: because, offers }
      if (!allowed) return this.#stop({ type: 'teaser-end', problem })
      // Paid for meanwhile: what is opened now is the whole film.
      this.#session.release()
      await this.#beginNativeAgain(true)
    } catch (error) {
      this.#failed(error)
    }
  }

  /** Ends another device's stream, so that this one may play. */
  async stopStream(id: string): Promise<void> {
    await this.#api.stopStream(id)
  }

  /** Remembers the position now. */
  save(): void {
    if (this.#engine !== undefined) this.#progress.save(this.#options.video.currentTime)
  }

  /** The page goes away, perhaps to come back: the lease is given back meanwhile. */
  rest(): void {
    this.save()
    this.#reports.send()
    this.#session.release()
    this.#urls.clear()
  }

  /**
   * The page is back. hls.js opens a session with its next request; the browser's own player knows
   * only the address of the old one.
   */
  comeBack(): void {
    const isAtRest = this.#engine !== undefined && this.#session.current === undefined
    if (isAtRest && this.#options.engine === 'native') void this.#beginNativeAgain()
  }

  destroy(): void {
    this.rest()
    this.#reports.close()
    this.#life.abort()
    this.#engine?.destroy()
    this.#engine = undefined
  }

  async #open(): Promise<PlaybackSession> {
    const askedAt = this.#options.now()
    const { videoId, deviceId } = this.#options
    if (this.#isAgain) await this.#api.renew()
    const session = await this.#api.open(videoId, deviceId)
    this.#isAgain = true
    for (const batch of session.first) this.#urls.add(batch.rendition, batch, askedAt)
    return session
  }

  async #openPatiently(): Promise<PlaybackSession> {
    const session = await this.#patience.run(
      () => this.#session.get(),
      this.#life.signal,
      (_error, failures) => failures >= failuresUntilTold,
    )
    if (this.#options.engine === 'hls.js') this.#fetchEarly(session)
    return session
  }

  #opened(session: PlaybackSession): void {
    this.#reports.use(session.token)
    this.#options.tell({ type: 'opened', notice: session.notice ?? null })
    this.#options.onSession(session)
  }

  /** Sends for everything that the first frame needs, while hls.js is still getting ready. */
  #fetchEarly(session: PlaybackSession): void {
    const master = new URL(session.hlsUrl, location.href).href
    this.#early.start(master, { credentials: 'omit' })
    for (const { rendition, initUrl, urls } of session.first) {
      this.#early.start(new URL(`${rendition}/index.m3u8`, master).href, { credentials: 'omit' })
      this.#early.start(initUrl, requestOf())
      if (urls[0] !== undefined) this.#early.start(urls[0], requestOf())
    }
  }

  #begin(session: PlaybackSession, HlsClass: typeof Hls | undefined, position: number): void {
    const { video } = this.#options
    const address = new URL(session.hlsUrl, location.href)
    // The browser's own player fetches far ahead, and takes a refusal there for a broken film.
    if (HlsClass === undefined && session.teaserSeconds !== null) {
      address.searchParams.set('end', 'preview')
    }
    const url = address.href
    // A new source resets the speed to this one.
    video.defaultPlaybackRate = video.playbackRate
    this.#engine =
      HlsClass === undefined
        ? startNative({ video, url, position, onFailed: () => this.#beginNativeAgain() })
        : startHls(HlsClass, this.#hlsOptions(session, url, position))
    if (this.#wantsPlay) this.play()
  }

  #hlsOptions(session: PlaybackSession, url: string, position: number): EngineOptions {
    const { video, onRenditions } = this.#options
    return {
      video,
      url,
      position,
      firstRendition: session.first[0]?.rendition,
      fragments: this.#fragments(),
      playlists: {
        read: (address, signal) => this.#readPlaylist(address, signal),
        patience: this.#patience,
        now: this.#options.now,
        onRefused: (problem) => this.#stop({ type: 'refused', problem }),
      },
      onRenditions,
      onBroken: (details) => this.#stop({ type: 'stopped', panel: unavailable('server') }, details),
    }
  }

  #fragments(): FragmentLoading {
    return {
      urls: this.#urls,
      patience: this.#patience,
      fetch: this.#early.fetch,
      now: this.#options.now,
      onRefused: (problem, startSeconds) => {
        const teaserSeconds = this.#session.current?.teaserSeconds ?? null
        if (teaserSeconds === null || problem.code !== 'PAYMENT_REQUIRED') {
          return this.#stop({ type: 'refused', problem })
        }
        // What may be watched is watched to its last frame.
        const atSeconds = Math.min(startSeconds ?? teaserSeconds, this.#wall?.atSeconds ?? Infinity)
        this.#wall = { problem, atSeconds }
        this.moved(false)
      },
    }
  }

  #readPlaylist(address: string, signal: AbortSignal): Promise<string> {
    return this.#session.withToken(async (token) => {
      const text = await this.#api.text(underToken(address, token), signal)
      if (address.endsWith('/main.m3u8')) this.#master = text
      return text
    })
  }

  /** A new session goes on under the old playlists, unless the film was encoded anew meanwhile. */
  async #renewed(session: PlaybackSession): Promise<void> {
    this.#opened(session)
    if (this.#master === undefined) return
    const url = new URL(session.hlsUrl, location.href).href
    const master = await this.#api.text(url, this.#life.signal).catch(() => this.#master)
    if (master !== this.#master) await this.#restart(session)
  }

  async #restart(session: PlaybackSession): Promise<void> {
    const { video, loadHls } = this.#options
    const position = video.currentTime
    this.#wantsPlay = !video.paused
    this.#engine?.destroy()
    this.#urls.clear()
    this.#begin(session, await loadHls(), position)
  }

  async #beginNativeAgain(plays = !this.#options.video.paused): Promise<void> {
    const { video } = this.#options
    const position = video.currentTime
    this.#wantsPlay = plays
    this.#engine?.destroy()
    this.#engine = undefined
    try {
      // The API says what the video element does not, or opens a session that can be played.
      const session = await this.#patience.run(async () => {
        await this.#session.withToken((token) => this.#api.text(`/play/${token}/main.m3u8`))
        return this.#session.get()
      }, this.#life.signal)
      this.#begin(session, undefined, position)
    } catch (error) {
      this.#failed(error)
    }
  }

  #failed(error: unknown): void {
    if (this.#life.signal.aborted || isAbort(error)) return
    if (error instanceof Refused) {
      this.#stop({ type: 'refused', problem: error.problem })
      return
    }
    const trouble = navigator.onLine ? 'server' : 'connection'
    this.#stop({ type: 'stopped', panel: unavailable(trouble) }, trouble)
  }

  #stop(event: ViewEvent, errorCode = codeOf(event)): void {
    this.save()
    if (errorCode !== undefined) this.#reports.failed(errorCode)
    this.#wall = undefined
    this.#engine?.stop()
    this.#options.video.pause()
    this.#options.tell(event)
  }
}

/** The end of a preview is none that nobody wanted. */
const codeOf = (event: ViewEvent): string | undefined =>
  event.type === 'refused' ? event.problem.code : undefined
