import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from '../../../contract/words/server.ts'
import type { PosterFormat } from '../../catalog/object-keys.ts'
import { encodePicture, isPictureFault, pictureReader } from '../../clients/pictures.ts'
import { MatineeError } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { noWiderThan, putSmallPosters, widestPoster } from './small-posters.ts'

const filter = noWiderThan(widestPoster)

type Deps = Pick<Services, 'storage' | 'ffmpeg' | 'log'>

/**
 * Decodes an uploaded picture and keeps what comes of it: a file that begins as a picture may go on as
 * anything. It is kept elsewhere, since who uploaded it may still write where it lies.
 *
 * @param given key of the picture as uploaded
 * @param key what comes of it is kept under: a JPEG and nothing else, however often this is done
 * @returns the formats in which it lies there besides
 * @throws UNSUPPORTED_MEDIA_TYPE for what cannot be decoded
 */
export async function cleanPoster(
  { storage, ffmpeg, log }: Deps,
  given: string,
  key: string,
): Promise<PosterFormat[]> {
  // Where there is no ffmpeg at all, it says so by itself.
  await ffmpeg.tools()
  const folder = await mkdtemp(join(tmpdir(), 'matinee-poster-'))
  try {
    const path = join(folder, 'given')
    await storage.getToFile(given, path)
    const bytes = await readFile(path)
    const reader = pictureReader(bytes)
    const outputs = [{ filter, codec: 'mjpeg' as const }]
    const [picture] =
      reader === null
        ? []
        : await encodePicture(ffmpeg, bytes, reader, outputs).catch((err: unknown) => {
            if (!isPictureFault(err)) throw err
            log.info({ err, key: given }, 'a poster could not be read')
            return []
          })
    if (picture === undefined) {
      throw new MatineeError('UNSUPPORTED_MEDIA_TYPE', { detail: say('uploads.not.poster') })
    }
    const formats = await putSmallPosters({ storage, ffmpeg, log }, key, picture)
    await storage.putBytes(key, picture, { contentType: 'image/jpeg' })
    return formats
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
