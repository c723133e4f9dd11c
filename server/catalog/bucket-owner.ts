import { say } from '../../contract/words/server.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import { databaseSentence, databaseSentences } from '../clients/database-sentence.ts'
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
 * in a state that this database has not seen, which an older backup does not know the films of. `copy`:
 * that of the database which this one is a copy of, restored or moved. `unclaimed`: nobody's yet.
 */
export type BucketStanding = 'ours' | 'another' | 'ahead' | 'copy' | 'unclaimed'

/** What stands in the bucket. */
interface Owner {
  installation: string
  /** How often a process of it had started or tidied; never smaller than what the bucket has seen. */
  starts: number
  /** Where its database stands, as `findPlace` tells; unknown of one that earlier versions wrote. */
  place?: string
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

interface Ours {
  id: string
  starts: number
  place: string | undefined
}

const compare = (owner: Owner | null, ours: Ours): BucketStanding => {
  if (owner === null) return 'unclaimed'
  if (owner.installation !== ours.id) return 'another'
  if (owner.starts > ours.starts) return 'ahead'
  const areKnown = owner.place !== undefined && ours.place !== undefined
  return areKnown && owner.place !== ours.place ? 'copy' : 'ours'
}

/**
 * The cluster and the database in it: what no dump carries along, and what a standby that takes over shares
 * with the server it stood by. Undefined where Postgres does not tell its user.
 */
const findPlace = ({ database }: Pick<OwnerDeps, 'database'>): Promise<string | undefined> =>
  database.$queryRaw<{ place: string }[]>`
    select (select system_identifier from pg_control_system()) || '/' || oid as place
    from pg_database where datname = current_database()`.then(
    ([found]) => found?.place,
    // Fails closed: a database that only fails now is not taken for one that never tells.
    (error: unknown) => {
      if (databaseSentence(error) === databaseSentences.forbidden) return undefined
      throw error
    },
  )

async function findOurs(deps: Pick<OwnerDeps, 'database'>): Promise<Ours> {
  // Not findUnique: Prisma gathers several of them into an `in`, which no boolean has.
  const { id, starts } = await deps.database.installation.findFirstOrThrow()
  return { id, starts, place: await findPlace(deps) }
}

/** @throws UNAVAILABLE when bucket or database cannot be asked */
export async function bucketStanding(
  deps: Pick<OwnerDeps, 'database' | 'storage'>,
): Promise<BucketStanding> {
  const [owner, ours] = await Promise.all([readOwner(deps), findOurs(deps)])
  return compare(owner, ours)
}

/**
 * At each start, and before anything is tidied away: writes into a bucket that is nobody's or ours that it is
 * ours, and counts on, so that a backup of before is told by its count. Any other bucket is left as it is.
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
  await deps.database.$executeRaw`
    update "Installation" set "starts" = greatest("starts", ${before?.starts ?? 0}) + 1`
  const { id: installation, starts, place } = await findOurs(deps)
  const since = deps.clock.now().toISOString()
  await writeOwner(deps, { installation, starts, since, ...(place && { place }) })
  return 'ours'
}

/** Why nothing is removed from the bucket, and what to do about it; null where all is well. */
export const standingSentence = (standing: BucketStanding): string | null =>
  standing === 'ours' || standing === 'unclaimed' ? null : say(`bucket.${standing}`)

/** Whether a site may be shown from it: a copy does what it was restored for, and only tidies nothing away. */
export const mayServe = (standing: BucketStanding): boolean =>
  standing !== 'another' && standing !== 'ahead'

function mayTouch(log: Logger, standing: BucketStanding): boolean {
  const sentence = standingSentence(standing)
  if (sentence !== null) log.warn({ bucket: standing }, sentence)
  return sentence === null
}

/** Whether what no row speaks for may be removed. Says in the log why not. */
export const maySweep = async (deps: OwnerDeps): Promise<boolean> =>
  mayTouch(deps.log, await claimBucket(deps))

/**
 * Whether what rows of ours have done with may be destroyed: a copy's rows name what the database that it is
 * a copy of still plays. What is left lying goes with the rest once the bucket is ours. Says in the log why not.
 */
export const mayDestroy = async (
  deps: Pick<OwnerDeps, 'database' | 'storage' | 'log'>,
): Promise<boolean> => mayTouch(deps.log, await bucketStanding(deps))
