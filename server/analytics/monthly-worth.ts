import type { Numbers } from '../../contract/analytics.ts'
import type { DatabaseTransaction } from '../clients/database.ts'

/** Items that are alike in what they cost. */
interface Priced {
  interval: string | null
  amount: number | null
  currency: string | null
  quantity: number
  count: number
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

/** What live subscriptions are worth a month, by currency, and how many items have no known price. */
export async function monthlyWorth(
  tx: DatabaseTransaction,
  now: Date,
): Promise<Pick<Numbers['revenue'], 'mrr' | 'unpriced'>> {
  const items = await tx.$queryRaw<Priced[]>`
    select p.interval, p.amount, p.currency, i.quantity, count(*)::int as count
    from "Subscription" s join "SubscriptionItem" i on i."subscriptionId" = s.id
    left join "Price" p on p.id = i."priceId"
    where s.status in ('active', 'past_due') and s."endedAt" is null
      and (s."cancelAt" is null or s."cancelAt" > ${now}::timestamptz)
      and s.suspended is distinct from 'collection_paused'
    group by p.interval, p.amount, p.currency, i.quantity`
  const worth = new Map<string, number>()
  let unpriced = 0
  for (const { interval, amount, currency, quantity, count } of items) {
    const each = amount === null || interval === null ? null : monthly(amount * quantity, interval)
    if (each === null || currency === null) unpriced += count
    else worth.set(currency, (worth.get(currency) ?? 0) + each * count)
  }
  const mrr = [...worth].map(([currency, amount]) => ({ currency, amount }))
  return { mrr: mrr.sort((a, b) => (a.currency < b.currency ? -1 : 1)), unpriced }
}
