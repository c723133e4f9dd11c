import type { Clock } from '../clients/clock.ts'
import type { Storage } from '../clients/storage.ts'
import { trashedAt, trashKey, trashPrefix } from './object-keys.ts'

interface TrashDeps {
  storage: Storage
  clock: Clock
}

/** So long what a sweep removed can be had back. */
const keptDays = 30

/**
 * Takes objects out of use without destroying them yet. Nothing is copied where nothing may be deleted: each
 * sweep would leave another copy, and in a bucket that keeps versions each copy is paid for.
 *
 * @throws what the bucket says, when they may not be deleted
 */
export async function moveToTrash(
  { storage, clock }: TrashDeps,
  keys: readonly string[],
): Promise<void> {
  const [first] = keys
  if (first === undefined) return
  // To delete what is not there takes the same right. Once for all of them: a bucket that keeps versions
  // writes down each.
  await storage.delete(`${first}.none`)
  for (const key of keys) {
    if (await storage.copy(key, trashKey(key, clock.now()))) await storage.delete(key)
  }
}

/** Destroys what has lain in the trash for long enough. @returns how many objects */
export async function emptyTrash({ storage, clock }: TrashDeps): Promise<number> {
  // The day of its name is over before its days begin to count.
  const limit = clock.now().getTime() - (keptDays + 1) * 86_400_000
  let count = 0
  for await (const { key } of storage.list(trashPrefix)) {
    const at = trashedAt(key)
    // A folder that somebody made by hand, or a file that they put there.
    if (at === null) continue
    // Days are in order: nothing that follows is older.
    if (at.getTime() >= limit) break
    await storage.delete(key)
    count++
  }
  return count
}
