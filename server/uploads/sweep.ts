import type { ListedObject, OpenMultipart } from '../clients/storage.ts'
import { MatineeError } from '../errors.ts'
import { abortUpload } from './abort-upload.ts'
import { completeUpload, completingSeconds } from './complete-upload.ts'
import type { UploadParts } from './parts.ts'

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
}

/**
 * Sees to it that nothing is left behind: completes what a crash cut short, gives up what nobody came
 * back to, and removes from the bucket what no row speaks for. Any number of processes may sweep.
 */
export async function sweepUploads(parts: UploadParts): Promise<Swept> {
  return {
    finished: await finishInterrupted(parts),
    abandoned: await giveUpAbandoned(parts),
    multiparts: await abortUnclaimed(parts),
    objects: await deleteUnclaimed(parts),
  }
}

const before = ({ clock }: UploadParts, seconds: number): Date =>
  new Date(clock.now().getTime() - seconds * 1000)
const daysBefore = (parts: UploadParts, days: number): Date => before(parts, days * 86_400)

/** Runs `act` on each; one that fails is told to the log and does not stop the others. */
async function each(
  { log }: UploadParts,
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

async function finishInterrupted(parts: UploadParts): Promise<number> {
  const updatedAt = { lt: before(parts, completingSeconds) }
  const found = await parts.database.upload.findMany({
    where: { status: 'completing', updatedAt },
    select: { id: true },
  })
  return each(parts, found, (id) => completeUpload(parts, null, id, null))
}

async function giveUpAbandoned(parts: UploadParts): Promise<number> {
  const updatedAt = { lt: daysBefore(parts, abandonedDays) }
  const found = await parts.database.upload.findMany({
    where: { status: 'open', updatedAt },
    select: { id: true },
  })
  return each(parts, found, (id) => abortUpload(parts, id))
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

async function abortUnclaimed(parts: UploadParts): Promise<number> {
  const { database, storage } = parts
  const begun = ({ startedAt }: OpenMultipart) => startedAt
  const listed = storage.listMultiparts(originals)
  let count = 0
  for await (const batch of oldOnes(listed, begun, daysBefore(parts, unclaimedDays))) {
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

async function deleteUnclaimed(parts: UploadParts): Promise<number> {
  const { storage } = parts
  const written = ({ lastModified }: ListedObject) => lastModified
  const listed = storage.list(originals)
  let count = 0
  for await (const batch of oldOnes(listed, written, daysBefore(parts, unclaimedDays))) {
    const keys = batch.map(({ key }) => key)
    const claimed = await claimedKeys(parts, keys)
    for (const key of keys.filter((one) => !claimed.has(one))) {
      await storage.delete(key)
      count++
    }
  }
  return count
}

/** Originals that a film has, an encode still reads, or an upload is about to hand on. */
async function claimedKeys({ database }: UploadParts, keys: string[]): Promise<Set<string>> {
  const [films, encodes, uploads] = await Promise.all([
    database.video.findMany({ where: { sourceKey: { in: keys } }, select: { sourceKey: true } }),
    database.encode.findMany({
      where: { sourceKey: { in: keys }, finishedAt: null, failedAt: null, supersededAt: null },
      select: { sourceKey: true },
    }),
    database.upload.findMany({
      where: { key: { in: keys }, status: { in: ['open', 'completing'] } },
      select: { key: true },
    }),
  ])
  const found = [...films, ...encodes].map(({ sourceKey }) => sourceKey)
  return new Set([...found, ...uploads.map(({ key }) => key)].filter((key) => key !== null))
}
