import type { Database } from '../clients/database.ts'
import type { Prisma } from '../clients/prisma/client.ts'

/** What is never handed out, not even to whom it belongs: it opens doors, or is of no meaning outside. */
const secrets = { passwordHash: true, paymentFailureMailBy: true } satisfies Prisma.UserOmit

/** Everything that is kept of someone, by what it is. Amounts in the minor unit, times ISO 8601. */
export async function exportAccount(database: Database, userId: string, now: Date) {
  const of = { where: { userId } }
  const account = await database.user.findUniqueOrThrow({ where: { id: userId }, omit: secrets })
  const titled = { include: { video: { select: { title: true } } } }
  const [
    payments,
    devices,
    signIns,
    subscriptions,
    purchases,
    grants,
    progress,
    watchlist,
    watched,
    mails,
    letters,
    passkeys,
    totp,
    recoveryCodes,
    mailedLinks,
    customers,
    checkouts,
    quality,
    invitations,
    bounces,
    log,
  ] = await Promise.all([
    database.payment.findMany(of),
    database.device.findMany({ ...of, omit: { cookieHash: true } }),
    database.refreshFamily.findMany(of),
    database.subscription.findMany({ ...of, include: { items: true } }),
    database.purchase.findMany({ ...of, ...titled }),
    database.grant.findMany(of),
    database.watchProgress.findMany({ ...of, ...titled }),
    database.watchlistEntry.findMany({ ...of, ...titled }),
    database.playbackSession.findMany({ ...of, ...titled, omit: { tokenHash: true } }),
    database.mailRecord.findMany({ where: { OR: [{ userId }, { to: account.email }] } }),
    database.letter.findMany(of),
    database.passkey.findMany({ ...of, omit: { publicKey: true } }),
    database.totp.findUnique({ ...of, omit: { secret: true } }),
    database.recoveryCode.findMany({ ...of, omit: { hash: true } }),
    database.mailedLink.findMany({ ...of, omit: { hash: true, codeHash: true } }),
    database.stripeCustomer.findMany({ ...of, omit: { syncTicket: true } }),
    database.checkoutSession.findMany({ ...of, omit: { url: true } }),
    database.viewingReport.findMany(of),
    database.operatorInvitation.findMany({
      where: { email: account.email },
      omit: { hash: true, invitedById: true },
    }),
    database.bouncedAddress.findMany({ where: { email: account.email } }),
    database.auditEntry.findMany({
      where: { OR: [{ subject: `user:${userId}` }, { actorId: userId }] },
      orderBy: { at: 'asc' },
    }),
  ])
  return {
    ...{ exportedAt: now, account, devices, signIns, subscriptions },
    ...{ payments, purchases, grants },
    ...{ progress, watchlist, watched, quality, mails, letters, bounces },
    passkeys: passkeys.map(({ counter, ...passkey }) => ({ ...passkey, counter: Number(counter) })),
    ...{ totp: totp ?? [], recoveryCodes, mailedLinks, customers, checkouts, invitations, log },
  }
}

type Exported = Awaited<ReturnType<typeof exportAccount>>

const lineOf = (value: unknown): string =>
  value instanceof Date
    ? value.toISOString()
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

const record = (row: object): string =>
  Object.entries(row)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `  ${name}: ${lineOf(value)}`)
    .join('\n')

/** The same, to be read by people. */
export const readable = (exported: Exported): string =>
  Object.entries(exported)
    .map(([name, value]) => {
      const rows = Array.isArray(value) ? value : [value instanceof Date ? { at: value } : value]
      const heading = `${name} (${rows.length})\n${'='.repeat(40)}`
      return `${heading}\n${rows.map((row) => record(row as object)).join('\n\n')}\n`
    })
    .join('\n')
