import type { PosterSize } from '../../contract/catalog.ts'
import type { Clock } from '../clients/clock.ts'
import type { Delivery } from '../clients/delivery/types.ts'
import type { Video } from '../clients/prisma/client.ts'
import { posterFormats, posterKeyIn, posterWidths, smallPosterKey } from './object-keys.ts'

const stableSeconds = 30 * 60

interface Deps {
  delivery: Delivery
  clock: Clock
}

/**
 * A poster's URL stays the same for half an hour and is good for another half: the browser's cache
 * would take a URL signed anew at each visit for another picture.
 */
export async function posterUrl(
  { delivery, clock }: Deps,
  key: string | null,
  method: 'get' | 'head' = 'get',
): Promise<string | null> {
  if (key === null) return null
  const periodMs = stableSeconds * 1000
  const at = new Date(Math.floor(clock.now().getTime() / periodMs) * periodMs)
  const life = { at, expiresInSeconds: 2 * stableSeconds, shorten: true }
  return (await delivery[method](key, life)).url
}

/** As wide as encodes make posters. Uploaded ones may be wider, for which nobody has to choose. */
const wholeWidth = 1280

const types = { avif: 'image/avif', webp: 'image/webp' } as const

type Posters = Pick<Video, 'posterKey' | 'posterSized' | 'posterFormats'>

/** The most compact format first; nothing for a poster that was made before there were sizes. */
function sizesOf({ posterKey, posterSized, posterFormats: made }: Posters) {
  if (posterKey === null || !posterSized) return []
  const small = posterWidths.map((width: number) => ({
    ...{ width, key: smallPosterKey(posterKey, width) },
  }))
  const all = [...small, { width: wholeWidth, key: posterKey }]
  const there = posterFormats.filter((format) => made.includes(format))
  return [
    ...there.flatMap((format) =>
      all.map(({ width, key }) => ({ width, type: types[format], key: posterKeyIn(key, format) })),
    ),
    ...all.map((one) => ({ ...one, type: 'image/jpeg' as const })),
  ]
}

/** What browsers choose from. */
export const posterSizes = (deps: Deps, video: Posters): Promise<PosterSize[]> =>
  Promise.all(
    sizesOf(video).map(async ({ key, ...one }) => ({
      ...one,
      url: (await posterUrl(deps, key)) ?? '',
    })),
  )

/**
 * The poster in the size that is wanted, else the whole one, and in the most compact format of those that the
 * asker says it reads.
 *
 * @param request what is signed holds for its method alone
 */
export function posterLike(
  deps: Deps,
  video: Posters,
  width: number | undefined,
  { accept = '', method }: { accept: string | undefined; method: string },
): Promise<string | null> {
  const fits = sizesOf(video).filter((one) => one.width === width)
  const read = fits.find(({ type }) => accept.includes(type)) ?? fits.at(-1)
  return posterUrl(deps, read?.key ?? video.posterKey, method === 'HEAD' ? 'head' : 'get')
}

/** The same at addresses that stay good, where the browser has the server choose the format. */
export function lastingPoster(video: Posters & Pick<Video, 'id'>) {
  const url = `/api/videos/${video.id}/poster`
  const sizes = sizesOf(video).filter(({ type }) => type === 'image/jpeg')
  return {
    posterUrl: video.posterKey === null ? null : url,
    posterSizes: sizes.map(({ width, type }) => ({ width, type, url: `${url}?width=${width}` })),
  }
}
