import t from 'tap'
import { offerWords } from '../../../contract/words/offers.ts'
import { intervalName, perInterval, priceWords } from '../../../contract/words/prices.ts'

const price = (interval: string, amount: number, currency = 'usd') => ({
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
  t.equal(
    offerWords('rental', { startDays: 1, watchHours: 1 }),
    'Start within 1 day, then you have 1 hour to finish it.',
  )
  t.equal(
    offerWords('rental', { startDays: 30, watchHours: 48 }),
    'Start within 30 days, then you have 48 hours to finish it.',
  )
  t.equal(offerWords('devices', { count: 1 }), 'One device at a time')
  t.equal(offerWords('devices', { count: 4 }), '4 devices at the same time')
  t.equal(offerWords('trial', { days: 1 }), 'First 1 day free')
  t.equal(offerWords('trial', { days: 14 }), 'First 14 days free')
})
