import { randomBytes } from 'node:crypto'
import slugify from '@sindresorhus/slugify'
import type {
  CollectionChange,
  CollectionsQuery,
  NewCollection,
  StudioCollection,
  StudioCollections,
} from '../../contract/collections.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { isTaken } from '../clients/refused-by-database.ts'
import { MatineeError, refusedField } from '../errors.ts'
import type { StudioDeps } from '../services.ts'
import {
  type Arrangement,
  complaintOf,
  findNamed,
  nothing,
  type Place,
  placesOf,
  rearranged,
} from './arrangement.ts'
import {
  arrangementOf,
  type CollectionRow,
  toListed,
  toStudioCollection,
  withAll,
  withPlaces,
} from './collection-answers.ts'

type Deps = Pick<StudioDeps, 'database' | 'clock'>

const notFound = () => new MatineeError('NOT_FOUND', { detail: say('none.collection') })

const explain = (error: unknown): unknown =>
  isTaken(error) ? new MatineeError('CONFLICT', { detail: say('collections.addressTaken') }) : error

/** A collection among the films: itself, or another. */
async function refuseUnknown(
  tx: DatabaseTransaction,
  collectionId: string,
  change: Arranged,
  places: readonly Place[],
): Promise<void> {
  const wanted = places.map(({ videoId }) => videoId)
  // Held, so that none is deleted before the collection is stored.
  const known = await tx.$queryRaw<{ id: string }[]>`
    select "id"::text from "Video" where "id" = any(${wanted}::uuid[]) for key share`
  const ids = new Set(known.map(({ id }) => id))
  const unknown = findNamed(change, (id) => !ids.has(id))
  if (unknown === undefined) return
  const { field, videoId } = unknown
  if (videoId === collectionId) throw refusedField(field, say('collections.inItself'))
  const isOne = (await tx.collection.count({ where: { id: videoId } })) > 0
  throw refusedField(field, say(isOne ? 'collections.inAnother' : 'none.film'))
}

type Arranged = Pick<CollectionChange, keyof Arrangement>

const arrangedMembers = ['series', 'videoIds', 'seasons', 'trailerIds', 'extraIds'] as const

async function arrange(
  tx: DatabaseTransaction,
  collectionId: string,
  before: Arrangement,
  change: Arranged,
): Promise<void> {
  if (arrangedMembers.every((member) => change[member] === undefined)) return
  const complaint = complaintOf(before, change)
  if (complaint !== undefined) throw refusedField(complaint.field, complaint.message)
  const after = rearranged(before, change)
  const places = placesOf(after)
  await refuseUnknown(tx, collectionId, change, places)
  await tx.collectionVideo.deleteMany({ where: { collectionId } })
  await tx.collectionSeason.deleteMany({ where: { collectionId } })
  await tx.collectionSeason.createMany({
    data: after.seasons.map(({ number, title }) => ({ collectionId, number, title })),
  })
  await tx.collectionVideo.createMany({
    data: places.map((place, position) => ({ collectionId, ...place, position })),
  })
  await tx.collection.update({
    where: { id: collectionId },
    data: { series: after.series },
  })
}

async function setPlans(
  tx: DatabaseTransaction,
  collectionId: string,
  planIds: readonly string[] | undefined,
): Promise<void> {
  if (planIds === undefined) return
  const known = await tx.plan.findMany({ where: { id: { in: [...planIds] } } })
  const ids = new Set(known.map(({ id }) => id))
  const unknown = planIds.findIndex((id) => !ids.has(id))
  if (unknown >= 0) throw refusedField(`planIds.${unknown}`, say('none.plan'))
  await tx.collectionPlan.deleteMany({ where: { collectionId } })
  await tx.collectionPlan.createMany({
    data: planIds.map((planId) => ({ collectionId, planId })),
  })
}

