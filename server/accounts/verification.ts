import { say } from '../../contract/words/server.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import type { Mailer } from '../clients/mailer.ts'
import type { User } from '../clients/prisma/client.ts'
import { MatineeError, refusedField } from '../errors.ts'
import { ownWording } from '../site/mail-texts.ts'
import { filled, spokenIn, usualWording } from '../site/mail-wording.ts'
import { issueLink, pastLink, readLink, spendCode, spendLink } from './mailed-links.ts'

export interface MailDeps {
  database: Database
  mailer: Mailer
  clock: Clock
  publicUrl: string
  siteName: string
  siteLanguage: string
}

const MINUTES = 24 * 60
const purpose = 'verification' as const

/** Mails a link and six digits that prove that mail to the account's address arrives. */
export async function mailVerification(
  deps: MailDeps,
  {
    id,
    email,
    emailVerifiedAt,
    language,
  }: Pick<User, 'id' | 'email' | 'emailVerifiedAt' | 'language'>,
): Promise<void> {
  const { database, mailer, clock, publicUrl, siteName } = deps
  if (emailVerifiedAt !== null) return
  const request = { userId: id, purpose, minutes: MINUTES, now: clock.now(), withCode: true }
  const link = await issueLink(database, request)
  if (link === null) return
  const speech = language ?? deps.siteLanguage
  const own = await ownWording(database, 'verification')
  const wording = own ?? usualWording('verification', speech)
  const values = {
    siteName,
    code: link.code,
    link: `${publicUrl}/verify-email#token=${link.token}`,
  }
  const mail = { ...spokenIn(own, speech), ...filled(wording, values) }
  await mailer.send({ to: email, ...mail, secret: link.code })
}

export const markVerified = (tx: DatabaseTransaction, userId: string, now: Date) =>
  tx.user.updateMany({
    where: { id: userId, emailVerifiedAt: null },
    data: { emailVerifiedAt: now },
  })

/**
 * Does nothing where the address is confirmed already.
 *
 * @throws RESET_LINK_INVALID
 */
export async function verifyByLink(database: Database, token: string, now: Date): Promise<void> {
  const link = await readLink(database, token, purpose, now)
  if (link === null) {
    const past = await pastLink(database, token, purpose)
    if (past?.user.emailVerifiedAt != null) return
    throw new MatineeError('RESET_LINK_INVALID')
  }
  await database.$transaction(async (tx) => {
    if (!(await spendLink(tx, token, purpose, now))) throw new MatineeError('RESET_LINK_INVALID')
    await markVerified(tx, link.user.id, now)
  })
}

/** @throws BAD_REQUEST for a wrong code, or one too many */
export async function verifyByCode(
  database: Database,
  userId: string,
  code: string,
  now: Date,
): Promise<void> {
  if (!(await spendCode(database, { userId, purpose, code, now }))) {
    throw refusedField('code', say('accounts.wrongCode'))
  }
  await markVerified(database, userId, now)
}
