import type { DatabaseTransaction } from '../clients/database.ts'
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

/** Signs every browser of an account out. */
export async function endAllSessions(
  database: DatabaseTransaction,
  userId: string,
  { reason, now }: Ending,
): Promise<void> {
  await database.refreshFamily.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: now, revokedReason: reason },
  })
}
