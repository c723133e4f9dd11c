import type { FragmentLoaderConstructor, FragmentLoaderContext } from 'hls.js'
import type { BatchUrls } from './batch-urls.ts'
import type { Span } from './before-play.ts'
import { BucketRefused, download } from './download.ts'
import { beginAttempt, cameEarly, firstByte } from './load-stats.ts'
import { isWholeMedia } from './media-boxes.ts'
import { type Problem, Unreachable } from './problems.ts'
import type { Retries } from './retries.ts'
import { RetryingLoader } from './retrying-loader.ts'
import { segmentAddress } from './segment-address.ts'

export interface FragmentLoading {
  urls: Pick<BatchUrls, 'init' | 'forget' | 'renewalHelped'> & {
    segment: (rendition: string, index: number, span: Span) => Promise<string>
  }
  retries: Retries
  fetch: typeof fetch
  /** What was sent for before hls.js asked, and what the line was then seen to carry, in bits per second. */
  early?: { sentAt: (url: string) => number | undefined; bandwidth: () => number | undefined }
  now: () => number
  /**
   * The API refuses a segment: for good, or because the teaser ends where it starts. `startSeconds`
   * is undefined for an initialization segment.
   */
  onRefused: (problem: Problem, startSeconds: number | undefined) => void
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
export function fragmentLoader(deps: FragmentLoading): FragmentLoaderConstructor {
  return class MatineeFragmentLoader extends RetryingLoader<FragmentLoaderContext, ArrayBuffer> {
    protected now = deps.now

    protected fetch(context: FragmentLoaderContext, signal: AbortSignal): Promise<ArrayBuffer> {
      const urlNow = signerOf(context.frag)
      this.stats.loading.start = deps.now()
      return deps.retries.run(() => this.#attempt(urlNow, signal), signal, isMissing)
    }

    protected refused(problem: Problem, { frag }: FragmentLoaderContext): void {
      deps.onRefused(problem, frag.sn === 'initSegment' ? undefined : frag.start)
    }

    protected override statusOf(error: unknown): number {
      return error instanceof BucketRefused ? error.status : 0
    }

    /** One attempt, with a second one at once when a newer URL may be better. */
    async #attempt(urlNow: () => Promise<string>, signal: AbortSignal): Promise<ArrayBuffer> {
      const url = await urlNow()
      try {
        return await this.#download(url, signal)
      } catch (error) {
        const renewed = isBadUrl(error) ? await urlNow() : url
        if (renewed === url) throw error
        this.stats.retry++
        const data = await this.#download(renewed, signal)
        deps.urls.renewalHelped()
        return data
      }
    }

    async #download(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
      const { stats } = this
      signal.throwIfAborted()
      beginAttempt(stats, deps.now())
      try {
        const data = await download(url, {
          fetch: deps.fetch,
          signal,
          patienceMs,
          onFirstByte: () => firstByte(stats, deps.now()),
          onProgress: (loaded, total) => {
            stats.loaded = loaded
            stats.total = total
          },
        })
        // A portal that wants a sign-in answers 200 with a page of its own, until that is done.
        if (!isWholeMedia(data)) throw new Unreachable(0)
        const sentAt = deps.early?.sentAt(url)
        const bandwidth = deps.early?.bandwidth()
        if (sentAt !== undefined && bandwidth !== undefined) {
          cameEarly(stats, { bytes: data.byteLength, sentAt, now: deps.now(), bandwidth })
        }
        return data
      } catch (error) {
        if (isBadUrl(error)) deps.urls.forget(url)
        throw error
      }
    }
  }

  function signerOf(frag: FragmentLoaderContext['frag']): () => Promise<string> {
    const { rendition, index } = segmentAddress(frag)
    return () =>
      index === 'init' ? deps.urls.init(rendition) : deps.urls.segment(rendition, index, frag)
  }
}

/** 403 is how a bucket says "expired"; a blocked or broken request shows as no status at all. */
const isBadUrl = (error: unknown) =>
  error instanceof BucketRefused || (error instanceof Unreachable && error.status === 0)

const isMissing = (error: unknown, failures: number) =>
  error instanceof BucketRefused && failures >= refusalsUntilMissing
