import { randomBytes } from 'node:crypto'
import slugify from '@sindresorhus/slugify'
import { audit } from '../accounts/audit.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { MatineeError } from '../errors.ts'
import { sweepFilm } from '../transcode/enqueue.ts'
import { columnsOf } from './change-film.ts'
import type { StudioParts } from './parts.ts'
import type { FilmChange, StudioFilm } from './schemas.ts'
import { toStudioFilm, withAll } from './studio-film.ts'

const notFound = () => new MatineeError('NOT_FOUND', { detail: 'There is no such film.' })

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === code

/** Every film, the newest first; the operator's library is as long as it is. */
export async function listFilms(parts: StudioParts): Promise<StudioFilm[]> {
  const films = await parts.database.video.findMany({ ...withAll, orderBy: { id: 'desc' } })
  return Promise.all(films.map((film) => toStudioFilm(parts, film)))
}

/** @throws NOT_FOUND */
export async function findFilm(parts: StudioParts, id: string): Promise<StudioFilm> {
  const film = await parts.database.video.findUnique({ where: { id }, ...withAll })
  if (film === null) throw notFound()
  return toStudioFilm(parts, film)
}

/** A draft with a slug made from its title; one that is taken gets a random end. */
export async function createFilm(
  parts: StudioParts,
  actorId: string,
  title: string,
): Promise<StudioFilm> {
  const wished = slugify(title).slice(0, 80) || 'film'
  const create = (slug: string) =>
    parts.database.$transaction(async (tx) => {
      const film = await tx.video.create({
        data: { title: title.trim(), slug, createdAt: parts.clock.now() },
        ...withAll,
      })
      await audit(tx, { actorId, action: 'video.created', subject: `video:${film.id}` })
      return film
    })
  const film = await create(wished).catch((error: unknown) => {
    if (!isCode(error, 'P2002')) throw error
    return create(`${wished}-${randomBytes(3).toString('hex')}`)
  })
  return toStudioFilm(parts, film)
}

/** The action that the audit log names a change by. */
function actionOf({ published }: FilmChange): string {
  if (published === undefined) return 'video.changed'
  return published ? 'video.published' : 'video.unpublished'
}

/**
 * Stores a change and its audit row together. Those who play the film hear of it from the database.
 *
 * @throws NOT_FOUND, BAD_REQUEST, CONFLICT
 */
export async function changeFilm(
  parts: StudioParts,
  actorId: string,
  id: string,
  change: FilmChange,
): Promise<StudioFilm> {
  const film = await parts.database
    .$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from "Video" where id = ${id}::uuid for update`
      const before = await tx.video.findUnique({ where: { id }, ...withAll })
      if (before === null) throw notFound()
      const data = columnsOf(before, change, parts.clock.now())
      const after = await tx.video.update({ where: { id }, data, ...withAll })
      const details = JSON.parse(JSON.stringify(change)) as Prisma.InputJsonObject
      await audit(tx, { actorId, action: actionOf(change), subject: `video:${id}`, details })
      return after
    })
    .catch((error: unknown) => {
      throw explain(error)
    })
  return toStudioFilm(parts, film)
}

function explain(error: unknown): unknown {
  if (isCode(error, 'P2002')) {
    return new MatineeError('CONFLICT', {
      detail: 'Another film has this address. Choose another.',
    })
  }
  if (isCode(error, 'P2003')) {
    const fields = [{ field: 'access.planIds', message: 'There is no such plan.' }]
    const detail = 'access.planIds: There is no such plan.'
    return new MatineeError('BAD_REQUEST', { detail, members: { fields } })
  }
  return error
}

/**
 * Removes a film and, by a job that outlives crashes, all that the bucket holds of it.
 *
 * @throws NOT_FOUND, CONFLICT when someone has paid for it
 */
export async function deleteFilm(parts: StudioParts, actorId: string, id: string): Promise<void> {
  // Before the row goes, since nothing would remember to after: the job leaves a film that is still
  // there alone.
  await sweepFilm(parts, id)
  await parts.database.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Video" where id = ${id}::uuid for update`
    const film = await tx.video.findUnique({ where: { id } })
    if (film === null) throw notFound()
    if ((await tx.purchase.count({ where: { videoId: id } })) > 0) {
      throw new MatineeError('CONFLICT', {
        detail: 'People have paid for this film, so it cannot be deleted. Unpublish it instead.',
      })
    }
    await tx.grant.deleteMany({ where: { videoId: id } })
    await tx.video.delete({ where: { id } })
    const details = { title: film.title }
    await audit(tx, { actorId, action: 'video.deleted', subject: `video:${id}`, details })
  })
}
