import type { Database } from '../clients/database.ts'
import { MatineeError } from '../errors.ts'
import { normaliseEmail } from './emails.ts'
import { mailWords } from './mail-words.ts'
import { issueLink, readLink, spendLink } from './mailed-links.ts'
import { demandCode, type Entrance, enter, type Factors, type SignedIn } from './sign-in.ts'
import { hashToken } from './tokens.ts'
import type { MailDeps } from './verification.ts'

const MINUTES = 10
const purpose = 'sign-in' as const

/** Mails a link that signs in, if there is such an account. To be run after the answer. */
export async function mailSignInLink(deps: MailDeps, email: string): Promise<void> {
  const { database, mailer, clock, publicUrl, siteName } = deps
  const user = await database.user.findUnique({ where: { email: normaliseEmail(email) } })
  if (!user || user.disabledAt) return
  const request = { userId: user.id, purpose, minutes: MINUTES, now: clock.now() }
  const link = await issueLink(database, request)
  if (link === null) return
  const { language, words } = mailWords(user, deps)
  await mailer.send({
    to: user.email,
    language,
    subject: words('mails.signIn.subject', { siteName }),
    text: words('mails.signIn.text', { publicUrl, token: link.token, minutes: MINUTES }),
  })
}

const MOST_TRIES = 5

/** Whoever reads the mail alone must not guess the code: a link is good for a few. */
async function countTry(database: Database, token: string): Promise<void> {
  const { count } = await database.mailedLink.updateMany({
    where: { hash: hashToken(token), tries: { lt: MOST_TRIES } },
    data: { tries: { increment: 1 } },
  })
  if (count === 0) throw new MatineeError('RESET_LINK_INVALID')
}

/**
 * Begins a session for whoever reads the account's mail, which also proves its address.
 *
 * @throws RESET_LINK_INVALID
 */
export async function signInByLink(
  database: Database,
  { token, code, factors }: { token: string; code?: string | undefined; factors: Factors },
  entrance: Entrance,
): Promise<SignedIn> {
  const { now } = entrance
  const link = await readLink(database, token, purpose, now)
  if (link === null) throw new MatineeError('RESET_LINK_INVALID')
  if (code !== undefined) await countTry(database, token)
  return database.$transaction(async (tx) => {
    if (!(await spendLink(tx, token, purpose, now))) throw new MatineeError('RESET_LINK_INVALID')
    const verified = { emailVerifiedAt: link.user.emailVerifiedAt ?? now }
    const user = await tx.user.update({ where: { id: link.user.id }, data: verified })
    const proven = await demandCode(tx, user.id, { code, factors, entrance })
    return enter(tx, user, { ...entrance, ...proven })
  })
}
