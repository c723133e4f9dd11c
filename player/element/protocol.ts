/** What the API answers, as far as the player relies on it. Durations in seconds, times ISO 8601. */

export interface OfferPrice {
  id: string
  /** day | week | month | year */
  interval: string
  /** In the currency's minor unit. */
  amount: number
  currency: string
}

/** What the viewer could do to watch. */
export type Offer =
  | {
      kind: 'plan'
      planId: string
      name: string
      trialDays: number
      change: boolean
      prices: OfferPrice[]
    }
  | { kind: 'rent'; amount: number; currency: string; startDays: number; watchHours: number }
  | { kind: 'buy'; amount: number; currency: string }
  | { kind: 'portal' }

/** Whether and why a film may be watched: a member of `GET /api/videos/<id>`. */
export interface Access {
  allowed: boolean
  because: string
  offers: Offer[]
}

/** What a viewer who may watch should be told. */
export type Notice =
  | { kind: 'payment_failed'; graceUntil: string }
  | { kind: 'ending'; endsAt: string }

/** A run of pre-signed URLs of one rendition: `urls[0]` is segment `from`. */
export interface UrlBatch {
  initUrl: string
  from: number
  urls: string[]
  expiresInSeconds: number
}

export interface Caption {
  language: string
  label: string
  url: string
}

export interface Chapter {
  startSeconds: number
  title: string
}

/** The answer to `POST /api/videos/:id/playback`. */
export interface PlaybackSession {
  id: string
  token: string
  hlsUrl: string
  expiresInSeconds: number
  resumeSeconds: number
  teaserSeconds: number | null
  captions: Caption[]
  storyboardUrl: string | null
  chapters: Chapter[]
  notice?: Notice | null
  /** What play begins with, video first. */
  first: (UrlBatch & { rendition: string })[]
}

/** A device that plays now, as `409 TOO_MANY_STREAMS` lists them. */
export interface ActiveStream {
  id: string
  deviceName?: string | null
  title?: string | null
  startedAt?: string
}

/** What a viewing was like so far: the body of `POST /play/<token>/beacon`. */
export interface ViewingReport {
  /** From pressing play to the first picture; null when there was none, or play went on. */
  startUpMs: number | null
  watchedSeconds: number
  /** Times that the picture stood still for want of data. */
  stallCount: number
  stallMs: number
  /** Of what ended it. */
  errorCode: string | null
}

/** An RFC 9457 problem document with the members that the player shows. */
export interface Problem {
  status: number
  code: string
  title?: string
  detail?: string
  /** Why a session has ended, or why access is refused. */
  reason?: string
  offers?: Offer[]
  streams?: ActiveStream[]
}
