import t from 'tap'
import {
  changeWords,
  invoiceWords,
  planPrice,
  planWords,
  purchaseWords,
} from '../../../player/site/billing-words.ts'
import { boughtVideo, heldPlan, subscription } from './fake-videos.ts'

const locale = 'en-GB'
const now = Date.parse('2031-04-01T00:00:00Z')

t.test('a plan is told as it stands, and what billing knows comes first', async (t) => {
  const words = (changes: Parameters<typeof heldPlan>[1]) =>
    planWords(subscription(), heldPlan(subscription(), changes), { locale, now })
  t.match(words({}), { label: 'Active', watching: true })
  t.match(words({ paused: true }), {
    label: 'Pausing',
    sentence: 'You can watch until 3 May 2031. Then nothing is charged until you resume it.',
    watching: true,
  })
  t.match(words({ paused: true, suspended: 'collection_paused' }), {
    label: 'Paused',
    sentence: 'Nothing is charged. Resume it to watch again, for US$9 a month.',
    watching: false,
  })
  t.match(words({ suspended: 'collection_paused' }), {
    sentence: 'It goes on with the next payment on 3 May 2031.',
  })
  t.match(words({ suspended: 'refunded' }), { label: 'Refunded', watching: false })
  t.match(words({ suspended: 'disputed' }), { label: 'Disputed', watching: false })
  t.match(planWords(subscription(), null, { locale, now }), { label: 'Active' })
})

t.test('a price that is not known here is not made up', async (t) => {
  t.equal(planPrice(heldPlan(subscription()), locale), 'US$9 a month')
  t.equal(planPrice(heldPlan(subscription(), { price: null }), locale), '')
})

t.test('a film says until when it plays, or why it does not', async (t) => {
  const words = (changes: Parameters<typeof boughtVideo>[0]) =>
    purchaseWords(boughtVideo(changes), { locale, now })
  t.equal(words({}), 'Bought on 1 March 2031')
  const rent = { kind: 'rent', startBy: '2031-04-05T00:00:00Z' } as const
  t.equal(words(rent), 'Rented, start by 5 April 2031')
  t.equal(words({ ...rent, startBy: '2031-04-01T00:00:00Z' }), 'Rental ended', 'to the second')
  const begun = { ...rent, watchUntil: '2031-04-02T12:00:00Z' }
  t.equal(words(begun), 'Rented until 2 April 2031')
  t.equal(words({ ...begun, watchUntil: '2031-04-01T00:00:00Z' }), 'Rental ended')
  t.equal(words({ status: 'refunded' }), 'Money given back')
  t.equal(words({ status: 'disputed' }), 'Asked back by your bank')
  t.equal(words({ status: 'lost' }), 'Asked back by your bank')
})

t.test('an invoice says whether it is paid', async (t) => {
  t.equal(invoiceWords({ status: 'paid', amount: 900 }), 'Paid')
  t.equal(invoiceWords({ status: 'open', amount: 900 }), 'To be paid')
  t.equal(invoiceWords({ status: 'new_kind', amount: 900 }), 'new_kind')
  t.equal(invoiceWords({ status: 'paid', amount: 0 }), 'Paid')
  t.equal(invoiceWords({ status: 'paid', amount: -600 }), 'Kept for later payments')
})

t.test('a change of plan says what is paid today and next', async (t) => {
  const words = (amount: number, credit: number) =>
    changeWords(
      {
        planId: 'family',
        name: 'Family',
        currency: 'usd',
        today: { amount, credit },
        next: { amount: 14500, interval: 'year', at: '2032-05-03T12:00:00Z' },
        prorationDate: '2031-04-18T12:00:00Z',
      },
      locale,
    )
  const next = 'US$145 a year, starting 3 May 2032'
  const done = 'From 3 May 2032 on you pay US$145 a year.'
  t.same(words(275, 0), { today: 'US$2.75', next, done, press: 'Pay US$2.75 and change' })
  t.same(words(0, 0), { today: 'Nothing.', next, done, press: 'Change plan' })
  t.match(words(0, 275).today, /Nothing\. US\$2\.75/)
})
