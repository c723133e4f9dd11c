import type { PosterSize } from '../../contract/catalog.ts'
import type { Clock } from '../clients/clock.ts'
import type { Delivery } from '../clients/delivery/types.ts'
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
): Promise<string | null> {
  if (key === null) return null
  const periodMs = stableSeconds * 1000
  const at = new Date(Math.floor(clock.now().getTime() / periodMs) * periodMs)
  const life = { at, expiresInSeconds: 2 * stableSeconds, shorten: true }
  return (await delivery.get(key, life)).url
}

/** As wide as encodes make posters. Uploaded ones may be wider, for which nobody has to choose. */
const wholeWidth = 1280

const types = { avif: 'image/avif', webp: 'image/webp' } as const

/** What browsers choose from; nothing for a poster that was made before there were sizes. */
export async function posterSizes(
  deps: Deps,
  video: { posterKey: string | null; posterSized: boolean; posterFormats: string[] },
): Promise<PosterSize[]> {
  const { posterKey } = video
  if (posterKey === null || !video.posterSized) return []
  const small = posterWidths.map((width: number) => ({
    ...{ width, key: smallPosterKey(posterKey, width) },
  }))
  const all = [...small, { width: wholeWidth, key: posterKey }]
  const there = posterFormats.filter((format) => video.posterFormats.includes(format))
  const choice = [
    ...there.flatMap((format) =>
      all.map(({ width, key }) => ({ width, type: types[format], key: posterKeyIn(key, format) })),
    ),
    ...all.map((one) => ({ ...one, type: 'image/jpeg' as const })),
  ]
  return Promise.all(
    choice.map(async ({ key, ...one }) => ({ ...one, url: (await posterUrl(deps, key)) ?? '' })),
  )
}
