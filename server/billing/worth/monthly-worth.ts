import type { DatabaseTransaction } from '../../clients/database.ts'
import { Prisma } from '../../clients/prisma/client.ts'
import { discounted, type RunningDiscount } from '../sync/running-discounts.ts'

/** Items that are alike in what they cost; those of a subscription with coupons, of that one alone. */
interface Priced {
  interval: string | null
  amount: number | null
  currency: string | null
  quantity: number
  count: number
  /** Of the subscription, where coupons run on it. */
  id: string | null
  discounts: RunningDiscount[]
}

const monthsBy = new Map([
  ['day', 12 / 365],
  ['week', 12 / 52],
  ['month', 1],
  ['year', 12],
])

/**
 * What an interval's price comes to in a month, rounded to the minor unit.
 *
 * @param interval as prices have it: "month", "year", "3 months" …
 * @returns null for an interval that is none
 */
export function monthly(amount: number, interval: string): number | null {
  const [, times = '1', unit = ''] = /^(?:(\d+) )?(\w+?)s?$/.exec(interval) ?? []
  const months = monthsBy.get(unit)
  return months === undefined ? null : Math.round(amount / (months * Number(times)))
}

/** Whole subscriptions that are worth something: trials and what nobody charges for are not. */
const counted = (now: Date) => Prisma.sql`s.status in ('active', 'past_due') and s."endedAt" is null
  and (s."cancelAt" is null or s."cancelAt" > ${now}::timestamptz)
  and s.suspended is distinct from 'collection_paused' and not s."collectionPaused"`

/** An item with its price in the currency that the subscription is in. */
const pricedItems = Prisma.sql`"Subscription" s join "SubscriptionItem" i on i."subscriptionId" = s.id
  left join "Price" p on p.id = i."priceId"
  left join "PriceCurrency" o on o."priceId" = p.id and o.currency = s.currency`
const amount = Prisma.sql`coalesce(o.amount, p.amount)`
const currency = Prisma.sql`coalesce(o.currency, p.currency)`

/**
 * What live subscriptions are worth a month, by currency, after the coupons that run, and how many
 * items have no known price.
 */
export async function monthlyWorth(
  tx: DatabaseTransaction,
  now: Date,
): Promise<{ mrr: { currency: string; amount: number }[]; unpriced: number }> {
  const items = await tx.$queryRaw<Priced[]>`
    select p.interval, ${amount} as amount, ${currency} as currency, i.quantity,
      case when s.discounts = '[]' then null else s.id end as id, s.discounts, count(*)::int as count
    from ${pricedItems} where ${counted(now)}
    group by 1, 2, 3, 4, 5, 6`
  const worth = new Map<string, number>()
  let unpriced = 0
  for (const { item, each } of pricedEach(items, now)) {
    if (each === null || item.currency === null) unpriced += item.count
    else worth.set(item.currency, (worth.get(item.currency) ?? 0) + each * item.count)
  }
  const mrr = [...worth].map(([currency, amount]) => ({ currency, amount }))
  return { mrr: mrr.sort((a, b) => (a.currency < b.currency ? -1 : 1)), unpriced }
}

/** What one of each item is worth a month; null where its price is not known. */
function pricedEach<Item extends Priced>(items: readonly Item[], now: Date) {
  const shares = invoiceShares(items, now)
  return items.map((item) => {
    const { interval, amount, quantity } = item
    if (amount === null || interval === null) return { item, each: null }
    return { item, each: monthly(amount * quantity * (shares.get(item.id ?? '') ?? 1), interval) }
  })
}

/** A subscription with what it is worth a month while it runs, and how it stands. */
export interface Worth {
  userId: string
  status: string
  currency: string
  amount: number
  /** Whether that counts now. */
  counts: boolean
  /** When its first paid period began. */
  startedAt: Date
  /** When it stopped or stops by itself; null: it goes on. */
  endedAt: Date | null
  /** Since when it waits for a payment that failed. */
  pastDueSince: Date | null
}

interface PricedSubscription extends Priced, Omit<Worth, 'currency' | 'amount'> {
  subscriptionId: string
}

/** All that people's subscriptions are and were worth a month; what never began is worth nothing. */
export async function worthOf(
  tx: DatabaseTransaction,
  userIds: readonly string[],
  now: Date,
): Promise<Worth[]> {
  const items = await tx.$queryRaw<PricedSubscription[]>`
    select p.interval, ${amount} as amount, ${currency} as currency, i.quantity, 1 as count,
      case when s.discounts = '[]' then null else s.id end as id, s.discounts,
      s.id as "subscriptionId", s."userId", s.status, ${counted(now)} as counts,
      greatest(s."createdAt", s."trialEnd") as "startedAt",
      least(s."endedAt", s."cancelAt") as "endedAt",
      case when not s.forgiven then s."pastDueSince" end as "pastDueSince"
    from ${pricedItems}
    where s."userId" = any(${[...userIds]}::uuid[])
      and s.status not in ('incomplete', 'incomplete_expired') order by s.id`
  const worth = new Map<string, Worth>()
  for (const { item, each } of pricedEach(items, now)) {
    const { subscriptionId, currency } = item
    if (each === null || currency === null) continue
    const { userId, status, counts, startedAt, endedAt, pastDueSince } = item
    const key = `${subscriptionId} ${currency}`
    const sum = (worth.get(key)?.amount ?? 0) + each
    const row = { userId, status, currency, amount: sum, counts, startedAt, endedAt, pastDueSince }
    worth.set(key, row)
  }
  return [...worth.values()]
}

/** Of each subscription with coupons how much of its invoice is left to be paid, from 0 to 1. */
function invoiceShares(items: readonly Priced[], now: Date): Map<string, number> {
  const invoices = new Map<string, { whole: number; currency: string; item: Priced }>()
  for (const item of items) {
    const { id, amount, currency, quantity, count } = item
    if (id === null || amount === null || currency === null) continue
    const whole = (invoices.get(id)?.whole ?? 0) + amount * quantity * count
    invoices.set(id, { whole, currency, item })
  }
  return new Map(
    [...invoices].map(([id, { whole, currency, item }]) => [
      id,
      whole === 0 ? 1 : discounted(whole, currency, item.discounts, now) / whole,
    ]),
  )
}
