/** What the API answers, as far as the player relies on it. Times are seconds. */

export interface Offer {
  [member: string]: unknown
}

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
  first: (UrlBatch & { rendition: string })[]
}

/** A device that plays now, as `409 TOO_MANY_STREAMS` lists them. */
export interface ActiveStream {
  id: string
  deviceName?: string | null
  videoTitle?: string | null
  startedAt?: string
}

/** An RFC 9457 problem document with the members that the player shows. */
export interface Problem {
  status: number
  code: string
  title?: string
  detail?: string
  reason?: string
  offers?: Offer[]
  streams?: ActiveStream[]
}
