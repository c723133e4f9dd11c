import type Hls from 'hls.js'
import type { PlaybackSession } from '../../contract/playback.ts'
import { isAv1 } from './engine/codecs.ts'
import { type Engine, startHls } from './engine/engine.ts'
import { nativeUrl, startNative } from './engine/native.ts'
import { PreviewEnd, wasPreview } from './engine/preview-end.ts'
import { Restarts } from './engine/restarts.ts'
import { RunningEngine } from './engine/running-engine.ts'
import { unavailable, unsupported } from './panels/panels.ts'
import { endAt, hlsOptions, type PlaybackOptions } from './playback-options.ts'
import { restRefused } from './source/beyond-preview.ts'
import { isAbort, type Problem } from './source/problems.ts'
import { Source } from './source/source.ts'
import type { ViewEvent } from './states.ts'
import { openProgress } from './viewing/keep-progress.ts'
import type { Progress } from './viewing/progress.ts'
import { openReports, type ViewingReports } from './viewing/viewing-reports.ts'

/** One viewing of one film: what it is played from, the engine that plays it, and how it ends. */
export class Playback {
  readonly #options: PlaybackOptions
  readonly #life = new AbortController()
  readonly source: Source
  readonly engine: RunningEngine
  readonly #previewEnd = new PreviewEnd()
  readonly #progress: Progress
  readonly #reports: ViewingReports
  readonly #restarts = new Restarts(Math.random)
  /** The viewer was told of trouble, and nothing has played since. */
  #isRestarting = false
  #Hls: typeof Hls | undefined

  constructor(options: PlaybackOptions) {
    const { video, videoId, tell } = options
    this.#options = options
    this.source = new Source({
      ...options,
      signal: this.#life.signal,
      onTrouble: (trouble) => tell({ type: 'trouble', trouble }),
      onRenewed: (session) => this.#opened(session),
      onEncodedAnew: (session) => {
        tell({ type: 'waiting' })
        this.#begin(session, this.engine.leave())
      },
    })
    this.engine = new RunningEngine(video, options.onSilenced)
    this.#progress = openProgress(this.source, videoId)
    this.#reports = openReports(this.source, options)
  }

  /** Opens the session and plays from `position`, or from where the viewer was last time. */
  async start(position?: number, session?: PlaybackSession): Promise<void> {
    const { tell, loadHls, engine, thrifty, video } = this.#options
    if (engine === 'none') return tell({ type: 'stopped', panel: unsupported() })
    tell({ type: 'open' })
    try {
      const usesHls = engine === 'hls.js'
      const opened = await this.source.open(session, usesHls, position)
      // The film's beginning is on its way by now, and goes before the code.
      const HlsClass = usesHls ? await loadHls() : undefined
      this.#life.signal.throwIfAborted()
      if (HlsClass?.isSupported() === false) return tell({ type: 'stopped', panel: unsupported() })
      this.#Hls = HlsClass
      this.#opened(opened)
      this.#begin(opened, position ?? opened.resumeSeconds)
      // What is not fetched before the press cannot be waited for either.
      const isBeyond = (position ?? 0) >= (opened.teaserSeconds ?? Number.POSITIVE_INFINITY)
      if ((thrifty || isBeyond) && video.paused) tell({ type: 'ready' })
    } catch (error) {
      this.#failed(error)
    }
  }

  /** Plays as soon as there is something to play. The browser may refuse without a click. */
  play(): void {
    this.#reports.pressed()
    this.engine.play()
  }

  /** Another sound is heard. What is fetched before the press is of the film's own, so nothing else is waited for. */
  hear(index: number): void {
    const { video, tell } = this.#options
    this.engine.hear(index)
    if (video.paused && video.readyState === 0) tell({ type: 'ready' })
  }

  /** Play or pause is wanted, by default the other of the two. Answers which. */
  press(play?: boolean): boolean {
    const isAwaited = this.engine.wantsPlay && this.#options.video.paused
    const plays = this.engine.press(play)
    // An element without a film is paused without an event.
    if (isAwaited && !plays) this.#options.tell({ type: 'paused' })
    return plays
  }

  /** The picture is to move: from now on the viewing counts. */
  begin(): void {
    this.source.begin().then(
      (isNew) => isNew && this.#options.onBegun(),
      (error: unknown) => this.#failed(error),
    )
  }

  /** Called on every sign of life of the video element. */
  moved(isPlaying: boolean): void {
    const { currentTime } = this.#options.video
    if (isPlaying) this.#progress.playing(currentTime)
    if (isPlaying && this.#isRestarting) {
      this.#isRestarting = false
      this.#options.tell({ type: 'trouble', trouble: null })
    }
    const problem = this.#previewEnd.at(currentTime)
    if (problem !== undefined) this.#stop({ type: 'teaser-end', problem })
  }

