import { dayUtc } from '../../contract/words/format.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import { refusedField } from '../errors.ts'
import { endAllSessions } from './end-sessions.ts'
import { mailWords } from './mail-words.ts'
import { noPassword } from './passwords.ts'
import { keepAnOperator, refuseLastOperator, takeBackInvitations } from './users.ts'
import type { MailDeps } from './verification.ts'

/** In which its owner may come back, by signing in. */
const DAYS_TO_COME_BACK = 7
const DAY = 24 * 60 * 60_000

/**
 * Signs someone out everywhere and has the account deleted in a week. What is being paid for ends at
 * once: when that cannot be arranged, nothing happens at all.
 *
 * @param endPayments of the account; rejects when the payment provider cannot be reached
 * @returns what writes to them
 * @throws CONFLICT for the last operator, and what `endPayments` throws
 */
export async function askForDeletion(
  deps: MailDeps,
  userId: string,
  endPayments: (userId: string) => Promise<void>,
): Promise<() => Promise<void>> {
  const { database, mailer, clock, siteName, publicUrl } = deps
  const now = clock.now()
  const deletionDueAt = new Date(now.getTime() + DAYS_TO_COME_BACK * DAY)
  await refuseLastOperator(database, userId)
  await endPayments(userId)
  const asked = await database.$transaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    await keepAnOperator(tx, user)
    await tx.user.update({ where: { id: userId }, data: { deletionDueAt } })
    await takeBackInvitations(tx, user, { actorId: userId, now })
    await endAllSessions(tx, userId, { reason: 'deleted', now })
    const about = { action: 'user.deletion-asked', subject: `user:${userId}` } as const
    await audit(tx, { actorId: userId, ...about })
    return user
  })
  const { language, words } = mailWords(asked, deps)
  const day = dayUtc(deletionDueAt.toISOString(), language)
  return () =>
    mailer.send({
      to: asked.email,
      language,
      subject: words('mails.deletion.subject'),
      text: words('mails.deletion.text', { siteName, publicUrl, day }),
    })
}

/** What stands in place of an address: nobody's, and never the same twice. */
const nobodyOf = (userId: string) => `deleted-${userId}@deleted.invalid`

/**
 * Deletes the accounts whose week is over. What the law wants of money (purchases, subscriptions and
 * Stripe's own records) stays under a number; everything that tells who it was goes.
 *
 * @returns how many
 */
export async function deleteDueAccounts(database: Database, now: Date): Promise<number> {
  const due = await database.user.findMany({
    where: { deletionDueAt: { lte: now }, deletedAt: null },
    select: { id: true },
    take: 100,
  })
  for (const { id } of due) await deleteAccount(database, id, now)
  await forgetEvents(database)
  return due.length
}

/** Payment events name whom they are about, and some come when the account is gone already. */
const forgetEvents = (database: Database): Promise<number> => database.$executeRaw`
  with gone as (
    select c.id, c."userId" from "StripeCustomer" c join "User" u on u.id = c."userId"
    where u."deletedAt" is not null
  ), about as (
    select 'customer:' || id as subject from gone
    union select 'charge:' || p.id from "Payment" p join gone on p."customerId" = gone.id
    union select 'payment_intent:' || p."paymentIntentId" from "Payment" p
      join gone on p."customerId" = gone.id where p."paymentIntentId" is not null
  )
  update "StripeEvent" e set payload = '' from about
  where e.subject = about.subject and e.status in ('processed', 'ignored', 'dead')
    and length(e.payload) > 0`

/** That the account goes by, and those that it was written to at before; none that is another's by now. */
async function addressesOf(
  tx: DatabaseTransaction,
  userId: string,
  email: string,
): Promise<string[]> {
  const records = await tx.mailRecord.findMany({
    where: { userId },
    distinct: ['to'],
    select: { to: true },
  })
  const all = [...new Set([email, ...records.map(({ to }) => to)])]
  const others = await tx.user.findMany({ where: { email: { in: all } }, select: { email: true } })
  const taken = new Set(others.map((other) => other.email))
  return all.filter((address) => !taken.has(address))
}

async function deleteAccount(database: Database, userId: string, now: Date): Promise<void> {
  await database.$transaction(async (tx) => {
    const before = await tx.user.findUnique({ where: { id: userId } })
    const gone = {
      ...{ email: nobodyOf(userId), passwordHash: noPassword, emailVerifiedAt: null },
      ...{ name: null, language: null, wantsNews: false },
    }
    const { count } = await tx.user.updateMany({
      // Someone may have come back in this very moment.
      where: { id: userId, deletionDueAt: { lte: now }, deletedAt: null },
      data: { ...gone, role: 'member', disabledAt: now, deletionDueAt: null, deletedAt: now },
    })
    if (count === 0) return
    // The sums of the days on which they watched then name nobody.
    await tx.$executeRaw`update "User" set "number" = default where id = ${userId}::uuid`
    const of = { where: { userId } }
    await tx.viewingReport.deleteMany(of)
    await tx.playbackSession.deleteMany(of)
    await tx.watchProgress.deleteMany(of)
    await tx.finishedVideo.deleteMany(of)
    await tx.watchlistEntry.deleteMany(of)
    await tx.previewPass.deleteMany(of)
    await tx.stripeCustomer.updateMany({ ...of, data: { country: null } })
    await tx.playRefusal.deleteMany(of)
    await tx.personNote.deleteMany(of)
    await tx.refreshFamily.deleteMany(of)
    await tx.device.deleteMany(of)
    await tx.mailedLink.deleteMany(of)
    await tx.checkoutSession.deleteMany(of)
    await tx.grant.deleteMany(of)
    await tx.passkey.deleteMany(of)
    await tx.totp.deleteMany(of)
    await tx.recoveryCode.deleteMany(of)
    await tx.challenge.deleteMany(of)
    await tx.letter.deleteMany(of)
    const addresses = await addressesOf(tx, userId, before?.email ?? '')
    await tx.operatorInvitation.deleteMany({ where: { email: { in: addresses } } })
    await tx.bouncedAddress.deleteMany({ where: { email: { in: addresses } } })
    await tx.mailRecord.deleteMany({ where: { OR: [{ userId }, { to: { in: addresses } }] } })
    await audit(tx, { actorId: null, action: 'user.deleted', subject: `user:${userId}` })
  })
}

/** Signing in keeps an account that was to be deleted. */
export const comeBack = (database: Pick<DatabaseTransaction, 'user'>, userId: string) =>
  database.user.updateMany({
    where: { id: userId, deletionDueAt: { not: null }, deletedAt: null },
    data: { deletionDueAt: null },
  })

/** @throws WRONG_CREDENTIALS */
export const wrongPassword = (field: string) =>
  refusedField(field, say('accounts.notYourPassword'), 'WRONG_CREDENTIALS')
