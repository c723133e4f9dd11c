import type { SegmentUrls } from '../../../contract/playback.ts'
import { Refused, Unreachable } from './problems.ts'

/** Asks the API for the URLs of `count` segments of a rendition, beginning with segment `from`. */
export type AskForUrls = (rendition: string, from: number, count: number) => Promise<SegmentUrls>

export interface BatchUrlsOptions {
  ask: AskForUrls
  /** The first segment of a rendition that is not to be had, as far as is known; else infinite. */
  endOf: (rendition: string) => number
  /** A monotonic clock in milliseconds: the viewer's wall clock may be wrong. */
  now: () => number
  wait: (milliseconds: number) => Promise<void>
}

interface SignedUrl {
  url: string
  askedAt: number
  goodUntil: number
}

/** A request under way for the segments `from` up to, not including, `to`. */
interface Ask {
  from: number
  to: number
  done: Promise<void>
}

/** What is known of one rendition. */
interface Shelf {
  init: SignedUrl | undefined
  segments: Map<number, SignedUrl>
  asks: Ask[]
  /** The segment wanted last. What follows it is play, anything else is a seek. */
  last: number | undefined
  soughtAt: number
  /** One past the last segment to be had, once an answer has shown it. */
  end: number
  /** How many URLs are asked for at once while play goes on. */
  batch: number
}

const fullBatch = 8
/** Segments are about this long; where URLs live no longer, few of a batch would be used in time. */
const segmentMs = 4_000
/** A seek may be one of many: ask for little until play goes on from there. */
const batchAfterSeek = 3
/** With fewer good URLs ahead than this, the next batch is fetched in the background. */
const lowWater = 3
/** Seeks that follow each other faster than this wait for the last of them. */
const seekSettlesMs = 250
const longestMarginMs = 5_000
/** A younger URL that is refused is hardly refused for its age, … */
const youngMs = 10_000
/** … so that another is asked for once in this time: in an outage every viewer is refused. */
const renewalGapMs = 30_000

/** How long a URL may be handed out, counted from when it was asked for. */
const usableMs = (expiresInSeconds: number) =>
  expiresInSeconds * 1000 - Math.min(longestMarginMs, expiresInSeconds * 250)

/**
 * Pre-signed URLs by rendition and segment number, fetched in batches just ahead of need, renewed
 * before they expire, and asked for once however many want them.
 */
export class BatchUrls {
  readonly #options: BatchUrlsOptions
  readonly #shelves = new Map<string, Shelf>()
  #latest = 0
  #droppedYoungAt = Number.NEGATIVE_INFINITY
  /** When one was last dropped: a newer one is asked for then. */
  #droppedAt = Number.NEGATIVE_INFINITY
  /** Nothing is asked for before: the API has named a time to wait. */
  #quietUntil = Number.NEGATIVE_INFINITY

  constructor(options: BatchUrlsOptions) {
    this.#options = options
  }

