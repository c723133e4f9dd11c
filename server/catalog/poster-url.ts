import type { PosterSize } from '../../contract/catalog.ts'
import type { Clock } from '../clients/clock.ts'
import type { Delivery } from '../clients/delivery/types.ts'
import { posterWidths, smallPosterKey } from './object-keys.ts'

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

/** What browsers choose from; nothing for a poster that was made before there were sizes. */
export async function posterSizes(
  deps: Deps,
  { posterKey, posterSized }: { posterKey: string | null; posterSized: boolean },
): Promise<PosterSize[]> {
  if (posterKey === null || !posterSized) return []
  const keys: [number, string][] = posterWidths.map((width) => [
    width,
    smallPosterKey(posterKey, width),
  ])
  const all: [number, string][] = [...keys, [wholeWidth, posterKey]]
  return Promise.all(
    all.map(async ([width, key]) => ({ width, url: (await posterUrl(deps, key)) ?? '' })),
  )
}
