import { randomBytes } from 'node:crypto'
import slugify from '@sindresorhus/slugify'
import type { AuditAction } from '../../contract/audit-actions.ts'
import type { StudioVideo, VideoChange } from '../../contract/studio.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import type { Prisma } from '../clients/prisma/client.ts'
import { isTaken, namesNothing } from '../clients/refused-by-database.ts'
import { MatineeError, refusedField } from '../errors.ts'
import type { StudioDeps } from '../services.ts'
import { sweepVideo } from '../transcode/queue/enqueue.ts'
import { columnsOf } from './change-video.ts'
import { differing } from './differing.ts'
import { toStudioVideo, type VideoRow, withAll } from './studio-video.ts'

const notFound = () => new MatineeError('NOT_FOUND', { detail: say('none.film') })

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
  return toStudioVideo(deps, await beginVideo(deps, actorId, { title: title.trim() }))
}

/** As createVideo, with what is known of it beside its title. */
export async function beginVideo(
  { database, clock }: Pick<StudioDeps, 'database' | 'clock'>,
  actorId: string,
  known: Omit<Prisma.VideoCreateInput, 'slug'>,
  details?: Prisma.InputJsonObject,
): Promise<VideoRow> {
  const wished = slugify(known.title).slice(0, 80) || 'film'
  const now = clock.now()
  const create = (slug: string) =>
    database.$transaction(async (tx) => {
      const data = { ...known, slug, createdAt: now, changedAt: now }
      const video = await tx.video.create({ data, ...withAll })
      const entry = { actorId, action: 'video.created', subject: `video:${video.id}` } as const
      await audit(tx, { ...entry, ...(details && { details }) })
      return video
    })
  return create(wished).catch((error: unknown) => {
    if (!isTaken(error)) throw error
    return create(`${wished}-${randomBytes(3).toString('hex')}`)
  })
}

/** The action that the audit log names a change by. */
function actionOf({ published, archived }: VideoChange): AuditAction {
  if (archived !== undefined) return archived ? 'video.archived' : 'video.restored'
  if (published === undefined) return 'video.changed'
  return published ? 'video.published' : 'video.unpublished'
}

/** Held until the transaction ends. @throws NOT_FOUND */
export async function lockVideo(tx: DatabaseTransaction, id: string): Promise<VideoRow> {
  await tx.$queryRaw`select 1 from "Video" where id = ${id}::uuid for update`
  const row = await tx.video.findUnique({ where: { id }, ...withAll })
  if (row === null) throw notFound()
  return row
}

/**
 * Stores a change and its audit row together. Those who play the film hear of it from the database.
 *
 * @throws NOT_FOUND, BAD_REQUEST, CONFLICT: with `current` and `differs` where someone else has changed
 * the film since the version that was read, so that nothing that was typed is lost
 */
export async function changeVideo(
  deps: StudioDeps,
  actorId: string,
  id: string,
  { version, ...change }: VideoChange,
): Promise<StudioVideo> {
  const video = await deps.database
    .$transaction(async (tx) => {
      const before = await lockVideo(tx, id)
      if (version !== undefined && version !== before.version) {
        const current = await toStudioVideo(deps, before)
        const differs = differing(current, change)
        const detail = say('films.stale')
        if (differs.length > 0) {
          throw new MatineeError('CONFLICT', { detail, members: { current, differs } })
        }
      }
      return storeChange(deps, tx, actorId, before, change)
    })
    .catch((error: unknown) => {
      throw explain(error)
    })
  return toStudioVideo(deps, video)
}

/** Within a transaction that holds the film. @throws as changeVideo */
export async function storeChange(
  { clock }: Pick<StudioDeps, 'clock'>,
  tx: DatabaseTransaction,
  actorId: string,
  before: VideoRow,
  change: VideoChange,
): Promise<VideoRow> {
  if (Object.keys(change).length === 0) return before
  const { id } = before
  const now = clock.now()
  const data = { ...columnsOf(before, change, now), changedAt: now, version: { increment: 1 } }
  const after = await tx.video.update({ where: { id }, data, ...withAll })
  const details = JSON.parse(JSON.stringify(change)) as Prisma.InputJsonObject
  await audit(tx, { actorId, action: actionOf(change), subject: `video:${id}`, details })
  return after
}

export function explain(error: unknown): unknown {
  if (isTaken(error)) {
    return new MatineeError('CONFLICT', { detail: say('films.addressTaken') })
  }
  if (namesNothing(error)) {
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
