import type { Span } from './before-play.ts'
import { renditionOf, underToken } from './segment-address.ts'
import type { Session } from './session.ts'

export interface PlaylistsOptions {
  session: Pick<Session, 'withToken'>
  /** Fetches a text. */
  text: (url: string, signal?: AbortSignal) => Promise<string>
}

/** The film's playlists, read under whichever session is current. */
export class Playlists {
  readonly #options: PlaylistsOptions
  #master: string | undefined
  /** How long the segments of each rendition are, in seconds. */
  readonly #lengths = new Map<string, number[]>()

  constructor(options: PlaylistsOptions) {
    this.#options = options
  }

  /** A playlist's text. The address may carry the token of a session that is over. */
  read(url: string, signal?: AbortSignal): Promise<string> {
    const { session, text } = this.#options
    return session.withToken(async (token) => {
      const playlist = await text(underToken(url, token), signal)
      const rendition = renditionOf(url)
      if (url.endsWith('/main.m3u8')) this.#master = playlist
      else if (rendition !== undefined) this.#lengths.set(rendition, lengthsIn(playlist))
      return playlist
    })
  }

  /** The first segment of a rendition that is not to be asked for; infinite before its playlist was read. */
  endOf(rendition: string, isBeyond: (segment: Pick<Span, 'start'>) => boolean): number {
    const lengths = this.#lengths.get(rendition)
    if (lengths === undefined) return Number.POSITIVE_INFINITY
    let start = 0
    const end = lengths.findIndex((seconds) => {
      const beyond = isBeyond({ start })
      start += seconds
      return beyond
    })
    return end === -1 ? lengths.length : end
  }

  /**
   * Whether the film was encoded anew since its master playlist was read: what stands under this
   * address, a new session's, is then another one. What cannot be fetched has not changed.
   */
  async areOld(masterUrl: string, signal: AbortSignal): Promise<boolean> {
    if (this.#master === undefined) return false
    const master = await this.#options.text(masterUrl, signal).catch(() => undefined)
    if (master === undefined) return false
    return picturesOf(master) !== picturesOf(this.#master)
  }
}

const lengthsIn = (playlist: string) =>
  [...playlist.matchAll(/^#EXTINF:([\d.]+)/gm)].map(([, seconds]) => Number(seconds))

/** Captions are no part of what is encoded: they come and go by themselves. */
const picturesOf = (master: string) =>
  master.replaceAll(/^#EXT-X-MEDIA:TYPE=SUBTITLES.*\n/gm, '').replaceAll(/,SUBTITLES="[^"]*"/g, '')
