import { say } from '../../contract/words/server.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Logger } from '../clients/log.ts'
import type { Storage } from '../clients/storage.ts'
import { ownerKey } from './object-keys.ts'

export interface OwnerDeps {
  database: Database
  storage: Storage
  clock: Clock
  log: Logger
}

/**
 * Whose bucket it is. `another`: that of another installation, such as a staging site's. `ahead`: ours
 * in a state that this database has not seen, which an older backup does not know the films of.
 * `unclaimed`: nobody's yet.
 */
export type BucketStanding = 'ours' | 'another' | 'ahead' | 'unclaimed'

/** What stands in the bucket. */
interface Owner {
  installation: string
  /** How often a process of it had started; never smaller than what the bucket has seen. */
  starts: number
  since: string
}

const isOwner = (value: unknown): value is Owner =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Owner).installation === 'string' &&
  Number.isSafeInteger((value as Owner).starts)

async function readOwner({ storage }: Pick<OwnerDeps, 'storage'>): Promise<Owner | null> {
  const bytes = await storage.getBytes(ownerKey)
  if (bytes === null) return null
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    if (isOwner(value)) return value
  } catch {
    // Fails closed: what cannot be read is taken for another's.
  }
  return { installation: 'unknown', starts: 0, since: '' }
}

const writeOwner = ({ storage }: OwnerDeps, owner: Owner): Promise<void> =>
  storage.putBytes(ownerKey, JSON.stringify(owner), { contentType: 'application/json' })

const compare = (owner: Owner | null, ours: { id: string; starts: number }): BucketStanding => {
  if (owner === null) return 'unclaimed'
  if (owner.installation !== ours.id) return 'another'
  return owner.starts > ours.starts ? 'ahead' : 'ours'
}

// Not findUnique: Prisma gathers several of them into an `in`, which no boolean has.
const findOurs = ({ database }: Pick<OwnerDeps, 'database'>) =>
  database.installation.findFirstOrThrow()

/** @throws UNAVAILABLE when bucket or database cannot be asked */
export async function bucketStanding(
  deps: Pick<OwnerDeps, 'database' | 'storage'>,
): Promise<BucketStanding> {
  const [owner, ours] = await Promise.all([readOwner(deps), findOurs(deps)])
  return compare(owner, ours)
}

/**
 * At each start: writes into a bucket that is nobody's or ours that it is ours, and counts the start.
 * A bucket of another, or one that has seen more than this database, is left as it is.
 *
 * @throws UNAVAILABLE when bucket or database cannot be asked
 */
export async function claimBucket(deps: OwnerDeps): Promise<BucketStanding> {
  const standing = await bucketStanding(deps)
  return standing === 'ours' || standing === 'unclaimed' ? takeBucket(deps) : standing
}

/** Makes it ours whoever's it was: for an operator who knows that nobody else uses it. */
export async function takeBucket(deps: OwnerDeps): Promise<'ours'> {
  const before = await readOwner(deps)
  // The database first: a counter that is ahead in the bucket would look like a restored backup.
  const rows = await deps.database.$queryRaw<{ id: string; starts: number }[]>`
    update "Installation" set "starts" = greatest("starts", ${before?.starts ?? 0}) + 1
    returning "id"::text, "starts"`
  const [ours] = rows
  if (ours === undefined) throw new Error('The database has no row for its installation.')
  const since = deps.clock.now().toISOString()
  await writeOwner(deps, { installation: ours.id, starts: ours.starts, since })
  return 'ours'
}

/** Why nothing is removed from the bucket, and what to do about it; null where all is well. */
export const standingSentence = (standing: BucketStanding): string | null =>
  standing === 'another' || standing === 'ahead' ? say(`bucket.${standing}`) : null

/** Whether what no row speaks for may be removed. Says in the log why not. */
export async function maySweep(deps: OwnerDeps): Promise<boolean> {
  const standing = await claimIfFree(deps)
  const sentence = standingSentence(standing)
  if (sentence !== null) deps.log.warn({ bucket: standing }, sentence)
  return sentence === null
}

async function claimIfFree(deps: OwnerDeps): Promise<BucketStanding> {
  const standing = await bucketStanding(deps)
  return standing === 'unclaimed' ? takeBucket(deps) : standing
}
