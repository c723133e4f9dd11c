import { posterWidths, smallPosterKey } from '../catalog/object-keys.ts'
import { encodePicture } from '../clients/pictures.ts'
import type { Services } from '../services.ts'

/** As ffmpeg's -vf has it. JPEG wants even sides. */
export const noWiderThan = (width: number): string =>
  `scale='max(2,trunc(min(iw,${width})/2)*2)':-2,format=yuvj420p`

/**
 * Puts the smaller pictures beside a poster, for whom a whole one is too much.
 *
 * @param key of the poster
 * @param picture the poster, as JPEG
 */
export async function putSmallPosters(
  { storage, ffmpeg }: Pick<Services, 'storage' | 'ffmpeg'>,
  key: string,
  picture: Buffer,
): Promise<void> {
  const outputs = posterWidths.map((width) => ({
    filter: noWiderThan(width),
    codec: 'mjpeg' as const,
  }))
  const pictures = await encodePicture(ffmpeg, picture, 'jpeg_pipe', outputs)
  const cacheControl = 'private, max-age=31536000, immutable'
  await Promise.all(
    posterWidths.map((width, index) =>
      storage.putBytes(smallPosterKey(key, width), pictures[index] ?? picture, {
        ...{ contentType: 'image/jpeg', cacheControl },
      }),
    ),
  )
}
