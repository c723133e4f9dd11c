import type { Purpose } from '../../contract/uploads.ts'
import { audit } from '../audit/audit.ts'
import { mayDestroy } from '../catalog/bucket-owner.ts'
import { uploadedPosters } from '../catalog/object-keys.ts'
import type { Upload } from '../clients/prisma/client.ts'
import { isOfStorage } from '../clients/storage.ts'
import { purposes, type UploadDeps } from './purposes.ts'

/**
 * Notes that a complete file has been taken, once, and removes it where only what was made of it is
 * used. Should that removal fail, the sweep does it.
 */
export async function settleUpload(
  deps: Pick<UploadDeps, 'database' | 'storage' | 'clock' | 'log'>,
  actorId: string | null,
  upload: Upload,
): Promise<void> {
  const { database, storage, clock, log } = deps
  const { id, videoId, purpose, fileName, key } = upload
  await database.$transaction(async (tx) => {
    const { count } = await tx.upload.updateMany({
      where: { id, status: 'completing' },
      data: { status: 'completed', updatedAt: clock.now() },
    })
    if (count === 0) return
    const details = { purpose, fileName, sizeBytes: Number(upload.sizeBytes) }
    await audit(tx, { actorId, action: 'video.uploaded', subject: `video:${videoId}`, details })
  })
  if (purposes[purpose as Purpose].kept) return
  // A poster that an earlier version was sent lies where it is shown from.
  if (key.startsWith(uploadedPosters(videoId))) return
  try {
    if (await mayDestroy(deps)) await storage.delete(key)
  } catch (error) {
    if (!isOfStorage(error)) throw error
    log.warn({ err: error, key }, 'what an upload brought is left to the sweep')
  }
}
