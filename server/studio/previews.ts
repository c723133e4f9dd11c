import { pages } from '../../contract/pages.ts'
import type { MadePreview, NewPreview, PreviewLink, PreviewLinks } from '../../contract/previews.ts'
import { say } from '../../contract/words/server.ts'
import { hashToken, newToken } from '../accounts/tokens.ts'
import { audit } from '../audit/audit.ts'
import type { Prisma } from '../clients/prisma/client.ts'
import { MatineeError } from '../errors.ts'
import type { StudioDeps } from '../services.ts'
import { lockVideo } from './videos.ts'

type Deps = Pick<StudioDeps, 'database' | 'clock' | 'config'>

const dayMs = 86_400_000
/** Open at once, of one film. */
const mostOpen = 50
const mostShown = 100

const withCount = { include: { _count: { select: { passes: true } } } } as const
type Row = Prisma.PreviewLinkGetPayload<typeof withCount>

const answer = ({
  id,
  note,
  forOne,
  createdAt,
  expiresAt,
  revokedAt,
  _count,
}: Row): PreviewLink => ({
  ...{ id, note, forOne },
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
  opened: _count.passes,
})

export async function listPreviews({ database }: Deps, videoId: string): Promise<PreviewLinks> {
  const rows = await database.previewLink.findMany({
    where: { videoId },
    orderBy: { id: 'desc' },
    take: mostShown,
    ...withCount,
  })
  return { previews: rows.map(answer) }
}

/**
 * A link whose token is told here and never again. It stands behind the "#", which no server, log or
 * referrer gets to see.
 *
 * @throws NOT_FOUND, CONFLICT for a film that does not play, and when too many links are open
 */
export async function makePreview(
  { database, clock, config }: Deps,
  actorId: string,
  videoId: string,
  { note = '', forOne = false, days }: NewPreview,
): Promise<MadePreview> {
  const now = clock.now()
  const token = newToken()
  const expiresAt = new Date(now.getTime() + days * dayMs)
  const made = await database.$transaction(async (tx) => {
    const { encodeId } = await lockVideo(tx, videoId)
    if (encodeId === null) throw new MatineeError('CONFLICT', { detail: say('films.notPlayable') })
    const open = { videoId, revokedAt: null, expiresAt: { gt: now } }
    if ((await tx.previewLink.count({ where: open })) >= mostOpen) {
      throw new MatineeError('CONFLICT', { detail: say('previews.tooMany', { most: mostOpen }) })
    }
    const hash = hashToken(token)
    const data = { videoId, hash, note: note.trim(), forOne, createdById: actorId }
    const row = await tx.previewLink.create({
      data: { ...data, createdAt: now, expiresAt },
      ...withCount,
    })
    const details = { previewId: row.id, forOne, expiresAt: expiresAt.toISOString() }
    await audit(tx, { actorId, action: 'preview.made', subject: `video:${videoId}`, details })
    return row
  })
  const url = new URL(pages.preview, config.PUBLIC_URL)
  url.hash = new URLSearchParams({ token }).toString()
  return { preview: answer(made), url: url.href }
}

/** Ends it at once, also what plays by it. One that is ended stays so. @throws NOT_FOUND */
export async function revokePreview(
  { database, clock }: Deps,
  actorId: string,
  videoId: string,
  id: string,
): Promise<void> {
  await database.$transaction(async (tx) => {
    const { count } = await tx.previewLink.updateMany({
      where: { id, videoId, revokedAt: null },
      data: { revokedAt: clock.now() },
    })
    if (count > 0) {
      const subject = `video:${videoId}`
      await audit(tx, { actorId, action: 'preview.revoked', subject, details: { previewId: id } })
      return
    }
    if ((await tx.previewLink.count({ where: { id, videoId } })) === 0) {
      throw new MatineeError('NOT_FOUND', { detail: say('previews.gone') })
    }
  })
}
