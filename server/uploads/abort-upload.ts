import { say } from '../../contract/words/server.ts'
import { mayDestroy } from '../catalog/bucket-owner.ts'
import type { Upload } from '../clients/prisma/client.ts'
import type { TakenJob } from '../clients/queue.ts'
import { isOfStorage } from '../clients/storage.ts'
import { MatineeError } from '../errors.ts'
import { findRow } from './find-upload.ts'
import type { UploadDeps } from './purposes.ts'
import { type AbortJob, abortJobs } from './queue.ts'

type Deps = Pick<UploadDeps, 'database' | 'storage' | 'clock' | 'log'>
type AbortDeps = Deps & Pick<UploadDeps, 'queue'>

const complete = () =>
  new MatineeError('CONFLICT', {
    detail: say('uploads.complete'),
  })

/**
 * Gives an open upload up and removes what has arrived of it. Giving up what is given up succeeds.
 *
 * @throws NOT_FOUND, CONFLICT for one that is complete
 */
export async function abortUpload(deps: AbortDeps, id: string): Promise<void> {
  const { database, clock } = deps
  const { key } = await findRow(deps, id)
  const inUse = { OR: [{ sourceKey: key }, { posterKey: key }] }
  if ((await database.video.count({ where: inUse })) > 0) throw complete()
  const { count } = await database.upload.updateMany({
    where: { id, status: 'open' },
    data: { status: 'aborted', updatedAt: clock.now() },
  })
  const upload = await findRow(deps, id)
  if (count === 0 && upload.status !== 'aborted') throw complete()
  await leaveVideo(deps, upload)
  try {
    await removeBytes(deps, upload)
  } catch (error) {
    if (!isOfStorage(error)) throw error
    // It is given up all the same, and a bucket that is away is asked again later.
    await deps.queue.send(abortJobs, { uploadId: id }, { key: id, delaySeconds: 30 })
  }
}

/** Removes what a bucket that was away still has of an upload that was given up. */
export async function runAbortJob(
  deps: Pick<UploadDeps, 'database' | 'storage' | 'log'>,
  { data: { uploadId } }: Pick<TakenJob<AbortJob>, 'data'>,
): Promise<void> {
  const upload = await deps.database.upload.findUnique({ where: { id: uploadId } })
  if (upload?.status === 'aborted') await removeBytes(deps, upload)
}

/**
 * Ends an upload whose file is of no use. Its bytes go first: should that fail, the upload is looked
 * into again later, and they are not forgotten.
 *
 * @param failure for whoever uploaded it: what is wrong, what to do
 */
export async function closeUpload(deps: Deps, upload: Upload, failure: string): Promise<void> {
  await removeBytes(deps, upload)
  await deps.database.upload.updateMany({
    where: { id: upload.id, status: 'completing' },
    data: { status: 'aborted', failure, updatedAt: deps.clock.now() },
  })
  await leaveVideo(deps, upload)
}

async function removeBytes(
  deps: Pick<Deps, 'database' | 'storage' | 'log'>,
  { key, multipartId }: Upload,
): Promise<void> {
  if (!(await mayDestroy(deps))) return
  const { storage } = deps
  if (multipartId !== null) await storage.abortMultipart(key, multipartId)
  await storage.delete(key)
}

/** A film that waited for this file alone is a draft again. */
async function leaveVideo({ database }: Deps, { videoId }: Upload): Promise<void> {
  const others = { purpose: 'video', status: { in: ['open' as const, 'completing' as const] } }
  await database.video.updateMany({
    where: { id: videoId, status: 'uploading', uploads: { none: others } },
    data: { status: 'draft' },
  })
}
