import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Mailer } from '../clients/mailer.ts'
import { MatineeError } from '../errors.ts'
import { normaliseEmail } from './emails.ts'
import { mailWords } from './mail-words.ts'
import { issueLink, readLink, spendLink } from './mailed-links.ts'
import { checkNewPassword } from './new-password.ts'
import { hashPassword } from './passwords.ts'
import { replacePassword } from './users.ts'
import { markVerified } from './verification.ts'

export const RESET_LINK_MINUTES = 60
const purpose = 'password-reset' as const

interface ResetDeps {
  database: Database
  mailer: Mailer
  clock: Clock
  /** Where the link leads, without a slash at its end. */
  publicUrl: string
  siteName: string
  siteLanguage: string
}

/**
 * Mails a link that sets a new password, if there is such an account. Takes its time: run it after
 * the answer, which must not tell whether there is one.
 */
export async function mailResetLink(deps: ResetDeps, email: string): Promise<void> {
  const { database, mailer, clock, publicUrl } = deps
  const user = await database.user.findUnique({ where: { email: normaliseEmail(email) } })
  if (!user || user.disabledAt) return
  const request = { userId: user.id, purpose, minutes: RESET_LINK_MINUTES, now: clock.now() }
  const link = await issueLink(database, request)
  if (link === null) return
  const { language, words } = mailWords(user, deps)
  await mailer.send({
    to: user.email,
    language,
    subject: words('mails.reset.subject'),
    text: words('mails.reset.text', { publicUrl, token: link.token, minutes: RESET_LINK_MINUTES }),
  })
}

/**
 * Sets a new password by a mailed link. Works once; signs out every browser.
 *
 * @returns whose password it was
 * @throws RESET_LINK_INVALID; BAD_REQUEST for a password that is guessed first
 */
export async function resetPassword(
  { database, clock, siteName }: Pick<ResetDeps, 'database' | 'clock' | 'siteName'>,
  { token, password }: { token: string; password: string },
): Promise<string> {
  const now = clock.now()
  // Looked up first, so that made-up tokens do not cost a password hash each.
  const user = (await readLink(database, token, purpose, now))?.user
  if (user === undefined) throw new MatineeError('RESET_LINK_INVALID')
  checkNewPassword(password, { email: user.email, siteName })
  const passwordHash = await hashPassword(password)
  await database.$transaction(async (tx) => {
    if (!(await spendLink(tx, token, purpose, now))) throw new MatineeError('RESET_LINK_INVALID')
    await replacePassword(tx, user.id, { passwordHash, actorId: user.id, now, how: 'reset' })
    // The link came to that address: one that is replaced ends its links.
    await markVerified(tx, user.id, now)
  })
  return user.id
}
