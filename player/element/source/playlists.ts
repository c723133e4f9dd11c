import { underToken } from './segment-address.ts'
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

  constructor(options: PlaylistsOptions) {
    this.#options = options
  }

  /** A playlist's text. The address may carry the token of a session that is over. */
  read(url: string, signal?: AbortSignal): Promise<string> {
    const { session, text } = this.#options
    return session.withToken(async (token) => {
      const playlist = await text(underToken(url, token), signal)
      if (url.endsWith('/main.m3u8')) this.#master = playlist
      return playlist
    })
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

/** Captions are no part of what is encoded: they come and go by themselves. */
const picturesOf = (master: string) =>
  master.replaceAll(/^#EXT-X-MEDIA:TYPE=SUBTITLES.*\n/gm, '').replaceAll(/,SUBTITLES="[^"]*"/g, '')