/** The newest first, also empty ones. */
export async function listCollections(
  { database }: Deps,
  { cursor, limit }: CollectionsQuery,
): Promise<StudioCollections> {
  const found = await database.collection.findMany({
    ...(cursor !== undefined && { where: { id: { lt: cursor } } }),
    orderBy: { id: 'desc' },
    take: limit + 1,
    ...withPlaces,
  })
  const page = found.slice(0, limit)
  return {
    collections: page.map(toListed),
    nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** @throws NOT_FOUND */
export async function findCollection({ database }: Deps, id: string): Promise<StudioCollection> {
  const row = await database.collection.findUnique({ where: { id }, ...withAll })
  if (row === null) throw notFound()
  return toStudioCollection(row)
}

/**
 * Without a slug it gets one made from its title; one of those that is taken gets a random end.
 *
 * @throws BAD_REQUEST for films that are unknown or named twice, CONFLICT for a slug that is taken
 */
export async function createCollection(
  { database, clock }: Deps,
  actorId: string,
  { title, slug, description = '', planIds, ...arranged }: NewCollection,
): Promise<StudioCollection> {
  const create = (slug: string) =>
    database.$transaction(async (tx) => {
      const { id } = await tx.collection.create({
        data: { slug, title: title.trim(), description, createdAt: clock.now() },
      })
      await arrange(tx, id, nothing, arranged)
      await setPlans(tx, id, planIds)
      await audit(tx, { actorId, action: 'collection.created', subject: `collection:${id}` })
      return tx.collection.findUniqueOrThrow({ where: { id }, ...withAll })
    })
  const wished = slug ?? (slugify(title).slice(0, 80) || 'collection')
  const row = await create(wished).catch((error: unknown) => {
    if (slug !== undefined || !isTaken(error)) throw explain(error)
    return create(`${wished}-${randomBytes(3).toString('hex')}`)
  })
  return toStudioCollection(row)
}

/** Holds the row until the transaction ends. @throws NOT_FOUND */
export async function lockCollection(tx: DatabaseTransaction, id: string): Promise<CollectionRow> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "Collection" where "id" = ${id}::uuid for update`
  if (rows.length === 0) throw notFound()
  return tx.collection.findUniqueOrThrow({ where: { id }, ...withAll })
}

/** @throws CONFLICT with what is stored, where someone has saved since and it is something else */
function refuseStale(now: StudioCollection, { version, ...change }: CollectionChange): void {
  if (version === undefined || version === now.version) return
  const differs = Object.entries(change).flatMap(([member, value]) =>
    JSON.stringify(now[member as keyof StudioCollection]) === JSON.stringify(value) ? [] : [member],
  )
  if (differs.length === 0) return
  const members = { current: now, differs }
  throw new MatineeError('CONFLICT', { detail: say('collections.stale'), members })
}

/**
 * @throws NOT_FOUND, BAD_REQUEST for films that are unknown or named twice, CONFLICT for an address that
 *   is taken, and when someone has saved since the version that was changed
 */
export async function changeCollection(
  { database }: Deps,
  actorId: string,
  id: string,
  change: CollectionChange,
): Promise<StudioCollection> {
  const { title, slug, description, planIds, version: _, ...arranged } = change
  const data = {
    version: { increment: 1 },
    ...(title !== undefined && { title: title.trim() }),
    ...(slug !== undefined && { slug }),
    ...(description !== undefined && { description }),
  }
  const row = await database
    .$transaction(async (tx) => {
      const before = await lockCollection(tx, id)
      refuseStale(toStudioCollection(before), change)
      await arrange(tx, id, arrangementOf(before), arranged)
      await setPlans(tx, id, planIds)
      const after = await tx.collection.update({ where: { id }, data, ...withAll })
      const { version: _, ...details } = change
      const subject = `collection:${id}`
      await audit(tx, { actorId, action: 'collection.changed', subject, details })
      return after
    })
    .catch((error: unknown) => {
      throw explain(error)
    })
  return toStudioCollection(row)
}

/** Its films stay. @throws NOT_FOUND, CONFLICT where it is or was sold as a whole */
export async function deleteCollection(
  { database }: Deps,
  actorId: string,
  id: string,
): Promise<void> {
  await database.$transaction(async (tx) => {
    const { title } = await lockCollection(tx, id)
    const isSold =
      (await tx.bundle.count({ where: { collectionId: id, active: true } })) > 0 ||
      (await tx.purchase.count({ where: { collectionId: id } })) > 0
    if (isSold) throw new MatineeError('CONFLICT', { detail: say('collections.sold') })
    // While its films are there to be told of.
    await tx.collectionPlan.deleteMany({ where: { collectionId: id } })
    await tx.collection.delete({ where: { id } })
    const subject = `collection:${id}`
    await audit(tx, { actorId, action: 'collection.deleted', subject, details: { title } })
  })
}
