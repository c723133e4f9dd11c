import type { SegmentUrls, UrlBatch } from '../../contract/playback.ts'
import type { Delivery } from '../clients/delivery/types.ts'
import type { Config } from '../config.ts'
import type { PlayableRendition } from './playable-video.ts'

export interface SigningDeps {
  delivery: Delivery
  config: Config
}

/** Signs names below a rendition's folder, marked with the session that asks where that is wanted. */
export async function openFolder(
  { delivery, config }: SigningDeps,
  sessionId: string,
  folder: string,
) {
  const batch = await delivery.batch({
    expiresInSeconds: config.URL_TTL_SECONDS,
    ...(config.TRACE_URLS ? { session: sessionId } : {}),
  })
  return { sign: batch.below(folder), expiresInSeconds: batch.expiresInSeconds }
}

/** Signs the segments `from` up to, not including, `to`. */
export async function signBatch(
  deps: SigningDeps,
  sessionId: string,
  { folder }: Pick<PlayableRendition, 'folder'>,
  from: number,
  to: number,
): Promise<SegmentUrls> {
  const { sign, expiresInSeconds } = await openFolder(deps, sessionId, folder)
  const urls: string[] = []
  for (let index = from; index < to; index++) urls.push(sign(`${index}.m4s`))
  return { initUrl: sign('init.mp4'), from, urls, expiresInSeconds }
}

/** Signed URLs are made of characters that JSON leaves as they are. */
export const batchJson = ({ initUrl, from, urls, expiresInSeconds, extras }: UrlBatch): string =>
  `{"initUrl":"${initUrl}","from":${from},"urls":["${urls.join('","')}"],"expiresInSeconds":${expiresInSeconds},"extras":"${extras}"}`
