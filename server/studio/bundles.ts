import type {
  BundleChange,
  BundlesQuery,
  NewBundle,
  StudioBundle,
  StudioBundles,
} from '../../contract/bundles.ts'
import { amountProblem } from '../../contract/charge-limits.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import { bundlesSold } from '../billing/checkout/sell-bundle.ts'
import { priceProblem } from '../billing/plans/price-problem.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import type { Prisma } from '../clients/prisma/client.ts'
import { MatineeError, refusedField } from '../errors.ts'
import type { StudioDeps } from '../services.ts'

type Deps = Pick<StudioDeps, 'database' | 'clock'>
type Row = Prisma.BundleGetPayload<typeof withVideos>

const withVideos = {
  include: {
    videos: {
      orderBy: { position: 'asc' },
      select: { video: { select: { id: true, title: true } } },
    },
    collection: { select: { id: true, title: true } },
  },
} as const

async function toAnswers(
  database: Pick<Deps['database'], 'bundle'>,
  rows: Row[],
): Promise<StudioBundle[]> {
  const sold = await bundlesSold(
    database,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, title, amount, currency, active, createdAt, videos, collection }) => ({
    ...{ id, title, amount, currency, active, collection },
    sold: sold.includes(id),
    createdAt: createdAt.toISOString(),
    videos: videos.map(({ video }) => video),
  }))
}

async function readBundle(tx: DatabaseTransaction, id: string): Promise<StudioBundle> {
  const rows = await tx.bundle.findMany({ where: { id }, ...withVideos })
  const [bundle] = await toAnswers(tx, rows)
  if (bundle === undefined) throw new MatineeError('NOT_FOUND', { detail: say('none.bundle') })
  return bundle
}

/** The newest first, those no longer sold included. */
export async function listBundles(
  { database }: Deps,
  { cursor, limit }: BundlesQuery,
): Promise<StudioBundles> {
  const found = await database.bundle.findMany({
    ...(cursor !== undefined && { where: { id: { lt: cursor } } }),
    orderBy: { id: 'desc' },
    take: limit + 1,
    ...withVideos,
  })
  const page = found.slice(0, limit)
  const more = found.length > limit
  const nextCursor = more ? (page.at(-1)?.id ?? null) : null
  return { bundles: await toAnswers(database, page), nextCursor }
}

function checkPrice(amount: number, currency: string): void {
  const problem = amountProblem(amount, currency)
  if (problem === null) return
  const field = problem.kind === 'currency' ? 'currency' : 'amount'
  throw refusedField(field, priceProblem(problem, currency))
}

async function setVideos(tx: DatabaseTransaction, bundleId: string, videoIds: readonly string[]) {
  const known = await tx.video.findMany({ where: { id: { in: [...videoIds] } } })
  if (known.length < videoIds.length) throw refusedField('videoIds', say('none.film'))
  await tx.bundleVideo.deleteMany({ where: { bundleId } })
  await tx.bundleVideo.createMany({
    data: videoIds.map((videoId, position) => ({ bundleId, videoId, position })),
  })
}

const refuseEither = (field: string) => refusedField(field, say('collections.eitherSold'))

/**
 * @throws MatineeError BAD_REQUEST for a price that Stripe cannot charge, and for films or a collection that
 *   are not there
 */
export async function createBundle(
  { database, clock }: Deps,
  actorId: string,
  { videoIds, ...given }: NewBundle,
): Promise<StudioBundle> {
  checkPrice(given.amount, given.currency)
  const { collectionId } = given
  if ((videoIds === undefined) === (collectionId === undefined)) throw refuseEither('videoIds')
  return database.$transaction(async (tx) => {
    const isThere =
      collectionId === undefined ||
      // Held, so that it is not deleted meanwhile.
      (
        await tx.$queryRaw<unknown[]>`
        select 1 from "Collection" where id = ${collectionId}::uuid for key share`
      ).length > 0
    if (!isThere) throw refusedField('collectionId', say('none.collection'))
    const { id } = await tx.bundle.create({
      data: { ...given, title: given.title.trim(), createdAt: clock.now() },
    })
    if (videoIds !== undefined) await setVideos(tx, id, videoIds)
    const details = { ...given, ...(videoIds && { videoIds }) }
    await audit(tx, { actorId, action: 'bundle.made', subject: `bundle:${id}`, details })
    return readBundle(tx, id)
  })
}

/** What was bought stays as it was. @throws MatineeError NOT_FOUND, BAD_REQUEST */
export async function changeBundle(
  { database }: Deps,
  actorId: string,
  id: string,
  { videoIds, ...change }: BundleChange,
): Promise<StudioBundle> {
  return database.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Bundle" where id = ${id}::uuid for update`
    const before = await tx.bundle.findUnique({ where: { id } })
    if (before === null) throw new MatineeError('NOT_FOUND', { detail: say('none.bundle') })
    const { title, amount, currency, active } = change
    if (videoIds !== undefined && before.collectionId !== null) throw refuseEither('videoIds')
    checkPrice(amount ?? before.amount, currency ?? before.currency)
    await tx.bundle.update({
      where: { id },
      data: {
        ...(title !== undefined && { title: title.trim() }),
        ...(amount !== undefined && { amount }),
        ...(currency !== undefined && { currency }),
        ...(active !== undefined && { active }),
      },
    })
    if (videoIds !== undefined) await setVideos(tx, id, videoIds)
    const details = { ...change, ...(videoIds && { videoIds }) }
    await audit(tx, { actorId, action: 'bundle.changed', subject: `bundle:${id}`, details })
    return readBundle(tx, id)
  })
}
