import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { Database } from '../clients/database.ts'
import { isRefusedAddress } from '../clients/mailer.ts'
import type { User } from '../clients/prisma/client.ts'
import { isTaken } from '../clients/refused-by-database.ts'
import { MatineeError, refusedField } from '../errors.ts'
import { isAddress, normaliseEmail } from './emails.ts'
import { followAddress } from './invitations.ts'
import { mailWords } from './mail-words.ts'
import { dropLink, issueLink, pastLink, readLink, spendLink } from './mailed-links.ts'
import { notAnAddress } from './users.ts'
import type { MailDeps } from './verification.ts'

const MINUTES = 24 * 60
const purpose = 'email-change' as const

/**
 * Mails a link to a new address, which becomes the account's when it is followed. An address that has an
 * account is told so in its own mailbox, and nowhere else.
 *
 * @throws BAD_REQUEST for what is no address, and for one that takes no mail; UNAVAILABLE while none is sent
 */
export async function mailEmailChange(
  deps: MailDeps,
  user: Pick<User, 'id' | 'email' | 'language'>,
  wanted: string,
): Promise<void> {
  const { database, mailer, clock, publicUrl, siteName } = deps
  const email = normaliseEmail(wanted)
  if (!isAddress(email)) throw notAnAddress()
  const request = { userId: user.id, purpose, minutes: MINUTES, now: clock.now(), email }
  const link = await issueLink(database, request)
  if (link === null) return
  const { language, words } = mailWords(user, deps)
  const isFree = (await database.user.count({ where: { email } })) === 0
  const mail = {
    to: email,
    about: user.id,
    language,
    subject: words(isFree ? 'mails.newAddress.subject' : 'mails.addressTaken.subject'),
    text: isFree
      ? words('mails.newAddress.text', { siteName, publicUrl, token: link.token })
      : words('mails.addressTaken.text', { siteName }),
  }
  await mailer.send(mail).catch(async (cause: unknown) => {
    // What no mailbox got is none of its share.
    await dropLink(database, link.token)
    if (isRefusedAddress(cause)) throw refusedField('email', say('accounts.addressRefused'))
    throw new MatineeError('UNAVAILABLE', { detail: say('accounts.linkNotSent'), cause })
  })
}

/**
 * The new address takes the old one's place. A second time changes nothing.
 *
 * @returns whose it is, and what tells the old address; null where it has been told
 * @throws RESET_LINK_INVALID, EMAIL_TAKEN
 */
export async function confirmEmailChange(
  deps: MailDeps,
  token: string,
): Promise<{ userId: string; notice: (() => Promise<void>) | null }> {
  const { database, mailer, clock, siteName } = deps
  const now = clock.now()
  const link = await readLink(database, token, purpose, now)
  if (link?.email == null) {
    const past = await pastLink(database, token, purpose)
    if (past !== null && past.usedAt !== null && past.user.email === past.email) {
      return { userId: past.userId, notice: null }
    }
    throw new MatineeError('RESET_LINK_INVALID')
  }
  const { user, email } = link
  const { language, words } = mailWords(user, deps)
  await replaceEmail(database, token, user.id, email, now)
  const notice = () =>
    mailer.send({
      to: user.email,
      about: user.id,
      language,
      subject: words('mails.addressChanged.subject'),
      text: words('mails.addressChanged.text', { siteName, email }),
    })
  return { userId: user.id, notice }
}

async function replaceEmail(
  database: Database,
  token: string,
  userId: string,
  email: string,
  now: Date,
): Promise<void> {
  try {
    await database.$transaction(async (tx) => {
      if (!(await spendLink(tx, token, purpose, now))) throw new MatineeError('RESET_LINK_INVALID')
      const links = { userId, usedAt: null }
      // What was mailed to the old address opens nothing any more.
      await tx.mailedLink.updateMany({ where: links, data: { usedAt: now } })
      const before = await tx.user.findUniqueOrThrow({ where: { id: userId } })
      await tx.user.update({ where: { id: userId }, data: { email, emailVerifiedAt: now } })
      // Whose address it was not is not who was invited.
      if (before.emailVerifiedAt !== null) await followAddress(tx, before.email, email, now)
      const about = { action: 'user.email-changed', subject: `user:${userId}` } as const
      await audit(tx, { actorId: userId, ...about })
    })
  } catch (error) {
    throw isTaken(error) ? new MatineeError('EMAIL_TAKEN') : error
  }
}
