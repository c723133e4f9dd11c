import t from 'tap'
import type { Offer } from '../../../contract/access.ts'
import { priceFrom } from '../../../player/site/price-from.ts'

const price = (id: string, amount: number, currency: string) =>
  ({ ...{ id, amount, currency }, interval: 'month' }) as const
const plan = (prices: (Offer & { kind: 'plan' })['prices']): Offer => ({
  ...{ kind: 'plan', planId: 'standard', name: 'Standard', trialDays: 0, change: false, prices },
})

t.test(
  'the least of the prices in one currency, never of two that cannot be compared',
  async (t) => {
    const offers: Offer[] = [
      plan([
        { ...price('a', 900, 'usd'), currencies: [{ currency: 'jpy', amount: 400 }] },
        price('b', 650, 'eur'),
      ]),
      { kind: 'rent', amount: 399, currency: 'usd', startDays: 30, watchHours: 48 },
      { kind: 'buy', amount: 1299, currency: 'usd' },
      { kind: 'portal' },
    ]
    t.equal(priceFrom(offers, 'usd'), 'From $3.99')
    t.equal(priceFrom(offers, 'eur'), 'From €6.50')
    t.equal(priceFrom(offers, 'jpy'), 'From ¥400')
    t.equal(priceFrom(offers, 'gbp'), 'From $3.99', "the site's")
    t.equal(priceFrom([{ kind: 'portal' }], 'usd'), undefined)
  },
)
