import t from 'tap'
import type { Offer } from '../../../contract/access.ts'
import { offerButtons } from '../../../player/element/panels/offer-buttons.ts'

const labels = (offer: Offer) => offerButtons(offer, 'en').map(({ label, hint }) => [label, hint])
const month = { id: 'm', interval: 'month', amount: 999, currency: 'usd' }
const year = { id: 'y', interval: 'year', amount: 9900, currency: 'usd' }
const plan = { kind: 'plan', planId: 's', name: 'Standard', trialDays: 0, change: false } as const

t.test('a plan has a button for each of its prices', (t) => {
  const buttons = offerButtons({ ...plan, prices: [month, year] }, 'en')
  t.same(
    buttons.map(({ label, priceId }) => [label, priceId]),
    [
      ['Standard, $9.99 a month', 'm'],
      ['Standard, $99 a year', 'y'],
    ],
  )
  t.end()
})

t.test('a price in several currencies has a button for each', (t) => {
  const currencies = [{ currency: 'jpy', amount: 1400 }]
  const buttons = offerButtons({ ...plan, prices: [{ ...month, currencies }, year] }, 'en')
  t.same(
    buttons.map(({ label, priceId, currency }) => [label, priceId, currency]),
    [
      ['Standard, $9.99 a month', 'm', 'usd'],
      ['Standard, ¥1,400 a month', 'm', 'jpy'],
      ['Standard, $99 a year', 'y', undefined],
    ],
  )
  t.end()
})

t.test('a trial and a change of plan are said', (t) => {
  t.same(labels({ ...plan, trialDays: 7, prices: [month] }), [
    ['Standard, $9.99 a month', 'First 7 days free'],
  ])
  t.same(labels({ ...plan, change: true, prices: [month] }), [
    ['Switch to Standard, $9.99 a month', ''],
  ])
  t.end()
})

t.test('a rental says how long it lasts', (t) => {
  const rent = { kind: 'rent', amount: 399, currency: 'usd' } as const
  t.same(labels({ ...rent, startDays: 30, watchHours: 48 }), [
    ['Rent for $3.99', 'Start within 30 days, then you have 48 hours to finish it.'],
  ])
  t.same(labels({ ...rent, startDays: 1, watchHours: 1 }), [
    ['Rent for $3.99', 'Start within 1 day, then you have 1 hour to finish it.'],
  ])
  t.end()
})

t.test('buying and the billing page have a button each', (t) => {
  t.same(labels({ kind: 'buy', amount: 1299, currency: 'usd' })[0]?.[0], 'Buy for $12.99')
  t.same(labels({ kind: 'portal' })[0]?.[0], 'Open the billing page')
  t.end()
})
