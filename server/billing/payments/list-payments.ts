import type {
  MyPaymentsQuery,
  Payment as PaymentAnswer,
  PaymentDispute,
  PaymentKind,
  PaymentStatus,
  Payments,
  PaymentsQuery,
  StudioPayment,
  StudioPayments,
} from '../../../contract/payments.ts'
import type { Database } from '../../clients/database.ts'
import type { Payment, Prisma } from '../../clients/prisma/client.ts'
import { readTimeCursor, writeTimeCursor } from '../../plugins/time-cursor.ts'
import { liveStatuses } from '../subscription-terms.ts'

interface Deps {
  database: Database
}

type Videos = ReadonlyMap<string, { slug: string; title: string }>

/**
 * The payments of a person, the newest first.
 *
 * @throws MatineeError BAD_REQUEST for a cursor that is none of ours
 */
export async function paymentsOf(
  { database }: Deps,
  userId: string,
  asked: MyPaymentsQuery,
): Promise<Payments> {
  const { page, nextCursor } = await pageOf(database, { userId, status: { not: 'failed' } }, asked)
  const videos = await videosOf(database, page)
  return { payments: page.map((row) => toAnswer(row, videos)), nextCursor }
}

/**
 * Payments of everyone, or of one person, the newest first.
 *
 * @throws MatineeError BAD_REQUEST for a cursor that is none of ours
 */
export async function listPayments(
  { database }: Deps,
  { userId, ...asked }: PaymentsQuery,
): Promise<StudioPayments> {
  const { page, nextCursor } = await pageOf(database, { ...(userId && { userId }) }, asked)
  return { payments: await toStudio(database, page), nextCursor }
}

async function pageOf(
  database: Database,
  which: Prisma.PaymentWhereInput,
  { cursor, limit }: MyPaymentsQuery,
) {
  const after = cursor === undefined ? null : readTimeCursor(cursor)
  const rows = await database.payment.findMany({
    where: {
      ...which,
      ...(after && {
        at: { lte: after.at },
        OR: [{ at: { lt: after.at } }, { id: { lt: after.id } }],
      }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const more = rows.length > limit && last !== undefined
  return { page, nextCursor: more ? writeTimeCursor(last) : null }
}

/** Payments with what only an operator is told. */
export async function toStudio(database: Database, rows: Payment[]): Promise<StudioPayment[]> {
  const [videos, users, current] = await Promise.all([
    videosOf(database, rows),
    usersOf(database, rows),
    currentOnes(database, rows),
  ])
  return rows.map((row) => ({
    ...toAnswer(row, videos),
    fee: row.fee,
    user: users.get(row.userId ?? '') ?? null,
    customerId: row.customerId,
    subscriptionId: row.subscriptionId,
    ends: row.status === 'succeeded' && row.amountRefunded < row.amount && current.has(row.id),
  }))
}

const toAnswer = (row: Payment, videos: Videos): PaymentAnswer => ({
  id: row.id,
  kind: row.kind as PaymentKind,
  status: row.status as PaymentStatus,
  description: row.description,
  video: videos.get(row.purchaseId ?? '') ?? null,
  amount: row.amount,
  currency: row.currency,
  tax: row.tax,
  amountRefunded: row.amountRefunded,
  dispute: row.dispute as PaymentDispute | null,
  receiptUrl: row.receiptUrl,
  at: row.at.toISOString(),
})

const present = (ids: (string | null)[]) => ids.flatMap((id) => id ?? [])

async function videosOf(database: Database, rows: Payment[]): Promise<Videos> {
  const ids = present(rows.map(({ purchaseId }) => purchaseId))
  if (ids.length === 0) return new Map()
  const purchases = await database.purchase.findMany({
    where: { id: { in: ids } },
    select: { id: true, video: { select: { slug: true, title: true } } },
  })
  return new Map(purchases.map(({ id, video }) => [id, video]))
}

async function usersOf(database: Database, rows: Payment[]) {
  const ids = present(rows.map(({ userId }) => userId))
  const users = await database.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, email: true },
  })
  return new Map(users.map((user) => [user.id, user]))
}

/** Those that give access now: of films that are paid for, and the last of plans that run. */
async function currentOnes(database: Database, rows: Payment[]): Promise<Set<string>> {
  // Of a bundle there is a purchase for each film, by the same payment.
  const bought = rows.filter(({ purchaseId }) => purchaseId !== null)
  const intents = present(bought.map(({ paymentIntentId }) => paymentIntentId))
  const userIds = present(bought.map(({ userId }) => userId))
  const subscriptionIds = present(rows.map(({ subscriptionId }) => subscriptionId))
  const [purchases, newest] = await Promise.all([
    database.purchase.findMany({
      where: { userId: { in: userIds }, paymentIntentId: { in: intents }, status: 'paid' },
    }),
    database.$queryRaw<{ id: string }[]>`
      select distinct on (p."subscriptionId") p.id from "Payment" p
      join "Subscription" s on s.id = p."subscriptionId"
      where p."subscriptionId" = any(${subscriptionIds}) and p.status = 'succeeded'
        and s.status = any(${[...liveStatuses]})
      order by p."subscriptionId", p.at desc`,
  ])
  const paid = new Set(purchases.map(({ paymentIntentId }) => paymentIntentId))
  const films = bought.filter(
    ({ paymentIntentId }) => paymentIntentId !== null && paid.has(paymentIntentId),
  )
  return new Set([...films, ...newest].map(({ id }) => id))
}
