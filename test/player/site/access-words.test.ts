import t from 'tap'
import { badge, refusalWords } from '../../../player/site/access-words.ts'
import { allowed, planOffers, refused, rentAndBuy } from './fake-videos.ts'

t.test('every refusal says why and what to do, in sentences', async (t) => {
  for (const because of [
    'sign_in_required',
    'account_disabled',
    'not_entitled',
    'payment_failed',
    'payment_incomplete',
    'subscription_paused',
    'subscription_ended',
    'plan_not_included',
    'rental_expired',
    'refunded',
    'disputed',
    'grant_ended',
    'a_reason_of_another_year',
  ]) {
    const { heading, sentence } = refusalWords(refused(because))
    t.match(heading, /^[A-Z].*[^.]$/, because)
    t.match(sentence, /^[A-Z].*\.$/, because)
  }
})

t.test('a film without a plan is not said to need one', async (t) => {
  t.match(refusalWords(refused('not_entitled', rentAndBuy)).sentence, /Rent or buy/)
  t.match(refusalWords(refused('not_entitled', [])).sentence, /not on sale/)
  t.match(refusalWords(refused('not_entitled', planOffers)).sentence, /plan/)
})

t.test('the badge says what a film asks for, and nothing where it just plays', async (t) => {
  t.equal(badge(allowed('free')), 'Free')
  t.equal(badge(allowed('subscription')), undefined)
  t.equal(badge(allowed('operator')), undefined)
  t.equal(badge(allowed('rented')), 'Rented')
  t.equal(badge(allowed('bought')), 'Yours')
  t.equal(badge(refused('not_entitled')), 'Members')
  t.equal(badge(refused('not_entitled', [...planOffers, ...rentAndBuy])), 'Members')
  t.equal(badge(refused('not_entitled', rentAndBuy)), 'Rent or buy')
  t.equal(badge(refused('not_entitled', [])), 'Members')
})
