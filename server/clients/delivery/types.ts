import type { GetOptions } from '../presign.ts'
import type { Lifetime, PresignedUrl, UrlBatch } from '../presigner.ts'
import type { Genuineness } from '../verify-signed-url.ts'

/**
 * Signs what viewers fetch. Every method throws RangeError for an expiry or key that must not be
 * signed, and MatineeError UNAVAILABLE when the credentials end before the URL would.
 */
export interface Delivery {
  /** Scheme and host of every URL: what the pages' security policy must allow. */
  readonly origin: string
  /** Whether a URL can be held to one range of its file. */
  readonly bindsRange: boolean
  get(key: string, life: Lifetime & Pick<GetOptions, 'session' | 'range'>): Promise<PresignedUrl>
  head(key: string, life: Lifetime): Promise<PresignedUrl>
  /** Many GETs at once, fast: the hot path of playback. */
  batch(life: Lifetime & { session?: string }): Promise<UrlBatch>
  /** Whether a URL that is looked into was signed here, however long ago. */
  verify(url: URL): Promise<Genuineness>
}

/** What all URLs of one batch have in common. */
export interface EdgeBatch {
  /** Seconds since 1970. */
  expires: number
  session: string | undefined
}

/** How one kind of edge wants its URLs. */
export interface EdgeSigner {
  /** @returns a function from an escaped path such as `/videos/…/12.m4s` to its whole URL */
  open(batch: EdgeBatch): (path: string) => string
  verify(url: URL): Genuineness
}

/** The parameter that names the playback session, in URLs of every kind. */
export const sessionParameter = 'x-matinee-session'
