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

/** Signs out the browser that holds this refresh token, used up or not. */
export async function endSessionOfToken(
  database: DatabaseTransaction,
  token: string,
  ending: Ending,
): Promise<void> {
  const stored = await database.refreshToken.findUnique({ where: { hash: hashToken(token) } })
  if (stored) await endSession(database, stored.familyId, ending)
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
