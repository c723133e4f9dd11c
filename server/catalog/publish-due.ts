import { audit } from '../audit/audit.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import { MatineeError } from '../errors.ts'

export interface PublishDeps {
  database: Database
  clock: Clock
}

/** A film whose file is not ready at its time follows when it plays. */
const due = (now: Date) => ({
  published: false,
  archivedAt: null,
  publishAt: { lte: now },
  encodeId: { not: null },
})

const later = (one: Date | null, other: Date | null): Date | null =>
  one !== null && other !== null && other > one ? other : one

/**
 * Puts on show every film whose time has come, each with its row in the audit log. Those who follow
 * a film hear of it from the database.
 *
 * @returns how many were found due, also those that another process published meanwhile
 */
export async function publishDue({ database, clock }: PublishDeps): Promise<number> {
  const now = clock.now()
  const found = await database.video.findMany({
    where: due(now),
    select: {
      id: true,
      publishAt: true,
      publishedAt: true,
      liveEncode: { select: { playableAt: true } },
    },
  })
  for (const { id, publishAt, publishedAt, liveEncode } of found) {
    // One that could be played only later is as new as that.
    const since = later(publishAt, liveEncode?.playableAt ?? null)
    await database.$transaction(async (tx) => {
      const { count } = await tx.video.updateMany({
        where: { id, ...due(now) },
        data: { published: true, publishedAt: publishedAt ?? since, publishAt: null },
      })
      if (count === 0) return
      const details = { publishAt: publishAt?.toISOString() ?? null }
      await audit(tx, { actorId: null, action: 'video.published', subject: `video:${id}`, details })
    })
  }
  return found.length
}

/**
 * What `find` answers; where it finds nothing, again after films whose time has come were put on show.
 *
 * @throws what `find` throws
 */
export async function findInTime<T>(deps: PublishDeps, find: () => Promise<T>): Promise<T> {
  try {
    return await find()
  } catch (error) {
    const missing = error instanceof MatineeError && error.code === 'NOT_FOUND'
    if (!missing || (await publishDue(deps)) === 0) throw error
    return find()
  }
}
