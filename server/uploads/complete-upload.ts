import { createHash, randomUUID } from 'node:crypto'
import type { Completion, Purpose } from '../../contract/uploads.ts'
import { say } from '../../contract/words/server.ts'
import type { Upload } from '../clients/prisma/client.ts'
import { StorageRefused, type UploadedPart } from '../clients/storage.ts'
import { MatineeError } from '../errors.ts'
import { closeUpload } from './abort-upload.ts'
import { type ClaimedPart, etagOfWhole, objectionToParts } from './check-parts.ts'
import { findRow, planOf, storedParts } from './find-upload.ts'
import type { Taker, UploadDeps, UploadedFile } from './purposes.ts'
import { bytesToTell, objectionTo, purposes } from './purposes.ts'
import { settleUpload } from './settle-upload.ts'

/** Longer than joining ever takes; then whoever was at it is taken for dead. */
export const completingSeconds = 300

const over = (upload: Upload) =>
  new MatineeError('CONFLICT', {
    detail: upload.failure ?? say('uploads.givenUp'),
  })

/**
 * Joins the parts, looks at what came of it, and hands the file on. May be asked again at any time:
 * a completed upload stays completed, and one that a crash cut short is taken up.
 *
 * @param claimed what the uploader believes to have sent; null takes what has arrived
 * @throws NOT_FOUND, CONFLICT when parts are missing or wrong, UNSUPPORTED_MEDIA_TYPE for what is
 * not the kind of file it should be (it is deleted), UNAVAILABLE
 */
export async function completeUpload(
  deps: UploadDeps,
  actorId: string | null,
  id: string,
  claimed: readonly ClaimedPart[] | null,
): Promise<Completion> {
  const upload = await findRow(deps, id)
  const { videoId } = upload
  if (upload.status === 'completed') return { videoId, status: 'completed' }
  if (upload.status === 'aborted') throw over(upload)
  const stored = await storedParts(deps, upload)
  if (upload.status === 'open' && stored !== null) check(upload, stored, claimed ?? stored)
  if (!(await claim(deps, id))) return { videoId, status: await statusNow(deps, id) }
  await whileCompleting(deps, id, async () => {
    await join(deps, upload, stored)
    await lookInto(deps, upload, stored)
    await handOn(deps, actorId, upload)
  })
  if (purposes[upload.purpose as Purpose].later) return { videoId, status: 'completing' }
  return { videoId, status: 'completed' }
}

function check(upload: Upload, stored: UploadedPart[], claimed: readonly ClaimedPart[]): void {
  const detail = objectionToParts(planOf(upload), Number(upload.sizeBytes), stored, claimed)
  if (detail !== null) throw new MatineeError('CONFLICT', { detail })
}

/** Of all who ask at once one goes on; the lease lets another take over from one that died. */
async function claim({ database, clock }: UploadDeps, id: string): Promise<boolean> {
  const now = clock.now()
  const dead = new Date(now.getTime() - completingSeconds * 1000)
  const { count } = await database.upload.updateMany({
    where: { id, OR: [{ status: 'open' }, { status: 'completing', updatedAt: { lt: dead } }] },
    data: { status: 'completing', updatedAt: now },
  })
  return count === 1
}

async function statusNow(deps: UploadDeps, id: string): Promise<Completion['status']> {
  const upload = await findRow(deps, id)
  if (upload.status === 'aborted') throw over(upload)
  return upload.status === 'completed' ? 'completed' : 'completing'
}

/** A failure that may pass opens the upload again, so that it can be asked for anew at once. */
async function whileCompleting(
  { database, clock }: UploadDeps,
  id: string,
  task: () => Promise<void>,
): Promise<void> {
  try {
    await task()
  } catch (error) {
    await database.upload.updateMany({
      where: { id, status: 'completing' },
      data: { status: 'open', updatedAt: clock.now() },
    })
    throw error
  }
}

