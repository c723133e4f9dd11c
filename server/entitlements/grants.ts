import type { GrantsQuery } from '../../contract/access.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Prisma } from '../clients/prisma/client.ts'
import { MatineeError, refusedField } from '../errors.ts'

/** What an operator gives: a plan's films, or one film. */
export type GrantTarget = { planId: string } | { videoId: string }

export interface NewGrant {
  userId: string
  target: GrantTarget
  /** Null: without end. */
  until: Date | null
  reason: string
  /** The operator; null from the command line. */
  grantedById: string | null
}

const withTitle = { include: { video: { select: { title: true } } } } as const

export type GrantRow = Prisma.GrantGetPayload<typeof withTitle>

interface Deps {
  database: Database
  clock: Clock
}

/**
 * Gives access without payment.
 *
 * @throws MatineeError NOT_FOUND for an unknown user, plan or film; BAD_REQUEST for an end in the past
 */
export function giveGrant({ database, clock }: Deps, grant: NewGrant): Promise<GrantRow> {
  const { userId, target, until, reason, grantedById } = grant
  if (until !== null && until <= clock.now()) {
    throw refusedField('until', say('billing.grantEnd'))
  }
  return database.$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId, deletedAt: null } })
    const thing =
      'planId' in target
        ? await tx.plan.findUnique({ where: { id: target.planId } })
        : await tx.video.findUnique({ where: { id: target.videoId } })
    if (user === null || thing === null) {
      const thing = 'planId' in target ? 'none.plan' : 'none.film'
      throw new MatineeError('NOT_FOUND', { detail: say(user === null ? 'none.account' : thing) })
    }
    const row = await tx.grant.create({
      data: { userId, ...target, until, reason, grantedById, createdAt: clock.now() },
      ...withTitle,
    })
    await audit(tx, {
      actorId: grantedById,
      action: 'grant.given',
      subject: `user:${userId}`,
      details: { grant: row.id, ...target, until: until?.toISOString() ?? null, reason },
    })
    return row
  })
}

/** Grants of a user, the newest first, those that have ended included. */
export async function listGrants(
  database: Database,
  userId: string,
  { cursor, limit }: GrantsQuery,
): Promise<{ grants: GrantRow[]; nextCursor: string | null }> {
  const found = await database.grant.findMany({
    where: { userId, ...(cursor !== undefined && { id: { lt: cursor } }) },
    orderBy: { id: 'desc' },
    take: limit + 1,
    ...withTitle,
  })
  const grants = found.slice(0, limit)
  return { grants, nextCursor: found.length > limit ? (grants.at(-1)?.id ?? null) : null }
}

/**
 * Takes a grant back; the row stays and says when. Doing it again changes nothing.
 *
 * @throws MatineeError NOT_FOUND
 */
export function revokeGrant(
  { database, clock }: Deps,
  { userId, grantId, actorId }: { userId: string; grantId: string; actorId: string | null },
): Promise<void> {
  return database.$transaction(async (tx) => {
    const grant = await tx.grant.findFirst({ where: { id: grantId, userId } })
    if (grant === null) throw new MatineeError('NOT_FOUND')
    if (grant.revokedAt !== null) return
    await tx.grant.update({ where: { id: grantId }, data: { revokedAt: clock.now() } })
    const details = { grant: grantId }
    await audit(tx, { actorId, action: 'grant.revoked', subject: `user:${userId}`, details })
  })
}
