import type { Invitation, InvitationTerms, NewInvitation } from '../../contract/operators.ts'
import { isOperator, type OperatorRole } from '../../contract/roles.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import type { OperatorInvitation, User } from '../clients/prisma/client.ts'
import { MatineeError } from '../errors.ts'
import { isAddress, normaliseEmail } from './emails.ts'
import { mailWords } from './mail-words.ts'
import { hashPassword, noPassword } from './passwords.ts'
import { hashToken, newToken } from './tokens.ts'
import { insertUser, notAnAddress, setRoleIn } from './users.ts'
import type { MailDeps } from './verification.ts'

const DAYS = 7
const DAY = 24 * 60 * 60_000

/** Open at once; more would be a way to write to strangers. */
const mostOpen = 50

type Row = OperatorInvitation & { invitedBy?: { email: string } | null }

const answer = ({ id, email, role, invitedBy, expiresAt }: Row): Invitation => ({
  ...{ id, email, role: role as OperatorRole },
  invitedBy: invitedBy?.email ?? null,
  expiresAt: expiresAt.toISOString(),
})

const open = (now: Date) => ({ closedAt: null, expiresAt: { gt: now } })

export async function openInvitations(database: Database, now: Date): Promise<Invitation[]> {
  const rows = await database.operatorInvitation.findMany({
    where: open(now),
    include: { invitedBy: { select: { email: true } } },
    orderBy: { id: 'desc' },
  })
  return rows.map(answer)
}

/**
 * Writes to someone that they may become an operator. One who was invited before has the newer mail alone.
 *
 * @throws BAD_REQUEST for what is no address; CONFLICT for an operator, and when too many are open
 */
export async function invite(
  deps: MailDeps,
  invitedById: string,
  { email: given, role }: NewInvitation,
): Promise<Invitation> {
  const { database, mailer, clock, publicUrl, siteName } = deps
  const email = normaliseEmail(given)
  if (!isAddress(email)) throw notAnAddress()
  const now = clock.now()
  const token = newToken()
  const made = await database.$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email } })
    if (user && isOperator(user.role)) {
      throw new MatineeError('CONFLICT', { detail: say('accounts.isOperator', { email }) })
    }
    await tx.operatorInvitation.updateMany({
      where: { email, ...open(now) },
      data: { closedAt: now },
    })
    if ((await tx.operatorInvitation.count({ where: open(now) })) >= mostOpen) {
      throw new MatineeError('CONFLICT', { detail: say('accounts.manyInvitations') })
    }
    const expiresAt = new Date(now.getTime() + DAYS * DAY)
    const row = await tx.operatorInvitation.create({
      data: { email, role, hash: hashToken(token), invitedById, createdAt: now, expiresAt },
      include: { invitedBy: { select: { email: true } } },
    })
    await audit(tx, {
      actorId: invitedById,
      action: 'operator.invited',
      subject: `invitation:${row.id}`,
      details: { role },
    })
    return row
  })
  const known = await database.user.findUnique({ where: { email }, select: { language: true } })
  const { language, words } = mailWords(known, deps)
  const mail = {
    to: email,
    language,
    subject: words('mails.invitation.subject', { siteName }),
    text: words('mails.invitation.text', { siteName, publicUrl, token, role, days: DAYS }),
  }
  await mailer.send(mail).catch((cause: unknown) => {
    throw new MatineeError('UNAVAILABLE', { detail: say('accounts.invitationNotSent'), cause })
  })
  return answer(made)
}

/** @throws NOT_FOUND for one that is not open */
export async function takeBack(
  { database, clock }: Pick<MailDeps, 'database' | 'clock'>,
  actorId: string,
  id: string,
): Promise<void> {
  const now = clock.now()
  await database.$transaction(async (tx) => {
    const where = { id, ...open(now) }
    const { count } = await tx.operatorInvitation.updateMany({ where, data: { closedAt: now } })
    if (count === 0) throw new MatineeError('NOT_FOUND', { detail: say('none.invitation') })
    const subject = `invitation:${id}`
    await audit(tx, { actorId, action: 'operator.invitation-taken-back', subject })
  })
}

/** Those to someone whose address is another now are theirs still, and end when their account does. */
export async function followAddress(
  tx: DatabaseTransaction,
  before: string,
  email: string,
  now: Date,
): Promise<void> {
  await tx.operatorInvitation.updateMany({
    where: { email: before, ...open(now) },
    data: { email },
  })
}

async function byToken(database: DatabaseTransaction, token: string, now: Date) {
  const where = { hash: hashToken(token), ...open(now) }
  const row = await database.operatorInvitation.findFirst({ where })
  if (row === null) throw new MatineeError('RESET_LINK_INVALID')
  return row
}

/** @throws RESET_LINK_INVALID */
export async function readInvitation(
  database: Database,
  token: string,
  now: Date,
): Promise<InvitationTerms> {
  const { email, role } = await byToken(database, token, now)
  const hasAccount = (await database.user.count({ where: { email } })) > 0
  return { email, role: role as OperatorRole, hasAccount }
}

export interface Acceptance {
  token: string
  /** Of the account that is to be opened; null where there is one. */
  password: string | null
  /** Who is signed in. */
  viewerId: string | null
  now: Date
}

/**
 * Makes its reader an operator, once: whoever is signed in by the invited address, or a new account of it,
 * whose address is proven by the mail.
 *
 * @throws RESET_LINK_INVALID, SIGN_IN_REQUIRED where there is an account, BAD_REQUEST without a password
 */
export async function acceptInvitation(
  database: Database,
  { token, password, viewerId, now }: Acceptance,
): Promise<User> {
  // Looked up first, so that made-up tokens do not cost a password hash each.
  const { hasAccount } = await readInvitation(database, token, now)
  const passwordHash = hasAccount ? noPassword : await hashPassword(password ?? '')
  return database.$transaction(async (tx) => {
    const { id, email, role } = await byToken(tx, token, now)
    const spent = await tx.operatorInvitation.updateMany({
      where: { id, ...open(now) },
      data: { closedAt: now },
    })
    if (spent.count === 0) throw new MatineeError('RESET_LINK_INVALID')
    const known = await tx.user.findUnique({ where: { email } })
    if (known && (known.id !== viewerId || known.disabledAt)) {
      const detail = say('accounts.acceptAs', { email })
      throw new MatineeError('SIGN_IN_REQUIRED', { detail })
    }
    const user = known ?? (await insertUser(tx, { email, passwordHash, now }))
    // An owner who is invited to less stays what they are.
    if (!isOperator(user.role)) await setRoleIn(tx, user.id, { role, actorId: user.id, now })
    const data = { emailVerifiedAt: user.emailVerifiedAt ?? now }
    await audit(tx, {
      actorId: user.id,
      action: 'operator.accepted',
      subject: `invitation:${id}`,
      details: { role },
    })
    return tx.user.update({ where: { id: user.id }, data })
  })
}