  /** Keeps a batch; `askedAt` is when its request was sent, so that its life is never overrated. */
  add(rendition: string, batch: SegmentUrls, askedAt: number): void {
    store(this.#shelf(rendition), batch, askedAt)
  }

  /** A URL of the segment that is good for a request now. Rejects as `ask` does. */
  async segment(rendition: string, index: number): Promise<string> {
    const shelf = this.#shelf(rendition)
    const goesOn = shelf.last === undefined || index === shelf.last || index === shelf.last + 1
    shelf.last = index
    this.#latest = index
    if (!this.#good(shelf.segments.get(index))) {
      if (!goesOn) await this.#settle(shelf)
      await this.#obtain(shelf, rendition, index, goesOn ? shelf.batch : batchAfterSeek)
    }
    if (goesOn) this.#readAhead(shelf, rendition, index + 1)
    return urlOf(shelf.segments.get(index), `segment ${index} of ${rendition}`)
  }

  /** A URL of the initialization segment that is good for a request now. */
  async init(rendition: string): Promise<string> {
    const shelf = this.#shelf(rendition)
    // Players ask for the initialization segment and, in the same breath, for the segment after it:
    // one request answers both.
    await Promise.resolve()
    if (!this.#good(shelf.init)) {
      await this.#obtain(shelf, rendition, shelf.last ?? this.#latest, batchAfterSeek)
    }
    return urlOf(shelf.init, `the beginning of ${rendition}`)
  }

  /**
   * Drops a URL that the bucket refused, unless a newer one has taken its place, or it is as good as
   * any that could be had for it.
   */
  forget(url: string): void {
    for (const shelf of this.#shelves.values()) {
      if (shelf.init?.url === url && this.#mayDrop(shelf.init)) shelf.init = undefined
      for (const [index, signed] of shelf.segments) {
        if (signed.url === url && this.#mayDrop(signed)) shelf.segments.delete(index)
      }
    }
  }

  /**
   * What was refused is served under a newer URL: it was too old, whatever this clock says, which
   * stands still while a computer sleeps. So is all that was asked for before the refusal.
   */
  renewalHelped(): void {
    for (const shelf of this.#shelves.values()) {
      if ((shelf.init?.askedAt ?? Number.POSITIVE_INFINITY) < this.#droppedAt) {
        shelf.init = undefined
      }
      for (const [index, { askedAt }] of shelf.segments) {
        if (askedAt < this.#droppedAt) shelf.segments.delete(index)
      }
    }
  }

  #mayDrop({ askedAt }: SignedUrl): boolean {
    const now = this.#options.now()
    const isYoung = now - askedAt < youngMs
    if (isYoung && now - this.#droppedYoungAt < renewalGapMs) return false
    if (isYoung) this.#droppedYoungAt = now
    this.#droppedAt = now
    return true
  }

  /** Drops everything, and what is still under way: another playback session begins. */
  clear(): void {
    this.#shelves.clear()
  }

  #shelf(rendition: string): Shelf {
    let shelf = this.#shelves.get(rendition)
    if (shelf === undefined) {
      shelf = {
        init: undefined,
        segments: new Map(),
        asks: [],
        last: undefined,
        soughtAt: Number.NEGATIVE_INFINITY,
        end: Number.POSITIVE_INFINITY,
        batch: fullBatch,
      }
      this.#shelves.set(rendition, shelf)
    }
    return shelf
  }

  #good(signed: SignedUrl | undefined): boolean {
    return signed !== undefined && this.#options.now() < signed.goodUntil
  }

  async #settle(shelf: Shelf): Promise<void> {
    const sought = this.#options.now()
    const calm = sought - shelf.soughtAt > seekSettlesMs
    shelf.soughtAt = sought
    if (calm) return
    await this.#options.wait(seekSettlesMs)
    if (shelf.soughtAt !== sought) throw new Error('the viewer has gone elsewhere')
  }

  async #obtain(shelf: Shelf, rendition: string, index: number, count: number): Promise<void> {
    const underWay = shelf.asks.find((ask) => ask.from <= index && index < ask.to)
    await (underWay?.done ?? this.#ask(shelf, rendition, index, count))
  }

  #ask(shelf: Shelf, rendition: string, from: number, count: number): Promise<void> {
    const done = this.#askInTime(rendition, from, count).then(({ batch, askedAt }) => {
      dropExpired(shelf, askedAt)
      store(shelf, batch, askedAt)
      if (batch.urls.length < count) shelf.end = batch.from + batch.urls.length
    })
    const ask = { from, to: from + count, done }
    shelf.asks.push(ask)
    const finish = () => {
      shelf.asks.splice(shelf.asks.indexOf(ask), 1)
    }
    done.then(finish, finish)
    return done
  }

  /** As `ask`, not before the API wants to be asked again, whoever it told so. */
  async #askInTime(rendition: string, from: number, count: number) {
    const { ask, now, wait } = this.#options
    if (now() < this.#quietUntil) await wait(this.#quietUntil - now())
    const askedAt = now()
    try {
      return { batch: await ask(rendition, from, count), askedAt }
    } catch (error) {
      const wanted = error instanceof Unreachable ? (error.retryAfterMs ?? 0) : 0
      this.#quietUntil = Math.max(this.#quietUntil, now() + wanted)
      throw error
    }
  }

  #readAhead(shelf: Shelf, rendition: string, next: number): void {
    let missing = next
    while (missing < next + lowWater && this.#good(shelf.segments.get(missing))) missing++
    const covered = shelf.asks.some((ask) => ask.from <= missing && missing < ask.to)
    const end = Math.min(shelf.end, this.#options.endOf(rendition))
    if (missing === next + lowWater || missing >= end || covered) return
    // Nobody waits for this one: whoever needs the segment asks again and hears what is wrong.
    this.#ask(shelf, rendition, missing, shelf.batch).catch((error: unknown) => {
      if (error instanceof Refused) shelf.end = missing
    })
  }
}

function store(shelf: Shelf, batch: SegmentUrls, askedAt: number): void {
  const usable = usableMs(batch.expiresInSeconds)
  const goodUntil = askedAt + usable
  shelf.batch = Math.min(fullBatch, 1 + Math.ceil(usable / segmentMs))
  shelf.init = { url: batch.initUrl, askedAt, goodUntil }
  batch.urls.forEach((url, offset) => {
    shelf.segments.set(batch.from + offset, { url, askedAt, goodUntil })
  })
}

function dropExpired(shelf: Shelf, now: number): void {
  for (const [index, signed] of shelf.segments) {
    if (signed.goodUntil <= now) shelf.segments.delete(index)
  }
}

function urlOf(signed: SignedUrl | undefined, what: string): string {
  if (signed === undefined) throw new Error(`The answer held no URL for ${what}.`)
  return signed.url
}
