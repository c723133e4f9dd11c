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
import { Prisma } from '../clients/prisma/client.ts'
import { MatineeError, refusedField } from '../errors.ts'
import type { StudioDeps } from '../services.ts'

type Deps = Pick<StudioDeps, 'database' | 'clock'>

const withVideos = {
  include: {
    videos: {
      orderBy: { position: 'asc' },
      select: { video: { select: { id: true, title: true, published: true, visibility: true } } },
    },
  },
} as const

type CollectionRow = Prisma.CollectionGetPayload<typeof withVideos>

const toStudioCollection = (row: CollectionRow): StudioCollection => {
  const { id, slug, title, description, createdAt, videos } = row
  return {
    ...{ id, slug, title, description },
    createdAt: createdAt.toISOString(),
    videoIds: videos.map(({ video }) => video.id),
    videos: videos.map(({ video: { id, title, published, visibility } }) => ({
      ...{ id, title },
      onShow: published && visibility === 'public',
    })),
  }
}

const notFound = () => new MatineeError('NOT_FOUND', { detail: say('none.collection') })

const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

const explain = (error: unknown): unknown =>
  isTaken(error) ? new MatineeError('CONFLICT', { detail: say('collections.addressTaken') }) : error

async function setVideos(
  tx: DatabaseTransaction,
  collectionId: string,
  videoIds: readonly string[],
): Promise<void> {
  const twice = videoIds.findIndex((id, index) => videoIds.indexOf(id) !== index)
  if (twice >= 0) throw refusedField(`videoIds.${twice}`, say('collections.twice'))
  // Held, so that none is deleted before the collection is stored.
  const known = await tx.$queryRaw<{ id: string }[]>`
    select "id"::text from "Video" where "id" = any(${[...videoIds]}::uuid[]) for key share`
  const ids = new Set(known.map(({ id }) => id))
  const unknown = videoIds.findIndex((id) => !ids.has(id))
  if (unknown >= 0) throw refusedField(`videoIds.${unknown}`, say('none.film'))
  await tx.collectionVideo.deleteMany({ where: { collectionId } })
  await tx.collectionVideo.createMany({
    data: videoIds.map((videoId, position) => ({ collectionId, videoId, position })),
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
    ...withVideos,
  })
  const page = found.slice(0, limit)
  return {
    collections: page.map(toStudioCollection),
    nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** @throws NOT_FOUND */
export async function findCollection({ database }: Deps, id: string): Promise<StudioCollection> {
  const row = await database.collection.findUnique({ where: { id }, ...withVideos })
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
  { title, slug, description = '', videoIds = [] }: NewCollection,
): Promise<StudioCollection> {
  const create = (slug: string) =>
    database.$transaction(async (tx) => {
      const { id } = await tx.collection.create({
        data: { slug, title: title.trim(), description, createdAt: clock.now() },
      })
      await setVideos(tx, id, videoIds)
      await audit(tx, { actorId, action: 'collection.created', subject: `collection:${id}` })
      return tx.collection.findUniqueOrThrow({ where: { id }, ...withVideos })
    })
  const wished = slug ?? (slugify(title).slice(0, 80) || 'collection')
  const row = await create(wished).catch((error: unknown) => {
    if (slug !== undefined || !isTaken(error)) throw explain(error)
    return create(`${wished}-${randomBytes(3).toString('hex')}`)
  })
  return toStudioCollection(row)
}

/** Holds the row until the transaction ends. @throws NOT_FOUND */
async function lock(tx: DatabaseTransaction, id: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "Collection" where "id" = ${id}::uuid for update`
  if (rows.length === 0) throw notFound()
}

/** @throws NOT_FOUND, BAD_REQUEST for films that are unknown or named twice, CONFLICT */
export async function changeCollection(
  { database }: Deps,
  actorId: string,
  id: string,
  change: CollectionChange,
): Promise<StudioCollection> {
  const { title, slug, description, videoIds } = change
  const data = {
    ...(title !== undefined && { title: title.trim() }),
    ...(slug !== undefined && { slug }),
    ...(description !== undefined && { description }),
  }
  const row = await database
    .$transaction(async (tx) => {
      await lock(tx, id)
      if (videoIds !== undefined) await setVideos(tx, id, videoIds)
      const after = await tx.collection.update({ where: { id }, data, ...withVideos })
      const subject = `collection:${id}`
      await audit(tx, { actorId, action: 'collection.changed', subject, details: { ...change } })
      return after
    })
    .catch((error: unknown) => {
      throw explain(error)
    })
  return toStudioCollection(row)
}

/** Its films stay. @throws NOT_FOUND */
export async function deleteCollection(
  { database }: Deps,
  actorId: string,
  id: string,
): Promise<void> {
  await database.$transaction(async (tx) => {
    await lock(tx, id)
    const { title } = await tx.collection.delete({ where: { id } })
    const subject = `collection:${id}`
    await audit(tx, { actorId, action: 'collection.deleted', subject, details: { title } })
  })
}
