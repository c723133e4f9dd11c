import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Mailer } from '../clients/mailer.ts'
import { MatineeError } from '../errors.ts'
import { normaliseEmail } from './emails.ts'
import { hashPassword } from './passwords.ts'
import { hashToken, newToken } from './tokens.ts'
import { replacePassword } from './users.ts'

export const RESET_LINK_MINUTES = 60

interface ResetDeps {
  database: Database
  mailer: Mailer
  clock: Clock
  /** Where the link leads, without a slash at its end. */
  publicUrl: string
}

/**
 * Mails a link that sets a new password, if there is such an account. Takes its time: run it after
 * the answer, which must not tell whether there is one.
 */
export async function mailResetLink(
  { database, mailer, clock, publicUrl }: ResetDeps,
  email: string,
): Promise<void> {
  const user = await database.user.findUnique({ where: { email: normaliseEmail(email) } })
  if (!user || user.disabledAt) return
  const token = newToken()
  const now = clock.now()
  await database.passwordReset.create({
    data: {
      hash: hashToken(token),
      userId: user.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + RESET_LINK_MINUTES * 60_000),
    },
  })
  await mailer.send({
    to: user.email,
    subject: 'Choose a new password',
    text: letter(`${publicUrl}/reset-password#token=${token}`),
  })
}

// The token stands behind a "#": browsers send that part neither to servers nor as a referrer.
const letter = (link: string): string => `Someone, probably you, asked for a new password.

Choose one here, within the next ${RESET_LINK_MINUTES} minutes:
${link}

If it was not you, do nothing: your password stays as it is.
`

/**
 * Sets a new password by a mailed link. Works once; signs out every browser.
 *
 * @returns whose password it was
 * @throws RESET_LINK_INVALID
 */
export async function resetPassword(
  { database, clock }: Pick<ResetDeps, 'database' | 'clock'>,
  { token, password }: { token: string; password: string },
): Promise<string> {
  const hash = hashToken(token)
  const now = clock.now()
  const good = { hash, usedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } }
  // Looked up first, so that made-up tokens do not cost a password hash each.
  const reset = await database.passwordReset.findFirst({ where: good })
  if (!reset) throw new MatineeError('RESET_LINK_INVALID')
  const passwordHash = await hashPassword(password)
  await database.$transaction(async (tx) => {
    const { count } = await tx.passwordReset.updateMany({ where: good, data: { usedAt: now } })
    if (count === 0) throw new MatineeError('RESET_LINK_INVALID')
    await replacePassword(tx, reset.userId, { passwordHash, actorId: reset.userId, now })
  })
  return reset.userId
}
