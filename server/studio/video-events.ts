import type { VideoNews } from './video-news.ts'

export interface EventTimes {
  /** Changes that come faster are told together. */
  gapMs: number
  /** Looked at so often even when nothing was heard: a notice may get lost. */
  lookMs: number
  /** Then the page asks anew, so that who may no longer look is refused. */
  lifeMs: number
}

const usualTimes: EventTimes = { gapMs: 500, lookMs: 5_000, lifeMs: 60_000 }

/**
 * The text of a stream of server-sent events (WHATWG HTML, 9.2): how a film stands now, and again
 * whenever that has changed.
 *
 * @param load answers what to tell; what throws ends the stream, and the page asks anew
 */
export async function* videoEvents(
  news: VideoNews,
  videoId: string,
  load: () => Promise<object>,
  signal: AbortSignal,
  { gapMs, lookMs, lifeMs }: EventTimes = usualTimes,
): AsyncGenerator<string> {
  const end = AbortSignal.any([signal, AbortSignal.timeout(lifeMs)])
  let wake = () => undefined as unknown
  let changed = false
  const unfollow = news.follow(videoId, () => {
    changed = true
    wake()
  })
  const wait = (ms: number, until: () => boolean) =>
    new Promise<void>((resolve) => {
      const stop = () => {
        clearTimeout(timer)
        end.removeEventListener('abort', stop)
        resolve()
      }
      const timer = setTimeout(stop, ms)
      end.addEventListener('abort', stop)
      wake = () => until() && stop()
      if (end.aborted || until()) stop()
    })
  try {
    yield 'retry: 1000\n\n'
    let told = ''
    while (!end.aborted) {
      changed = false
      const data = JSON.stringify(await load())
      // A comment keeps proxies from taking the line for dead.
      yield data === told ? ':\n\n' : `data: ${data}\n\n`
      told = data
      await wait(gapMs, () => false)
      await wait(lookMs, () => changed)
    }
  } finally {
    unfollow()
  }
}