  /** The video element is at its end. Answers whether the film is: after a preview the rest is offered. */
  ended(): boolean {
    this.save()
    const { engine, video } = this.#options
    if (engine !== 'native' || !wasPreview(video.duration, this.source.teaserSeconds)) return true
    this.#offerRest().catch((error: unknown) => this.#failed(error))
    return false
  }

  /** Remembers the position now, also where the video element has yet to get there. */
  save(): void {
    if (this.engine.exists) this.#progress.save(this.engine.position)
  }

  /** The page goes away, perhaps to come back: the lease is given back meanwhile. */
  rest(): void {
    this.save()
    this.#reports.send()
    this.source.release()
  }

  /** The page is back. hls.js opens a session by itself; the browser's own player knows only the old one's address. */
  comeBack(): void {
    const isAtRest = this.engine.exists && this.source.token === undefined
    if (isAtRest && this.#options.engine === 'native') void this.#beginAgain(this.engine.leave())
  }

  destroy(): void {
    this.rest()
    this.#reports.close()
    this.#life.abort()
    this.engine.destroy()
  }

  #opened(session: PlaybackSession): void {
    this.#reports.use(session.token)
    // An API that is about to be replaced does not say it.
    this.#progress.isKept = session.keepsPlace !== false
    this.#options.tell({ type: 'opened', notice: session.notice ?? null })
    this.#options.onSession(session)
  }

  #begin(session: PlaybackSession, position: number): void {
    const HlsClass = this.#Hls
    this.engine.begin(position, () =>
      HlsClass === undefined
        ? this.#startNative(session, position)
        : this.#startHls(HlsClass, session, position),
    )
  }

  #startHls(HlsClass: typeof Hls, session: PlaybackSession, position: number): Engine {
    const refused = (problem: Problem) => this.#stop({ type: 'refused', problem }, problem.code)
    return startHls(HlsClass, {
      ...hlsOptions(this.#options, session, position),
      playlists: this.source.playlists(refused),
      fragments: this.source.fragments((problem, startSeconds) => {
        if (this.#previewEnd.met(problem, startSeconds, this.source.teaserSeconds))
          this.moved(false)
        else refused(problem)
      }),
      onBroken: (details, isMedia) => {
        if (isMedia && isAv1(session.first[0]?.rendition)) this.#beginInH264()
        else this.#stop({ type: 'stopped', panel: unavailable('server') }, details)
      },
    })
  }

  /** A device may say that it decodes what it does not: it gets another chance. */
  #beginInH264(): void {
    this.#options.codecs.failed()
    this.source.release()
    void this.#beginAgain(this.engine.leave())
  }

  #startNative({ hlsUrl, teaserSeconds }: PlaybackSession, position: number): Engine {
    return startNative({
      video: this.#options.video,
      url: nativeUrl(hlsUrl, teaserSeconds),
      position,
      onFailed: () => void this.#restartNative(),
    })
  }

  /** It does not say why it gave up. When the API has nothing against it, it is the line or the bucket. */
  async #restartNative(): Promise<void> {
    const { tell } = this.#options
    const wait = this.#restarts.after(this.engine.position)
    if (wait === null)
      return this.#stop({ type: 'stopped', panel: unavailable('server') }, 'server')
    if (wait === 0) return this.#beginAgain(this.engine.leave())
    const position = this.engine.leave()
    this.#isRestarting = true
    tell({ type: 'waiting' })
    tell({ type: 'trouble', trouble: navigator.onLine ? 'server' : 'connection' })
    await this.source.wait(wait)
    if (!this.#life.signal.aborted) await this.#beginAgain(position)
  }

  /** The picture has gone; the viewer is told what for. */
  async #beginAgain(position: number): Promise<void> {
    this.#options.tell({ type: 'waiting' })
    try {
      this.#begin(await this.source.openAgain(), position)
    } catch (error) {
      this.#failed(error)
    }
  }

  /** The preview is over in the browser's own player, which was told of no more than that. */
  async #offerRest(): Promise<void> {
    const access = await this.source.access()
    if (!access.allowed) return this.#stop({ type: 'teaser-end', problem: restRefused(access) })
    // Paid for meanwhile: what is opened now is the whole film.
    this.source.release()
    await this.#beginAgain(this.engine.leave(true))
  }

  #failed(error: unknown): void {
    if (this.#life.signal.aborted || isAbort(error)) return
    const { event, code } = endAt(error)
    this.#stop(event, code)
  }

  #stop(event: ViewEvent, errorCode?: string): void {
    this.save()
    if (errorCode !== undefined) this.#reports.failed(errorCode)
    this.#previewEnd.clear()
    this.engine.stop()
    this.#options.tell(event)
  }
}
