import { randomInt } from 'node:crypto'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import { lockWithin } from '../clients/locks.ts'
import type { User } from '../clients/prisma/client.ts'
import { hashToken, newToken } from './tokens.ts'

/** What a mailed link may be good for. */
export type LinkPurpose = 'password-reset' | 'verification' | 'email-change' | 'sign-in'

/** Mails of one kind to one mailbox within an hour, whoever asks for them and from wherever. */
const MOST_AN_HOUR = 3
const HOUR = 60 * 60_000
/** Of a million codes: whoever guesses gets these and then has to ask for another mail. */
const MOST_TRIES = 5

export interface LinkRequest {
  userId: string
  purpose: LinkPurpose
  minutes: number
  now: Date
  /** The new address, of a change. */
  email?: string
  /** Whether six digits may be typed in place of following the link. */
  withCode?: boolean
}

const newCode = () => String(randomInt(1_000_000)).padStart(6, '0')
const hashCode = (userId: string, code: string) => hashToken(`${userId} ${code}`)

/**
 * Makes the token of a link to be mailed, and its code.
 *
 * @returns null when the mailbox has had its share
 */
export function issueLink(
  database: Database,
  { userId, purpose, minutes, now, email, withCode = false }: LinkRequest,
): Promise<{ token: string; code: string } | null> {
  return database.$transaction(async (tx) => {
    // Requests at the same moment wait for each other, so that none is miscounted.
    await tx.$queryRaw`select 1 from "User" where id = ${userId}::uuid for update`
    const since = new Date(now.getTime() - HOUR)
    const lately = { purpose, createdAt: { gt: since } }
    const counts = [tx.mailedLink.count({ where: { ...lately, userId } })]
    if (email !== undefined) {
      await lockWithin(tx, email)
      counts.push(tx.mailedLink.count({ where: { ...lately, email } }))
    }
    if ((await Promise.all(counts)).some((count) => count >= MOST_AN_HOUR)) return null
    const token = newToken()
    const code = newCode()
    await tx.mailedLink.create({
      data: {
        hash: hashToken(token),
        userId,
        purpose,
        createdAt: now,
        expiresAt: new Date(now.getTime() + minutes * 60_000),
        ...(email !== undefined && { email }),
        ...(withCode && { codeHash: hashCode(userId, code) }),
      },
    })
    return { token, code }
  })
}

/** One that was never sent: as if nobody had asked for it. */
export async function dropLink(database: Database, token: string): Promise<void> {
  await database.mailedLink.deleteMany({ where: { hash: hashToken(token) } })
}

const good = (token: string, purpose: LinkPurpose, now: Date) => ({
  hash: hashToken(token),
  purpose,
  usedAt: null,
  expiresAt: { gt: now },
  user: { disabledAt: null },
})

/** Whose link it is and which address it was mailed to, while it can be used. */
export async function readLink(
  database: DatabaseTransaction,
  token: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<{ user: User; email: string | null } | null> {
  const where = good(token, purpose, now)
  return database.mailedLink.findFirst({ where, include: { user: true } })
}

/**
 * Whose link it is or was, used or too late as it may be: mail programs and those that look into mails for
 * harm follow a link before its reader does, who is then told what it has done.
 */
export const pastLink = (database: DatabaseTransaction, token: string, purpose: LinkPurpose) =>
  database.mailedLink.findFirst({
    where: { hash: hashToken(token), purpose, user: { disabledAt: null } },
    include: { user: true },
  })

/** Uses a link up. False when someone has been quicker. */
export async function spendLink(
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

/**
 * Closes every link that lets someone in, or takes the account to another address. One that proves the
 * address it has does neither, and stays.
 */
export async function closeLinks(
  tx: DatabaseTransaction,
  userId: string,
  now: Date,
): Promise<void> {
  const open = { userId, usedAt: null, purpose: { not: 'verification' satisfies LinkPurpose } }
  await tx.mailedLink.updateMany({ where: open, data: { usedAt: now } })
}

/** Uses up the account's newest link of a kind by its six digits. False for wrong ones, which count. */
export async function spendCode(
  database: Database,
  { userId, purpose, code, now }: Omit<LinkRequest, 'minutes'> & { code: string },
): Promise<boolean> {
  const open = { userId, purpose, usedAt: null, expiresAt: { gt: now } }
  const newest = await database.mailedLink.findFirst({
    where: { ...open, codeHash: { not: null } },
    orderBy: { createdAt: 'desc' },
  })
  if (newest === null) return false
  // The try is counted before it is looked at, so that many at once are many.
  const counted = await database.mailedLink.updateMany({
    where: { hash: newest.hash, ...open, tries: { lt: MOST_TRIES } },
    data: { tries: { increment: 1 } },
  })
  if (counted.count === 0) return false
  const { count } = await database.mailedLink.updateMany({
    where: { hash: newest.hash, ...open, codeHash: hashCode(userId, code) },
    data: { usedAt: now },
  })
  return count > 0
}
