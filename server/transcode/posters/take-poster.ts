import { type PosterFormat, uploadedPosters } from '../../catalog/object-keys.ts'
import type { Services } from '../../services.ts'
import type { UploadedFile } from '../../uploads/purposes.ts'
import { sweepObjectLater } from '../queue/enqueue.ts'

/** Shows an uploaded picture, with its smaller ones, for a film, in place of the one before; encodes to come leave it. */
export async function takePoster(
  { database, queue }: Pick<Services, 'database' | 'queue'>,
  { videoId, key }: Pick<UploadedFile, 'videoId' | 'key'>,
  posterFormats: PosterFormat[],
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const video = await transaction.video.findUnique({ where: { id: videoId } })
    await transaction.video.updateMany({
      where: { id: videoId },
      data: { posterKey: key, posterSized: true, posterFormats },
    })
    const replaced = video?.posterKey ?? key
    // An encode's own picture goes with the encode.
    if (replaced === key || !replaced.startsWith(uploadedPosters(videoId))) return
    // Within, so that no crash forgets it. The job leaves alone what is still in use.
    await sweepObjectLater({ queue }, videoId, replaced)
  })
}
