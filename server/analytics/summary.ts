import type { Period, Summary } from '../../contract/analytics.ts'
import { monthlyWorth } from '../billing/worth/monthly-worth.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { countSubscriptions } from './count-subscribers.ts'
import { countViewings } from './count-viewings.ts'
import { addDays, type Days, daysAsked } from './days.ts'
import { arrivedIn } from './earnings.ts'
import { toldDays } from './told-days.ts'

const span = 30

/** Today, the last thirty days with it, and the thirty before those. */
export async function summaryOf(tx: DatabaseTransaction, now: Date): Promise<Summary> {
  const { to } = daysAsked({}, now)
  const [middle, first] = [addDays(to, -span), addDays(to, -2 * span)]
  const period = async (days: Days): Promise<Period> => {
    const { plays, hoursWatched, viewers } = await countViewings(tx, days, await toldDays(tx, days))
    const { started, ended } = await countSubscriptions(tx, days)
    return { payments: await arrivedIn(tx, days), plays, hoursWatched, viewers, started, ended }
  }
  return {
    mrr: (await monthlyWorth(tx, now)).mrr,
    today: await period({ from: addDays(to, -1), to }),
    last: await period({ from: middle, to }),
    before: await period({ from: first, to: middle }),
  }
}
