import t from 'tap'
import type { StudioPlan, StudioPrice } from '../../../contract/plans.ts'
import {
  currenciesOf,
  readPrices,
  replacedPrices,
  typedPrice,
} from '../../../player/studio/sales/plan-fields.ts'

const price = (changes: Partial<StudioPrice>): StudioPrice => ({
  id: 'price_1',
  interval: 'month',
  amount: 900,
  currency: 'usd',
  active: true,
  subscribers: 2,
  movesToId: null,
  ...changes,
})
const plan = (...prices: StudioPrice[]) => ({ prices }) as StudioPlan
const yen = { currency: 'jpy', amount: 1400 }

t.test('what is typed for an interval is one price in several currencies', async (t) => {
  const values = { 'month:usd': '9', 'month:jpy': '1400', 'year:jpy': '14000' }
  t.same(readPrices(values, ['usd', 'jpy'], null), [
    { interval: 'month', amount: 900, currency: 'usd', currencies: [yen] },
    { interval: 'year', amount: 14000, currency: 'jpy', currencies: [] },
  ])
  t.same(readPrices({}, ['usd'], null), [])
})

t.test('prices of their own stay so', async (t) => {
  const two = plan(price({}), price({ id: 'price_2', ...yen }))
  const values = { 'month:usd': '9', 'month:jpy': '1400', 'month:eur': '8' }
  t.same(readPrices(values, ['eur', 'usd', 'jpy'], two), [
    {
      interval: 'month',
      amount: 900,
      currency: 'usd',
      currencies: [{ currency: 'eur', amount: 800 }],
    },
    { interval: 'month', ...yen },
  ])
})

t.test(
  'each currency of a price has its field, and counts as replaced when it is changed',
  async (t) => {
    const both = plan(price({ currencies: [yen] }))
    t.same(currenciesOf(both, 'eur'), ['usd', 'jpy'])
    t.equal(typedPrice(both, 'month', 'jpy'), '1400')
    t.equal(typedPrice(both, 'year', 'jpy'), '')
    const replaced = (jpy: string) =>
      replacedPrices(both, { 'month:usd': '9', 'month:jpy': jpy }).map(({ id }) => id)
    t.same(replaced('1400'), [])
    t.same(replaced('1500'), ['price_1'])
    t.same(replaced(''), ['price_1'])
  },
)
