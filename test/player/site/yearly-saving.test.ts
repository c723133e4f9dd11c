import t from 'tap'
import { yearlySaving } from '../../../player/site/yearly-saving.ts'

const price = (interval: string, amount: number, currency = 'usd') => ({
  id: `price_${interval}`,
  interval,
  amount,
  currency,
})

t.test('the saving of a year is rounded down, and said only where there is one', async (t) => {
  t.equal(yearlySaving([price('month', 900), price('year', 9000)]), 16)
  t.equal(yearlySaving([price('month', 900), price('year', 10_800)]), 0)
  t.equal(yearlySaving([price('month', 900), price('year', 20_000)]), 0)
  t.equal(yearlySaving([price('month', 900)]), 0)
  t.equal(yearlySaving([price('month', 900), price('year', 9000, 'eur')]), 0)
})
