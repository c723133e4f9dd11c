import type { Database, DatabaseTransaction } from '../clients/database.ts'
import { hashToken, newToken } from './tokens.ts'

/** What a mailed link may be good for. */
export type LinkPurpose = 'password-reset'

/** Mails of one kind to one mailbox within an hour, whoever asks for them and from wherever. */
const MOST_AN_HOUR = 3
const HOUR = 60 * 60_000

/**
 * Makes the token of a link to be mailed.
 *
 * @returns null when the mailbox has had its share
 */
export function issueLink(
  database: Database,
  {
    userId,
    purpose,
    minutes,
    now,
  }: { userId: string; purpose: LinkPurpose; minutes: number; now: Date },
): Promise<string | null> {
  return database.$transaction(async (tx) => {
    // Requests at the same moment wait for each other, so that none is miscounted.
    await tx.$queryRaw`select 1 from "User" where id = ${userId}::uuid for update`
    const since = new Date(now.getTime() - HOUR)
    const lately = { userId, purpose, createdAt: { gt: since } }
    if ((await tx.mailedLink.count({ where: lately })) >= MOST_AN_HOUR) return null
    const token = newToken()
    const expiresAt = new Date(now.getTime() + minutes * 60_000)
    await tx.mailedLink.create({
      data: { hash: hashToken(token), userId, purpose, createdAt: now, expiresAt },
    })
    return token
  })
}

const good = (token: string, purpose: LinkPurpose, now: Date) => ({
  hash: hashToken(token),
  purpose,
  usedAt: null,
  expiresAt: { gt: now },
  user: { disabledAt: null },
})

/** Whose link it is, while it can be used. */
export async function ownerOfLink(
  database: DatabaseTransaction,
  token: string,
  purpose: LinkPurpose,
  now: Date,
) {
  const link = await database.mailedLink.findFirst({
    where: good(token, purpose, now),
    include: { user: true },
  })
  return link?.user ?? null
}

/** Uses a link up. False when someone has been quicker. */
export async function useLink(
  tx: DatabaseTransaction,
  token: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.mailedLink.updateMany({
    where: good(token, purpose, now),
    data: { usedAt: now },
  })
  return count > 0
}
