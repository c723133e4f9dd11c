import type { Codec } from '../../../contract/playback.ts'

/** A picture as large as most films have, by which a device is judged. */
const usual = {
  contentType: 'video/mp4; codecs="av01.0.08M.08"',
  ...{ width: 1920, height: 1080, bitrate: 3_000_000, framerate: 30 },
}

/** What a device decodes with ease beside H.264. */
export class DeviceCodecs {
  readonly #known: Promise<readonly Codec[]>
  #failed = false

  constructor(media: Pick<MediaCapabilities, 'decodingInfo'> | undefined) {
    this.#known = ask(media)
  }

  async list(): Promise<readonly Codec[]> {
    return this.#failed ? [] : this.#known
  }

  /** It said more than it can do: from now on it is given H.264. */
  failed(): void {
    this.#failed = true
  }
}

async function ask(
  media: Pick<MediaCapabilities, 'decodingInfo'> | undefined,
): Promise<readonly Codec[]> {
  try {
    const info = await media?.decodingInfo({ type: 'media-source', video: usual })
    return info?.supported && info.smooth ? ['av1'] : []
  } catch {
    return []
  }
}

/** @param rendition its name */
export const isAv1 = (rendition: string | undefined): boolean =>
  rendition?.endsWith('-av1') ?? false
