import { maySweep } from '../catalog/bucket-owner.ts'
import { spokenFor } from '../catalog/spoken-for.ts'
import { emptyTrash, moveToTrash } from '../catalog/trash.ts'
import type { ListedObject, OpenMultipart } from '../clients/storage.ts'
import { MatineeError } from '../errors.ts'
import { abortUpload } from './abort-upload.ts'
import { completeUpload, completingSeconds } from './complete-upload.ts'
import type { UploadDeps } from './purposes.ts'

/** So long an upload waits for its uploader to come back. */
const abandonedDays = 7
/** So long what lies in the bucket and belongs to nobody may still be about to belong to somebody. */
const unclaimedDays = 1
const originals = 'originals/'
/** Rows asked for in one query. */
const batchSize = 500

/** What a sweep found and did. */
export interface Swept {
  finished: number
  abandoned: number
  multiparts: number
  objects: number
  /** Destroyed, after their days in the trash. */
  trash: number
}

/**
 * Sees to it that nothing is left behind: completes what a crash cut short, gives up what nobody came
 * back to, and removes from the bucket what no row speaks for. Any number of processes may sweep.
 */
export async function sweepUploads(deps: UploadDeps): Promise<Swept> {
  const finished = await finishInterrupted(deps)
  const abandoned = await giveUpAbandoned(deps)
  // What no row here speaks for may be another's, whose rows are in another database.
  if (!(await maySweep(deps))) return { finished, abandoned, multiparts: 0, objects: 0, trash: 0 }
  return {
    finished,
    abandoned,
    multiparts: await abortUnclaimed(deps),
    objects: await trashUnclaimed(deps),
    trash: await emptyTrash(deps),
  }
}

const before = ({ clock }: UploadDeps, seconds: number): Date =>
  new Date(clock.now().getTime() - seconds * 1000)
const daysBefore = (deps: UploadDeps, days: number): Date => before(deps, days * 86_400)

/** Runs `act` on each; one that fails is told to the log and does not stop the others. */
async function each(
  { log }: UploadDeps,
  ids: readonly { id: string }[],
  act: (id: string) => Promise<unknown>,
): Promise<number> {
  let done = 0
  for (const { id } of ids) {
    try {
      await act(id)
      done++
    } catch (error) {
      // Refused with a reason is an end, too.
      if (error instanceof MatineeError && error.status < 500) done++
      else log.warn({ err: error, uploadId: id }, 'an upload could not be swept')
    }
  }
  return done
}

async function finishInterrupted(deps: UploadDeps): Promise<number> {
  const updatedAt = { lt: before(deps, completingSeconds) }
  const found = await deps.database.upload.findMany({
    where: { status: 'completing', updatedAt },
    select: { id: true },
  })
  return each(deps, found, (id) => completeUpload(deps, null, id, null))
}

async function giveUpAbandoned(deps: UploadDeps): Promise<number> {
  const updatedAt = { lt: daysBefore(deps, abandonedDays) }
  const found = await deps.database.upload.findMany({
    where: { status: 'open', updatedAt },
    select: { id: true },
  })
  return each(deps, found, (id) => abortUpload(deps, id))
}

/** The old ones of a listing, in batches. */
async function* oldOnes<T>(
  items: AsyncIterable<T>,
  dateOf: (item: T) => Date,
  limit: Date,
): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    if (dateOf(item) >= limit) continue
    batch.push(item)
    if (batch.length === batchSize) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

async function abortUnclaimed(deps: UploadDeps): Promise<number> {
  const { database, storage } = deps
  const begun = ({ startedAt }: OpenMultipart) => startedAt
  const listed = storage.listMultiparts(originals)
  let count = 0
  for await (const batch of oldOnes(listed, begun, daysBefore(deps, unclaimedDays))) {
    const multipartId = { in: batch.map((open) => open.multipartId) }
    const rows = await database.upload.findMany({
      where: { multipartId, status: { in: ['open', 'completing'] } },
      select: { multipartId: true },
    })
    const claimed = new Set(rows.map((row) => row.multipartId))
    for (const open of batch.filter((one) => !claimed.has(one.multipartId))) {
      await storage.abortMultipart(open.key, open.multipartId)
      count++
    }
  }
  return count
}

async function trashUnclaimed(deps: UploadDeps): Promise<number> {
  const { storage } = deps
  const written = ({ lastModified }: ListedObject) => lastModified
  const listed = storage.list(originals)
  let count = 0
  for await (const batch of oldOnes(listed, written, daysBefore(deps, unclaimedDays))) {
    const keys = batch.map(({ key }) => key)
    const claimed = await spokenFor(deps.database, keys)
    const unclaimed = keys.filter((one) => !claimed.has(one))
    await moveToTrash(deps, unclaimed)
    count += unclaimed.length
  }
  return count
}
