import { Readable } from 'node:stream'
import type { Database } from '../clients/database.ts'
import type { Prisma } from '../clients/prisma/client.ts'

/** What is never handed out, not even to whom it belongs: it opens doors, or is of no meaning outside. */
const secrets = { passwordHash: true, paymentFailureMailBy: true } satisfies Prisma.UserOmit

const atOnce = 500

interface Page {
  take: number
  orderBy: { id: 'asc' }
  cursor?: { id: string }
  skip?: number
}

type Rows = AsyncIterable<object>

/** All rows of a table, a page at a time: some people have been here for years. */
async function* paged<Row extends { id: string }>(find: (page: Page) => Promise<Row[]>) {
  let last: string | undefined
  do {
    const after = last === undefined ? {} : { cursor: { id: last }, skip: 1 }
    const rows: Row[] = await find({ take: atOnce, orderBy: { id: 'asc' }, ...after })
    yield* rows
    last = rows.length < atOnce ? undefined : rows.at(-1)?.id
  } while (last !== undefined)
}

/** Of what there are few of. */
async function* few(rows: Promise<readonly object[]>) {
  yield* await rows
}

/** What was said to an address that is not theirs would tell whether it has an account. */
async function* mailsOf(database: Database, userId: string, email: string) {
  const where = { OR: [{ userId }, { to: email }] }
  for await (const { subject, ...mail } of paged((page) =>
    database.mailRecord.findMany({ where, ...page }),
  )) {
    yield mail.to === email ? { ...mail, subject } : mail
  }
}

/** Everything that is kept of someone, by what it is; read when it is come to, one after the other. */
const sectionsOf = (
  database: Database,
  { id: userId, email }: { id: string; email: string },
): Record<string, () => Rows> => {
  const of = { where: { userId } }
  const titled = { include: { video: { select: { title: true } } } }
  const subject = `user:${userId}`
  return {
    devices: () =>
      paged((page) => database.device.findMany({ ...of, ...page, omit: { cookieHash: true } })),
    signIns: () => paged((page) => database.refreshFamily.findMany({ ...of, ...page })),
    subscriptions: () =>
      paged((page) => database.subscription.findMany({ ...of, ...page, include: { items: true } })),
    payments: () => paged((page) => database.payment.findMany({ ...of, ...page })),
    worth: () => paged((page) => database.worthChange.findMany({ ...of, ...page })),
    purchases: () => paged((page) => database.purchase.findMany({ ...of, ...page, ...titled })),
    grants: () => paged((page) => database.grant.findMany({ ...of, ...page })),
    progress: () => few(database.watchProgress.findMany({ ...of, ...titled })),
    finished: () => few(database.finishedVideo.findMany({ ...of, ...titled })),
    watchlist: () => few(database.watchlistEntry.findMany({ ...of, ...titled })),
    previews: () =>
      few(
        database.previewPass.findMany({
          ...of,
          include: { link: { select: { expiresAt: true, video: { select: { title: true } } } } },
        }),
      ),
    watched: () =>
      paged((page) =>
        database.playbackSession.findMany({
          ...{ ...of, ...page, ...titled },
          omit: { tokenHash: true },
        }),
      ),
    refused: () => few(database.playRefusal.findMany({ ...of, ...titled })),
    notes: () => paged((page) => database.personNote.findMany({ ...of, ...page })),
    quality: () => paged((page) => database.viewingReport.findMany({ ...of, ...page })),
    mails: () => mailsOf(database, userId, email),
    letters: () => few(database.letter.findMany(of)),
    bounces: () => few(database.bouncedAddress.findMany({ where: { email } })),
    passkeys: () =>
      few(database.passkey.findMany({ ...of, omit: { publicKey: true, counter: true } })),
    totp: () => few(database.totp.findMany({ ...of, omit: { secret: true } })),
    recoveryCodes: () => few(database.recoveryCode.findMany({ ...of, omit: { hash: true } })),
    mailedLinks: () =>
      few(database.mailedLink.findMany({ ...of, omit: { hash: true, codeHash: true } })),
    customers: () => few(database.stripeCustomer.findMany({ ...of, omit: { syncTicket: true } })),
    checkouts: () => few(database.checkoutSession.findMany({ ...of, omit: { url: true } })),
    invitations: () =>
      paged((page) =>
        database.operatorInvitation.findMany({
          ...{ where: { email }, ...page },
          omit: { hash: true, invitedById: true },
        }),
      ),
    log: () => paged((page) => database.auditEntry.findMany({ where: { subject }, ...page })),
    // What an operator did to others.
    actions: () =>
      paged((page) =>
        database.auditEntry.findMany({
          ...{ where: { actorId: userId, subject: { not: subject } }, ...page },
        }),
      ),
  }
}

/** How it is written down. */
interface Form {
  open(exportedAt: Date, account: object): string
  section(name: string): string
  row(row: object, isFirst: boolean): string
  end: string
  close: string
}

const json: Form = {
  open: (exportedAt, account) =>
    `{\n"exportedAt": ${JSON.stringify(exportedAt)},\n"account": ${JSON.stringify(account)}`,
  section: (name) => `,\n"${name}": [`,
  row: (row, isFirst) => `${isFirst ? '\n' : ',\n'}  ${JSON.stringify(row)}`,
  end: ']',
  close: '\n}\n',
}

const lineOf = (value: unknown): string =>
  value instanceof Date
    ? value.toISOString()
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

const record = (row: object): string =>
  Object.entries(row)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `  ${name}: ${lineOf(value)}\n`)
    .join('')

const heading = (name: string): string => `${name}\n${'='.repeat(40)}\n`

const text: Form = {
  open: (exportedAt, account) => `${heading('account')}${record({ exportedAt, ...account })}`,
  section: (name) => `\n${heading(name)}`,
  row: (row, isFirst) => `${isFirst ? '' : '\n'}${record(row)}`,
  end: '',
  close: '',
}

async function* written(form: Form, sections: Record<string, () => Rows>, opening: string) {
  yield opening
  for (const [name, rows] of Object.entries(sections)) {
    yield form.section(name)
    let isFirst = true
    for await (const row of rows()) {
      yield form.row(row, isFirst)
      isFirst = false
    }
    yield form.end
  }
  yield form.close
}

/**
 * Everything that is kept of someone, for machines or for people. Amounts in the minor unit, times ISO 8601.
 *
 * @returns JSON or plain text as it is read
 */
export async function exportAccount(
  database: Database,
  { userId, now, format }: { userId: string; now: Date; format: 'json' | 'text' },
): Promise<Readable> {
  const account = await database.user.findUniqueOrThrow({ where: { id: userId }, omit: secrets })
  const form = format === 'text' ? text : json
  return Readable.from(written(form, sectionsOf(database, account), form.open(now, account)))
}
