import type { User as UserAnswer } from '../../contract/accounts.ts'
import { may } from '../../contract/roles.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import { lockWithin } from '../clients/locks.ts'
import type { User } from '../clients/prisma/client.ts'
import { isTaken } from '../clients/refused-by-database.ts'
import { MatineeError, refusedField } from '../errors.ts'
import { isAddress, normaliseEmail } from './emails.ts'
import { endAllSessions } from './end-sessions.ts'
import { hashPassword } from './passwords.ts'

/** Who makes a change and when. `actorId` is null for the command line. */
export interface By {
  actorId: string | null
  now: Date
}

/** What an account's owner may see of it. */
export const userAnswer = (user: User): UserAnswer => {
  const { id, email, role, emailVerifiedAt } = user
  return { id, email, role, emailVerified: emailVerifiedAt !== null }
}

export const notAnAddress = () => refusedField('email', say('accounts.notAnAddress'))

export interface NewAccount {
  email: string
  passwordHash: string
  role?: User['role']
  now: Date
  language?: string | null
  /** Whoever opens it for somebody else vouches for the address. */
  isVouchedFor?: boolean
}

/**
 * Adds an account. Hashing takes its time: a transaction that holds locks uses `insertUser`.
 *
 * @throws EMAIL_TAKEN; BAD_REQUEST for what is no address
 */
export async function createUser(
  database: Database,
  { password, ...details }: Omit<NewAccount, 'passwordHash'> & { password: string },
): Promise<User> {
  return insertUser(database, { ...details, passwordHash: await hashPassword(password) })
}

/** As createUser, inside the caller's transaction. */
export async function insertUser(tx: DatabaseTransaction, account: NewAccount): Promise<User> {
  const { passwordHash, role = 'member', now, language = null, isVouchedFor = false } = account
  const email = normaliseEmail(account.email)
  if (!isAddress(email)) throw notAnAddress()
  try {
    const emailVerifiedAt = isVouchedFor ? now : null
    const data = { email, passwordHash, role, createdAt: now, language, emailVerifiedAt }
    return await tx.user.create({ data })
  } catch (error) {
    throw isTaken(error) ? new MatineeError('EMAIL_TAKEN') : error
  }
}

/** @throws NOT_FOUND */
export async function findUserByEmail(database: DatabaseTransaction, email: string): Promise<User> {
  const user = await database.user.findUnique({ where: { email: normaliseEmail(email) } })
  if (!user) throw new MatineeError('NOT_FOUND', { detail: say('accounts.noneBy', { email }) })
  return user
}

/**
 * Someone must be left who can run the site. Whoever might take an operator away takes turns, or two
 * operators who take each other's role at the same moment would both succeed.
 *
 * @throws CONFLICT
 */
export async function keepAnOperator(tx: DatabaseTransaction, user: User): Promise<void> {
  if (user.role !== 'admin' || user.disabledAt) return
  await lockWithin(tx, 'operators')
  const others = {
    ...({ role: 'admin', disabledAt: null, deletionDueAt: null } as const),
    id: { not: user.id },
  } as const
  if ((await tx.user.count({ where: others })) > 0) return
  throw new MatineeError('CONFLICT', {
    detail: say('accounts.lastOperator'),
  })
}

/** To be asked before what cannot be taken back; whoever goes on asks once more. @throws NOT_FOUND, CONFLICT */
export const refuseLastOperator = (database: Database, userId: string): Promise<void> =>
  changeUser(database, userId, keepAnOperator)

/** Runs `change` on the account as it is now, locked, so that what is audited is what happened. */
function changeUser(
  database: Database,
  userId: string,
  change: (tx: DatabaseTransaction, user: User) => Promise<void>,
): Promise<void> {
  return database.$transaction(async (tx) => change(tx, await lockUser(tx, userId)))
}

async function lockUser(tx: DatabaseTransaction, userId: string): Promise<User> {
  await tx.$queryRaw`select 1 from "User" where id = ${userId}::uuid for update`
  const user = await tx.user.findUnique({ where: { id: userId, deletedAt: null } })
  return user ?? noAccount()
}

const noAccount = (): never => {
  throw new MatineeError('NOT_FOUND', { detail: say('none.account') })
}

