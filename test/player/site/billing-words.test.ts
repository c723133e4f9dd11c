import t from 'tap'
import {
  changeWords,
  heldPlanWords,
  invoiceWords,
  planPrice,
} from '../../../player/site/billing-words.ts'
import { heldPlan, subscription } from './fake-videos.ts'

const locale = 'en-GB'
const now = Date.parse('2031-04-01T00:00:00Z')

t.test('a plan is told as it stands, and what billing knows comes first', async (t) => {
  const words = (changes: Parameters<typeof heldPlan>[1]) =>
    heldPlanWords(subscription(), heldPlan(subscription(), changes), { locale, now })
  t.match(words({}), { label: 'Active', watching: true })
  t.match(words({ paused: true }), {
    label: 'Pausing',
    sentence:
      'You can watch until 3 May 2031. After that nothing is charged until you resume your plan.',
    watching: true,
  })
  t.match(words({ paused: true, suspended: 'collection_paused' }), {
    label: 'Paused',
    sentence: 'Nothing is charged. Resume your plan to watch again, for US$9 a month.',
    watching: false,
  })
  t.match(words({ suspended: 'collection_paused' }), {
    sentence: 'Your plan starts again with the next payment on 3 May 2031.',
  })
  t.match(words({ suspended: 'refunded' }), { label: 'Refunded', watching: false })
  t.match(words({ suspended: 'disputed' }), { label: 'Asked back', watching: false })
  t.match(heldPlanWords(subscription(), null, { locale, now }), { label: 'Active' })
})

t.test('a price that is not known here is not made up', async (t) => {
  t.equal(planPrice(heldPlan(subscription()), locale), 'US$9 a month')
  t.equal(planPrice(heldPlan(subscription(), { price: null }), locale), '')
})

t.test('an invoice says whether it is paid', async (t) => {
  t.equal(invoiceWords({ status: 'paid', amount: 900 }), 'Paid')
  t.equal(invoiceWords({ status: 'open', amount: 900 }), 'To be paid')
  t.equal(invoiceWords({ status: 'new_kind' as never, amount: 900 }), 'new_kind')
  t.equal(invoiceWords({ status: 'paid', amount: 0 }), 'Paid')
  t.equal(invoiceWords({ status: 'paid', amount: -600 }), 'Kept for your next payments')
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
  const done = 'From 3 May 2032 you pay US$145 a year.'
  t.same(words(275, 0), { today: 'US$2.75', next, done, press: 'Pay US$2.75 and change' })
  t.same(words(0, 0), { today: 'Nothing', next, done, press: 'Change plan' })
  t.match(words(0, 275).today, /Nothing\. You have US\$2\.75 left over/)
})
