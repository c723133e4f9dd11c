import { audit } from '../audit/audit.ts'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import { closeLinks } from './mailed-links.ts'
import { hashToken } from './tokens.ts'

export interface Ending {
  reason: string
  now: Date
}

/** Signs one browser out. A second time changes nothing. */
export async function endSession(
  database: DatabaseTransaction,
  familyId: string,
  { reason, now }: Ending,
): Promise<void> {
  await database.refreshFamily.updateMany({
    where: { id: familyId, revokedAt: null },
    data: { revokedAt: now, revokedReason: reason },
  })
}

/**
 * Signs out the browser that holds this refresh token, used up or not.
 *
 * @param unlessOf leaves it signed in if it is this account's
 */
export async function endSessionOfToken(
  database: DatabaseTransaction,
  token: string,
  { unlessOf, ...ending }: Ending & { unlessOf?: string },
): Promise<void> {
  const stored = await database.refreshToken.findUnique({
    where: { hash: hashToken(token) },
    include: { family: true },
  })
  if (stored && stored.family.userId !== unlessOf) {
    await endSession(database, stored.familyId, ending)
  }
}

/**
 * Signs every browser of an account out, and closes what was mailed to get in by.
 *
 * @param except the sign-in of whoever asks for it, which stays
 */
export async function endAllSessions(
  tx: DatabaseTransaction,
  userId: string,
  { reason, now, except }: Ending & { except?: string | undefined },
): Promise<void> {
  await tx.refreshFamily.updateMany({
    where: { userId, revokedAt: null, ...(except !== undefined && { id: { not: except } }) },
    data: { revokedAt: now, revokedReason: reason },
  })
  await closeLinks(tx, userId, now)
}

/** Signs the browser out that holds this refresh token, or this sign-in, at its owner's wish. */
export function signOut(
  database: Database,
  { token, familyId }: { token: string | undefined; familyId: string | undefined },
  now: Date,
): Promise<void> {
  return database.$transaction(async (tx) => {
    const stored =
      token && (await tx.refreshToken.findUnique({ where: { hash: hashToken(token) } }))
    const ids = [familyId, stored ? stored.familyId : undefined].filter((id) => id !== undefined)
    const standing = { id: { in: ids }, revokedAt: null }
    const ended = await tx.refreshFamily.updateManyAndReturn({
      where: standing,
      data: { revokedAt: now, revokedReason: 'signed-out' },
    })
    for (const { id, userId } of ended) {
      const about = { action: 'user.signed-out', subject: `user:${userId}` } as const
      await audit(tx, { actorId: userId, ...about, details: { familyId: id } })
    }
  })
}

/** Signs an account out of every browser, at its owner's wish. */
export function signOutEverywhere(database: Database, userId: string, now: Date): Promise<void> {
  return database.$transaction(async (tx) => {
    await endAllSessions(tx, userId, { reason: 'signed-out-everywhere', now })
    const about = { action: 'user.signed-out-everywhere', subject: `user:${userId}` } as const
    await audit(tx, { actorId: userId, ...about })
  })
}
