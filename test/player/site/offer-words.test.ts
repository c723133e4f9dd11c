import t from 'tap'
import {
  intervalName,
  perInterval,
  priceWords,
  rentalWords,
  streamsWords,
  trialWords,
  yearlySaving,
} from '../../../player/site/offer-words.ts'

const price = (interval: string, amount: number, currency = 'usd') => ({
  id: `price_${interval}`,
  interval,
  amount,
  currency,
})

t.test('a price is an amount for a time', async (t) => {
  t.equal(priceWords(price('month', 900), 'en-US'), '$9 a month')
  t.equal(priceWords(price('year', 9000), 'en-US'), '$90 a year')
  t.equal(intervalName('month'), 'Monthly')
  t.equal(intervalName('quarter'), 'quarter', 'an interval not known keeps its name')
  t.equal(perInterval('quarter'), 'per quarter')
})

t.test('one is not several', async (t) => {
  const rent = { kind: 'rent', amount: 399, currency: 'usd' } as const
  t.equal(
    rentalWords({ ...rent, startDays: 1, watchHours: 1 }),
    'Start within 1 day, then 1 hour to finish.',
  )
  t.equal(
    rentalWords({ ...rent, startDays: 30, watchHours: 48 }),
    'Start within 30 days, then 48 hours to finish.',
  )
  t.equal(streamsWords(1), 'One device at a time')
  t.equal(streamsWords(4), '4 devices at once')
  t.equal(trialWords(14), '14 days free')
})

t.test('the saving of a year is rounded down, and said only where there is one', async (t) => {
  t.equal(yearlySaving([price('month', 900), price('year', 9000)]), 16)
  t.equal(yearlySaving([price('month', 900), price('year', 10_800)]), 0)
  t.equal(yearlySaving([price('month', 900), price('year', 20_000)]), 0)
  t.equal(yearlySaving([price('month', 900)]), 0)
  t.equal(yearlySaving([price('month', 900), price('year', 9000, 'eur')]), 0)
})
