import type { Services } from '../../services.ts'
import type { UploadedFile } from '../../uploads/purposes.ts'
import { captionJobs } from '../queue/queue.ts'

/** Has uploaded captions read by a worker: nobody who watches waits while a text is taken apart. */
export async function queueCaptions(
  { queue }: Pick<Services, 'queue'>,
  { uploadId, actorId }: Pick<UploadedFile, 'uploadId' | 'actorId'>,
): Promise<void> {
  // Above all pieces: whoever uploaded them waits before the page.
  await queue.send(captionJobs, { uploadId, actorId }, { key: uploadId, priority: 100 })
}
