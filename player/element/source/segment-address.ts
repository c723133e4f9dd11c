/** What a media request is for, however its address was written. */
export interface SegmentAddress {
  rendition: string
  /** The segment's number, or the initialization segment before them. */
  index: number | 'init'
}

/** The part of hls.js's fragment that tells which segment it is. */
export interface FragmentLike {
  sn: number | 'initSegment'
  baseurl: string
}

const mediaPlaylist = /\/play\/[^/]+\/([^/]+)\/[^/]*$/

/**
 * Reads a fragment's address from its number and its playlist's path, `/play/<token>/<rendition>/…`.
 * Throws when the playlist is not one of Matinee's.
 */
export function segmentAddress(fragment: FragmentLike): SegmentAddress {
  const { pathname } = new URL(fragment.baseurl, 'http://player')
  const rendition = renditionOf(pathname)
  if (rendition === undefined) throw new Error(`${pathname} is not a rendition's playlist`)
  return {
    rendition,
    index: fragment.sn === 'initSegment' ? 'init' : fragment.sn,
  }
}

/** Whose playlist stands at this address; undefined where it is no rendition's. */
export function renditionOf(url: string): string | undefined {
  const name = mediaPlaylist.exec(url)?.[1]
  return name === undefined ? undefined : decodeURIComponent(name)
}

/** The same address under another token: a new session goes on where the old one ended. */
export const underToken = (url: string, token: string): string =>
  url.replace(/(\/play\/)[^/]+(?=\/)/, (_, prefix: string) => prefix + token)
