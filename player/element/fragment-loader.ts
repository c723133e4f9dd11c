import type {
  FragmentLoaderConstructor,
  FragmentLoaderContext,
  Loader,
  LoaderCallbacks,
  LoaderConfiguration,
} from 'hls.js'
import type { BatchUrls } from './batch-urls.ts'
import { BucketRefused, download } from './download.ts'
import { beginAttempt, finish, firstByte, newStats } from './load-stats.ts'
import type { Patience } from './patience.ts'
import { Refused, Unreachable } from './problems.ts'
import type { Problem } from './protocol.ts'
import { type SegmentAddress, segmentAddress } from './segment-address.ts'

export interface FragmentLoading {
  urls: Pick<BatchUrls, 'segment' | 'init' | 'forget'>
  patience: Patience
  fetch: typeof fetch
  now: () => number
  /**
   * The API refuses a segment: for good, or because the teaser ends where it starts. `startSeconds`
   * is undefined for an initialization segment.
   */
  onRefused: (problem: Problem, startSeconds: number | undefined) => void
  /** A segment or initialization segment has arrived. */
  onLoaded?: (address: SegmentAddress) => void
}

/** Silence on the line for this long is taken for a lost connection. */
const patienceMs = 10_000
/** A segment that the bucket refuses under this many fresh URLs is not there. */
const refusalsUntilMissing = 5

/**
 * hls.js's door to the bucket. It knows a segment by its fragment, never by the URL in the playlist,
 * and fetches it under a URL signed moments before. hls.js hears of success, abort and a segment
 * that is not there; everything that may pass is waited out here, while the buffer plays on.
 */
export function fragmentLoader(parts: FragmentLoading): FragmentLoaderConstructor {
  return class MatineeFragmentLoader implements Loader<FragmentLoaderContext> {
    context: FragmentLoaderContext | null = null
    readonly stats = newStats()
    readonly #abort = new AbortController()
    #callbacks: LoaderCallbacks<FragmentLoaderContext> | null = null

    load(
      context: FragmentLoaderContext,
      _config: LoaderConfiguration,
      callbacks: LoaderCallbacks<FragmentLoaderContext>,
    ): void {
      this.context = context
      this.#callbacks = callbacks
      this.stats.loading.start = parts.now()
      this.#run(context, segmentAddress(context.frag))
    }

    abort(): void {
      if (this.stats.loading.end > 0 || this.#abort.signal.aborted) return
      this.stats.aborted = true
      this.#abort.abort()
      if (this.context) this.#callbacks?.onAbort?.(this.stats, this.context, null)
    }

    destroy(): void {
      this.#callbacks = null
      if (this.stats.loading.end === 0) this.#abort.abort()
      this.context = null
    }

    async #run(context: FragmentLoaderContext, address: SegmentAddress): Promise<void> {
      const { signal } = this.#abort
      try {
        const data = await parts.patience.run(() => this.#attempt(address), signal, isMissing)
        finish(this.stats, parts.now(), data.byteLength)
        parts.onLoaded?.(address)
        this.#callbacks?.onSuccess({ url: context.url, data, code: 200 }, this.stats, context, null)
      } catch (error) {
        if (signal.aborted) return
        // A refused load stays open: hls.js has nothing to do about it, and aborts it on a seek.
        if (error instanceof Refused) {
          return parts.onRefused(
            error.problem,
            address.index === 'init' ? undefined : context.frag.start,
          )
        }
        const code = error instanceof BucketRefused ? error.status : 0
        this.#callbacks?.onError({ code, text: String(error) }, context, null, this.stats)
      }
    }

    /** One attempt, with a second one under a new URL when the first URL has gone bad. */
    async #attempt(address: SegmentAddress): Promise<ArrayBuffer> {
      const url = await urlOf(address)
      try {
        return await this.#download(url)
      } catch (error) {
        if (!isBadUrl(error)) throw error
        parts.urls.forget(url)
        this.stats.retry++
      }
      const renewed = await urlOf(address)
      try {
        return await this.#download(renewed)
      } catch (error) {
        if (isBadUrl(error)) parts.urls.forget(renewed)
        throw error
      }
    }

    #download(url: string): Promise<ArrayBuffer> {
      const { stats } = this
      this.#abort.signal.throwIfAborted()
      beginAttempt(stats, parts.now())
      return download(url, {
        fetch: parts.fetch,
        signal: this.#abort.signal,
        patienceMs,
        onFirstByte: () => firstByte(stats, parts.now()),
        onProgress: (loaded, total) => {
          stats.loaded = loaded
          stats.total = total
        },
      })
    }
  }

  function urlOf({ rendition, index }: SegmentAddress): Promise<string> {
    return index === 'init' ? parts.urls.init(rendition) : parts.urls.segment(rendition, index)
  }
}

/** 403 is how a bucket says "expired"; a blocked or broken request shows as no status at all. */
const isBadUrl = (error: unknown) =>
  error instanceof BucketRefused || (error instanceof Unreachable && error.status === 0)

const isMissing = (error: unknown, failures: number) =>
  error instanceof BucketRefused && failures >= refusalsUntilMissing