/** @throws NOT_FOUND for nobody's account, and for one that was deleted */
export async function refuseUnknown(database: DatabaseTransaction, userId: string): Promise<void> {
  if ((await database.user.count({ where: { id: userId, deletedAt: null } })) === 0) noAccount()
}

/**
 * Signs them out everywhere: what a browser was let in for is not what the account may do now.
 *
 * @throws NOT_FOUND; CONFLICT for the last operator
 */
export function setRole(
  database: Database,
  userId: string,
  { role, actorId, now }: By & { role: User['role'] },
): Promise<void> {
  return database.$transaction((tx) => setRoleIn(tx, userId, { role, actorId, now }))
}

/** As setRole, inside the caller's transaction. */
export async function setRoleIn(
  tx: DatabaseTransaction,
  userId: string,
  { role, actorId, now }: By & { role: User['role'] },
): Promise<void> {
  const user = await lockUser(tx, userId)
  if (user.role === role) return
  await keepAnOperator(tx, user)
  await tx.user.update({ where: { id: userId }, data: { role } })
  if (!may(role, 'roles')) await takeBackInvitations(tx, user, { actorId, now })
  await endAllSessions(tx, userId, { reason: 'role-changed', now })
  await audit(tx, {
    actorId,
    action: 'user.role-changed',
    subject: `user:${userId}`,
    details: { from: user.role, to: role },
  })
}

/**
 * Ends the open invitations by and to someone who may no longer invite, or be one of those who run the site:
 * they would be a way back in.
 */
export async function takeBackInvitations(
  tx: DatabaseTransaction,
  { id, email }: Pick<User, 'id' | 'email'>,
  { actorId, now }: By,
): Promise<void> {
  const closed = await tx.operatorInvitation.updateManyAndReturn({
    where: { closedAt: null, expiresAt: { gt: now }, OR: [{ invitedById: id }, { email }] },
    data: { closedAt: now },
    select: { id: true },
  })
  for (const invitation of closed) {
    const subject = `invitation:${invitation.id}`
    await audit(tx, { actorId, action: 'operator.invitation-taken-back', subject })
  }
}

/**
 * Closes an account: signed out everywhere, and no signing in until it is enabled again. Stopping
 * what is playing is the caller's part.
 *
 * @throws NOT_FOUND; CONFLICT for the last operator
 */
export function disableUser(
  database: Database,
  userId: string,
  { actorId, now, reason }: By & { reason?: string },
): Promise<void> {
  return changeUser(database, userId, async (tx, user) => {
    if (user.disabledAt) return
    await keepAnOperator(tx, user)
    await tx.user.update({ where: { id: userId }, data: { disabledAt: now } })
    await takeBackInvitations(tx, user, { actorId, now })
    await endAllSessions(tx, userId, { reason: 'disabled', now })
    await audit(tx, {
      actorId,
      action: 'user.disabled',
      subject: `user:${userId}`,
      details: reason === undefined ? {} : { reason },
    })
  })
}

/** @throws NOT_FOUND */
export function enableUser(database: Database, userId: string, { actorId }: By): Promise<void> {
  return changeUser(database, userId, async (tx, user) => {
    if (!user.disabledAt) return
    await tx.user.update({ where: { id: userId }, data: { disabledAt: null } })
    await audit(tx, { actorId, action: 'user.enabled', subject: `user:${userId}` })
  })
}

/**
 * A new password ends every sign-in made with the old one.
 *
 * @throws NOT_FOUND
 */
export async function setPassword(
  database: Database,
  userId: string,
  { password, actorId, now }: By & { password: string },
): Promise<void> {
  const passwordHash = await hashPassword(password)
  await changeUser(database, userId, (tx) =>
    replacePassword(tx, userId, { passwordHash, actorId, now }),
  )
}

interface NewHash {
  passwordHash: string
  how?: 'reset'
  /** The sign-in in which it was changed, which stays. */
  except?: string
}

/** As setPassword, inside the caller's transaction. */
export async function replacePassword(
  tx: DatabaseTransaction,
  userId: string,
  { passwordHash, actorId, now, how, except }: By & NewHash,
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash } })
  await endAllSessions(tx, userId, { reason: 'password-changed', now, except })
  await audit(tx, {
    actorId,
    action: how === 'reset' ? 'user.password-reset' : 'user.password-changed',
    subject: `user:${userId}`,
  })
}
