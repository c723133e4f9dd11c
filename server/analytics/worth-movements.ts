import type { WorthMovements } from '../../contract/analytics.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import type { Days } from './days.ts'

interface Sum {
  currency: string
  kind: string
  isBefore: boolean
  amount: number
  failed: number
  relieved: number
}

/** How what subscriptions are worth a month came from its opening to its closing, by currency. */
export async function worthMovements(
  tx: DatabaseTransaction,
  { from, to }: Days,
): Promise<WorthMovements[]> {
  const sums = await tx.$queryRaw<Sum[]>`
    select currency, kind, at < ${from}::timestamptz as "isBefore", sum(amount)::float8 as amount,
      coalesce(sum(late) filter (where late > 0), 0)::float8 as failed,
      coalesce(sum(late) filter (where late < 0), 0)::float8 as relieved
    from "WorthChange" where at < ${to}::timestamptz group by 1, 2, 3`
  const currencies = [...new Set(sums.map(({ currency }) => currency))].sort()
  return currencies.map((currency) => {
    const own = sums.filter((sum) => sum.currency === currency)
    const before = own.filter(({ isBefore }) => isBefore)
    const within = own.filter(({ isBefore }) => !isBefore)
    const moved = (kind: string) => total(within, (sum) => (sum.kind === kind ? sum.amount : 0))
    const lost = total(within, ({ kind, relieved }) => (kind === 'churn' ? relieved : 0))
    return {
      currency,
      opening: total(before, ({ amount }) => amount),
      new: moved('new'),
      expansion: moved('expansion'),
      reactivation: moved('reactivation'),
      contraction: moved('contraction'),
      churn: moved('churn'),
      closing: total(own, ({ amount }) => amount),
      late: {
        opening: total(before, lateOf),
        failed: total(within, ({ failed }) => failed),
        recovered: total(within, ({ relieved }) => relieved) - lost,
        lost,
        closing: total(own, lateOf),
      },
    }
  })
}

const lateOf = ({ failed, relieved }: Sum) => failed + relieved
const total = (sums: readonly Sum[], of: (sum: Sum) => number) =>
  sums.reduce((all, sum) => all + of(sum), 0)
