import type { OpenedPreview } from '../../contract/previews.ts'
import { say } from '../../contract/words/server.ts'
import { hashToken } from '../accounts/tokens.ts'
import { audit } from '../audit/audit.ts'
import { MatineeError } from '../errors.ts'
import type { CatalogDeps } from './videos.ts'

interface LinkRow {
  id: string
  videoId: string
  slug: string
  forOne: boolean
  expiresAt: Date
}

/**
 * Gives whoever opens a preview link what it promises, for their account: who may play it, on how many
 * devices, is decided as for everything else. Opening it again changes nothing.
 *
 * @throws NOT_FOUND for one that is unknown, over or taken back; FORBIDDEN for one that another has opened
 */
export async function openPreview(
  { database, clock }: Pick<CatalogDeps, 'database' | 'clock'>,
  userId: string,
  token: string,
): Promise<OpenedPreview> {
  const now = clock.now()
  const { slug, expiresAt } = await database.$transaction(async (tx) => {
    // Held, so that of two people at the same moment one is the first.
    const [link] = await tx.$queryRaw<LinkRow[]>`
      select l.id, l."videoId", v.slug, l."forOne", l."expiresAt"
      from "PreviewLink" l join "Video" v on v.id = l."videoId"
      where l.hash = ${hashToken(token)} and l."revokedAt" is null
        and l."expiresAt" > ${now}::timestamptz
      for update of l`
    if (link === undefined) throw new MatineeError('NOT_FOUND', { detail: say('previews.gone') })
    const linkId = link.id
    const others = await tx.previewPass.count({ where: { linkId, userId: { not: userId } } })
    if (link.forOne && others > 0) {
      throw new MatineeError('FORBIDDEN', { detail: say('previews.taken') })
    }
    const data = [{ linkId, userId, openedAt: now }]
    const { count } = await tx.previewPass.createMany({ data, skipDuplicates: true })
    if (count > 0) {
      const subject = `video:${link.videoId}`
      const details = { previewId: linkId }
      await audit(tx, { actorId: userId, action: 'preview.opened', subject, details })
    }
    return link
  })
  return { slug, until: expiresAt.toISOString() }
}
