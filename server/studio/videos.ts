import { randomBytes } from 'node:crypto'
import slugify from '@sindresorhus/slugify'
import type {
  StudioVideo,
  StudioVideos,
  StudioVideosQuery,
  VideoChange,
} from '../../contract/studio.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import { escapeLike, wordsOf } from '../clients/like.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { MatineeError, refusedField } from '../errors.ts'
import type { StudioDeps } from '../services.ts'
import { sweepVideo } from '../transcode/enqueue.ts'
import { columnsOf } from './change-video.ts'
import { toStudioVideo, withAll } from './studio-video.ts'

const notFound = () => new MatineeError('NOT_FOUND', { detail: say('none.film') })

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === code

/** Films with all words of `q` in their titles, drafts included, the newest first. */
export async function listVideos(
  deps: StudioDeps,
  { q, cursor, limit }: StudioVideosQuery,
): Promise<StudioVideos> {
  const found = await deps.database.video.findMany({
    ...withAll,
    where: {
      AND: wordsOf(q).map((word) => ({
        title: { contains: escapeLike(word), mode: 'insensitive' },
      })),
      ...(cursor !== undefined && { id: { lt: cursor } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const page = found.slice(0, limit)
  return {
    videos: await Promise.all(page.map((video) => toStudioVideo(deps, video))),
    nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** @throws NOT_FOUND */
export async function findVideo(deps: StudioDeps, id: string): Promise<StudioVideo> {
  const video = await deps.database.video.findUnique({ where: { id }, ...withAll })
  if (video === null) throw notFound()
  return toStudioVideo(deps, video)
}

/** A draft with a slug made from its title; one that is taken gets a random end. */
export async function createVideo(
  deps: StudioDeps,
  actorId: string,
  title: string,
): Promise<StudioVideo> {
  const wished = slugify(title).slice(0, 80) || 'film'
  const create = (slug: string) =>
    deps.database.$transaction(async (tx) => {
      const video = await tx.video.create({
        data: { title: title.trim(), slug, createdAt: deps.clock.now() },
        ...withAll,
      })
      await audit(tx, { actorId, action: 'video.created', subject: `video:${video.id}` })
      return video
    })
  const video = await create(wished).catch((error: unknown) => {
    if (!isCode(error, 'P2002')) throw error
    return create(`${wished}-${randomBytes(3).toString('hex')}`)
  })
  return toStudioVideo(deps, video)
}

/** The action that the audit log names a change by. */
function actionOf({ published }: VideoChange): string {
  if (published === undefined) return 'video.changed'
  return published ? 'video.published' : 'video.unpublished'
}

/**
 * Stores a change and its audit row together. Those who play the film hear of it from the database.
 *
 * @throws NOT_FOUND, BAD_REQUEST, CONFLICT
 */
export async function changeVideo(
  deps: StudioDeps,
  actorId: string,
  id: string,
  change: VideoChange,
): Promise<StudioVideo> {
  const video = await deps.database
    .$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from "Video" where id = ${id}::uuid for update`
      const before = await tx.video.findUnique({ where: { id }, ...withAll })
      if (before === null) throw notFound()
      const data = columnsOf(before, change, deps.clock.now())
      const after = await tx.video.update({ where: { id }, data, ...withAll })
      const details = JSON.parse(JSON.stringify(change)) as Prisma.InputJsonObject
      await audit(tx, { actorId, action: actionOf(change), subject: `video:${id}`, details })
      return after
    })
    .catch((error: unknown) => {
      throw explain(error)
    })
  return toStudioVideo(deps, video)
}

function explain(error: unknown): unknown {
  if (isCode(error, 'P2002')) {
    return new MatineeError('CONFLICT', { detail: say('films.addressTaken') })
  }
  if (isCode(error, 'P2003')) {
    return refusedField('access.planIds', say('none.plan'))
  }
  return error
}

/**
 * Removes a film and, by a job that outlives crashes, all that the bucket holds of it.
 *
 * @throws NOT_FOUND, CONFLICT when someone has paid for it
 */
export async function deleteVideo(deps: StudioDeps, actorId: string, id: string): Promise<void> {
  // Before the row goes, since nothing would remember to after: the job leaves a film that is still
  // there alone.
  await sweepVideo(deps, id)
  await deps.database.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Video" where id = ${id}::uuid for update`
    const video = await tx.video.findUnique({ where: { id } })
    if (video === null) throw notFound()
    if ((await tx.purchase.count({ where: { videoId: id } })) > 0) {
      throw new MatineeError('CONFLICT', { detail: say('films.paidFor') })
    }
    await tx.grant.deleteMany({ where: { videoId: id } })
    await tx.video.delete({ where: { id } })
    const details = { title: video.title }
    await audit(tx, { actorId, action: 'video.deleted', subject: `video:${id}`, details })
  })
}
