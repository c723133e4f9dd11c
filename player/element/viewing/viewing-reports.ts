import type { ViewingReport } from '../../../contract/playback.ts'
import type { Source } from '../source/source.ts'
import { arrivedFrom } from './arrival.ts'
import { ViewingLog } from './viewing-log.ts'

export interface ViewingReportsOptions {
  video: HTMLVideoElement
  /** A monotonic clock in milliseconds. */
  now: () => number
  /** Host of the page that led here. */
  source: string | null
  send: (token: string, viewing: ViewingReport) => Promise<void>
}

/**
 * Tells the operator what each playback session was like. Sent when the page is hidden or goes away,
 * which is the last that can be told of it, at the end, and when another session takes over. What is
 * lost is not sent again: it is of no use to the viewer.
 */
export class ViewingReports {
  readonly #options: ViewingReportsOptions
  readonly #log: ViewingLog
  readonly #life = new AbortController()
  #token: string | undefined
  #sent = ''

  constructor(options: ViewingReportsOptions) {
    this.#options = options
    this.#log = new ViewingLog(options.now)
    this.#listen(options.video)
  }

  /** The viewer wants to see something, though nothing is there yet. */
  pressed(): void {
    this.#log.pressed()
  }

  /** From now on this session plays. */
  use(token: string): void {
    if (token === this.#token) return
    if (this.#token !== undefined) {
      this.send()
      this.#log.goOn()
    }
    this.#token = token
    this.#sent = ''
  }

  /** Play has come to an end that nobody wanted. */
  failed(errorCode: string): void {
    this.#log.failed(errorCode)
    this.send()
  }

  /** Reports what is new. */
  send(): void {
    const { viewing } = this.#log
    const text = JSON.stringify(viewing)
    if (viewing === null || this.#token === undefined || text === this.#sent) return
    this.#sent = text
    this.#options
      .send(this.#token, { ...viewing, source: this.#options.source })
      .catch(() => undefined)
  }

  close(): void {
    this.send()
    this.#life.abort()
  }

  #listen(video: HTMLVideoElement): void {
    const { signal } = this.#life
    const on = (type: string, listener: () => void) =>
      video.addEventListener(type, listener, { signal })
    const log = this.#log
    on('play', () => log.pressed())
    on('playing', () => log.playing())
    on('waiting', () => {
      if (!video.seeking && !video.paused) log.stalled()
    })
    on('timeupdate', () => {
      if (!video.seeking && !video.paused) log.moved(video.currentTime)
    })
    for (const type of ['pause', 'seeking', 'ended']) on(type, () => log.rested())
    on('ended', () => this.send())
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.hidden) this.send()
      },
      { signal },
    )
  }
}

/** What the viewings of this page's visit are like, told to the API. */
export const openReports = (
  source: Pick<Source, 'report'>,
  { video, now }: Pick<ViewingReportsOptions, 'video' | 'now'>,
): ViewingReports =>
  new ViewingReports({
    ...{ video, now },
    source: arrivedFrom(document.referrer, location.host, () => sessionStorage),
    send: (token, viewing) => source.report(token, viewing),
  })
