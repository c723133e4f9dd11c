import { maySweep, type OwnerDeps } from '../catalog/bucket-owner.ts'
import { spokenFor } from '../catalog/spoken-for.ts'
import { moveToTrash } from '../catalog/trash.ts'
import type { ListedObject } from '../clients/storage.ts'

/** All that Matinee writes into a bucket but its owner and its trash; in the order of their keys. */
const folders = ['doctor/', 'originals/', 'videos/'] as const
const dayMs = 86_400_000
/** So long what no row names may still be about to be named. */
const youngMs = dayMs
const yearMs = 365 * dayMs
/** Objects looked at by one statement. */
const batchSize = 500
/** Objects looked at in an hour: who has millions is done within days, and nobody notices. */
const hourly = 50_000

export interface Walk {
  /** Objects moved to the trash since it began. */
  moved: number
  /** False: it goes on from here, another time. */
  done: boolean
}

async function* behind(
  { storage }: OwnerDeps,
  after: string,
): AsyncGenerator<ListedObject, void, void> {
  for (const folder of folders) {
    if (after >= folder && !after.startsWith(folder)) continue
    yield* storage.list(folder, after.startsWith(folder) ? { after } : {})
  }
}

async function* inBatches(items: AsyncIterable<ListedObject>): AsyncGenerator<ListedObject[]> {
  let batch: ListedObject[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function trashUnspoken(deps: OwnerDeps, batch: ListedObject[]): Promise<number> {
  const limit = deps.clock.now().getTime() - youngMs
  const old = batch.filter(({ lastModified }) => lastModified.getTime() < limit)
  const keys = old.map(({ key }) => key)
  const spoken = await spokenFor(deps.database, keys)
  const unspoken = keys.filter((key) => !spoken.has(key))
  await moveToTrash(deps, unspoken)
  return unspoken.length
}

/**
 * Looks at every object of ours and moves to the trash what no row speaks for, in batches. Goes on where
 * it was cut short. Of several processes one walks: who finds that another has gone on leaves it to that one.
 *
 * @param most objects looked at before it stops
 * @returns null where the bucket is not ours: then nothing in it is touched
 */
export async function walkBucket(
  deps: OwnerDeps,
  { most = Number.POSITIVE_INFINITY, signal }: { most?: number; signal?: AbortSignal } = {},
): Promise<Walk | null> {
  if (!(await maySweep(deps))) return null
  const { installation } = deps.database
  const before = await installation.findFirstOrThrow()
  let at = before.walkAfter
  let moved = at === null ? 0 : before.walkMoved
  const goOn = async (walkAfter: string | null, walkedAt?: Date) => {
    const data = { walkAfter, walkMoved: moved, ...(walkedAt && { walkedAt }) }
    const { count } = await installation.updateMany({ where: { walkAfter: at }, data })
    at = walkAfter
    return count === 1
  }
  let seen = 0
  for await (const batch of inBatches(behind(deps, at ?? ''))) {
    moved += await trashUnspoken(deps, batch)
    seen += batch.length
    const mine = await goOn(batch.at(-1)?.key ?? '')
    if (!mine || seen >= most || signal?.aborted) return { moved, done: false }
  }
  return { moved, done: await goOn(null, deps.clock.now()) }
}

/** An hour's part of the walk, when one is under way or the last was a year ago; else null. */
export async function walkWhenDue(deps: OwnerDeps, signal: AbortSignal): Promise<Walk | null> {
  const { walkAfter, walkedAt } = await deps.database.installation.findFirstOrThrow()
  const due = deps.clock.now().getTime() - walkedAt.getTime() >= yearMs
  return walkAfter === null && !due ? null : walkBucket(deps, { most: hourly, signal })
}
