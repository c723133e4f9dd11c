import { audit } from '../audit/audit.ts'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import { tooMany } from '../errors.ts'
import type { IssuedSession } from '../plugins/auth.ts'
import { decideRefresh } from './decide-refresh.ts'
import { endSession } from './end-sessions.ts'
import { sessionExpiry } from './sessions.ts'
import { hashToken, newSalt, successorOf } from './tokens.ts'

async function readToken(tx: DatabaseTransaction, hash: Uint8Array<ArrayBuffer>) {
  // The lock makes a second tab wait for the first, and then see what the first has done.
  await tx.$queryRaw`select 1 from "RefreshToken" where hash = ${hash} for update`
  return tx.refreshToken.findUnique({
    where: { hash },
    include: { family: { include: { user: { select: { disabledAt: true } } } } },
  })
}
type StoredToken = NonNullable<Awaited<ReturnType<typeof readToken>>>

async function isUsed(tx: DatabaseTransaction, token: string): Promise<boolean> {
  const stored = await tx.refreshToken.findUnique({ where: { hash: hashToken(token) } })
  return stored?.usedAt != null
}

/** Of one browser; each exchange is a row. A page asks every quarter of an hour. */
const mostInAMinute = 30

async function refuseFlood(tx: DatabaseTransaction, familyId: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - 60_000)
  const lately = await tx.refreshToken.count({ where: { familyId, createdAt: { gt: since } } })
  if (lately >= mostInAMinute) throw tooMany(60)
}

async function rotate(
  tx: DatabaseTransaction,
  { hash, family }: StoredToken,
  token: string,
  now: Date,
): Promise<IssuedSession> {
  await refuseFlood(tx, family.id, now)
  const successorSalt = newSalt()
  const refreshToken = successorOf(token, successorSalt)
  const refreshExpiresAt = sessionExpiry(family.createdAt, now)
  await tx.refreshToken.update({ where: { hash }, data: { usedAt: now, successorSalt } })
  await tx.refreshToken.create({
    data: { hash: hashToken(refreshToken), familyId: family.id, createdAt: now },
  })
  await tx.refreshFamily.update({
    where: { id: family.id },
    data: { expiresAt: refreshExpiresAt },
  })
  return { userId: family.userId, familyId: family.id, refreshToken, refreshExpiresAt }
}

/**
 * Exchanges a refresh token for the next one. A token that comes back after it was exchanged has
 * been copied: then its whole family ends, the copy and the original alike.
 *
 * @param onReuse hears whose token it was that had been copied
 * @returns the session to go on with, or null when the token is not good (any more)
 * @throws TOO_MANY_REQUESTS
 */
export function refreshSession(
  database: Database,
  token: string,
  now: Date,
  onReuse: (userId: string) => void = () => undefined,
): Promise<IssuedSession | null> {
  return database.$transaction(async (tx) => {
    const stored = await readToken(tx, hashToken(token))
    if (!stored) return null
    const { family, successorSalt } = stored
    const successor = successorSalt && successorOf(token, successorSalt)
    const facts = {
      usedAt: stored.usedAt,
      successorUsed: successor !== null && (await isUsed(tx, successor)),
      familyExpiresAt: family.expiresAt,
      familyRevokedAt: family.revokedAt,
      userDisabledAt: family.user.disabledAt,
    }
    const verdict = decideRefresh(facts, now)
    if (verdict === 'rotate') return rotate(tx, stored, token, now)
    if (verdict === 'repeat' && successor) {
      const { userId, id: familyId, expiresAt: refreshExpiresAt } = family
      return { userId, familyId, refreshToken: successor, refreshExpiresAt }
    }
    if (verdict === 'reused') {
      await endSession(tx, family.id, { reason: 'token-reused', now })
      await audit(tx, {
        actorId: null,
        action: 'session.token-reused',
        subject: `user:${family.userId}`,
        details: { familyId: family.id },
      })
      onReuse(family.userId)
    }
    return null
  })
}