async function join({ storage }: UploadDeps, upload: Upload, stored: UploadedPart[] | null) {
  const { key, multipartId } = upload
  // Null: joined before, by someone whose answer was lost. `lookInto` sees what is there.
  if (multipartId === null || stored === null) return
  try {
    await storage.completeMultipart(key, multipartId, stored)
  } catch (error) {
    if (!(error instanceof StorageRefused)) throw error
    const detail = say('uploads.changed')
    throw new MatineeError('CONFLICT', { detail, cause: error })
  }
}

/**
 * Whether the whole is not made of the parts that had arrived, by its ETag. Those of an encrypted bucket
 * look like MD5s and are none, so that a difference counts only where the bucket is seen to give MD5s.
 */
async function hasChanged(
  { storage }: UploadDeps,
  { multipartId }: Upload,
  stored: UploadedPart[] | null,
  etag: string,
): Promise<boolean> {
  const expected = multipartId === null || stored === null ? null : etagOfWhole(stored)
  if (expected === null || !/^"?[0-9a-f]{32}-\d+"?$/.test(etag)) return false
  return etag.replaceAll('"', '') !== expected && givesMd5(storage)
}

async function givesMd5(storage: UploadDeps['storage']): Promise<boolean> {
  const key = `doctor/${randomUUID()}`
  await storage.putBytes(key, key, { contentType: 'text/plain' })
  const etag = (await storage.head(key))?.etag.replaceAll('"', '')
  // The walk over the bucket finds what may not be deleted.
  await storage.delete(key).catch(() => undefined)
  return etag === createHash('md5').update(key).digest('hex')
}

/** The size and the first bytes of what is now in the bucket. */
async function lookInto(
  deps: UploadDeps,
  upload: Upload,
  stored: UploadedPart[] | null,
): Promise<void> {
  const { storage } = deps
  const object = await storage.head(upload.key)
  if (object === null) {
    const detail = say('uploads.gone')
    await closeUpload(deps, upload, detail)
    throw new MatineeError('CONFLICT', { detail })
  }
  const changed = await hasChanged(deps, upload, stored, object.etag)
  if (changed || object.sizeBytes !== Number(upload.sizeBytes)) {
    const detail = say('uploads.otherSize')
    await closeUpload(deps, upload, detail)
    throw new MatineeError('CONFLICT', { detail })
  }
  const range = { start: 0, end: bytesToTell - 1 }
  const start = (await storage.getBytes(upload.key, { range })) ?? new Uint8Array()
  const detail = objectionTo(upload.purpose as Purpose, start)
  if (detail === null) return
  await closeUpload(deps, upload, detail)
  throw new MatineeError('UNSUPPORTED_MEDIA_TYPE', { detail })
}

/** What a taker cannot use however often it is given is removed; any other trouble may pass. */
async function giveTo(
  take: Taker | undefined,
  deps: UploadDeps,
  upload: Upload,
  file: UploadedFile,
): Promise<void> {
  try {
    await take?.(file)
  } catch (error) {
    const refused = error instanceof MatineeError && error.code === 'UNSUPPORTED_MEDIA_TYPE'
    if (refused) await closeUpload(deps, upload, error.message)
    throw error
  }
}

/** The upload counts as completed only once its taker has it, so that a crash between loses nothing. */
async function handOn(deps: UploadDeps, actorId: string | null, upload: Upload): Promise<void> {
  const { database, takers } = deps
  const { id, videoId, key, fileName, language, label } = upload
  const purpose = upload.purpose as Purpose
  if (purpose === 'video') {
    const { count } = await database.video.updateMany({
      where: { id: videoId },
      data: { sourceKey: key },
    })
    if (count === 0) throw new MatineeError('NOT_FOUND', { detail: say('none.film') })
  }
  const file = { uploadId: id, videoId, purpose, key, fileName, actorId, language, label }
  await giveTo(takers[purpose], deps, upload, file)
  if (!purposes[purpose].later) await settleUpload(deps, actorId, upload)
}
