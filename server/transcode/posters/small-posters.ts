import {
  type PosterFormat,
  posterFormats,
  posterKeyIn,
  posterWidths,
  smallPosterKey,
} from '../../catalog/object-keys.ts'
import { encodePicture } from '../../clients/pictures.ts'
import type { Services } from '../../services.ts'
import { cacheControl } from '../pieces/cache-control.ts'

type Deps = Pick<Services, 'storage' | 'ffmpeg' | 'log'>

/** However flat or narrow it is. */
const scaled = (width: number) =>
  `scale='max(2,trunc(min(iw,${width})/2)*2)':'max(2,2*round(ow*ih/iw/2))'`

/** As ffmpeg's -vf has it. JPEG wants even sides. */
export const noWiderThan = (width: number): string => `${scaled(width)},format=yuvj420p`

/** As wide as pages ever show a film's picture. */
export const widestPoster = 1920

/**
 * Puts what pages choose from beside a poster: smaller ones for whom a whole one is too much, and all sizes
 * in formats that take fewer bytes.
 *
 * @param key of the poster
 * @param picture the poster, as JPEG
 * @returns the formats that lie beside it now: none that this ffmpeg cannot make
 */
export async function putSmallPosters(
  deps: Deps,
  key: string,
  picture: Buffer,
): Promise<PosterFormat[]> {
  const { storage, ffmpeg } = deps
  const outputs = posterWidths.map((width) => ({
    filter: noWiderThan(width),
    codec: 'mjpeg' as const,
  }))
  const pictures = await encodePicture(ffmpeg, picture, 'jpeg_pipe', outputs)
  await Promise.all(
    posterWidths.map((width, index) =>
      storage.putBytes(smallPosterKey(key, width), pictures[index] ?? picture, {
        ...{ contentType: 'image/jpeg', cacheControl },
      }),
    ),
  )
  const made: PosterFormat[] = []
  for (const format of posterFormats) if (await putIn(deps, format, key, picture)) made.push(format)
  return made
}

/** All sizes in another format. Pages do without it, so a poster is not refused for want of it. */
async function putIn(
  { storage, ffmpeg, log }: Deps,
  format: PosterFormat,
  key: string,
  picture: Buffer,
): Promise<boolean> {
  const sizes = [
    ...posterWidths.map((width) => ({ width, key: smallPosterKey(key, width) })),
    { width: widestPoster, key },
  ]
  const outputs = sizes.map(({ width }) => ({
    filter: `${scaled(width)},format=yuv420p`,
    codec: format,
  }))
  const files = await encodePicture(ffmpeg, picture, 'jpeg_pipe', outputs).catch((err: unknown) => {
    log.warn({ err, key, format }, 'a poster could not be made in this format')
    return null
  })
  if (files === null) return false
  await Promise.all(
    files.map((file, index) =>
      storage.putBytes(posterKeyIn(sizes[index]?.key ?? key, format), file, {
        ...{ contentType: `image/${format}`, cacheControl },
      }),
    ),
  )
  return true
}
