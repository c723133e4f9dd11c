import t from 'tap'
import { badge } from '../../../player/site/badge.ts'
import { allowed, planOffers, refused, rentAndBuy } from './fake-videos.ts'

t.test(
  'the badge says what a film asks for, and nothing where it just plays or is not to be had',
  async (t) => {
    t.equal(badge(allowed('free')), 'Free')
    t.equal(badge(allowed('subscription')), undefined)
    t.equal(badge(allowed('operator')), undefined)
    t.equal(badge(allowed('rented')), 'Rented')
    t.equal(badge(allowed('bought')), 'Yours')
    t.equal(badge(refused('not_entitled', planOffers)), 'Members')
    t.equal(badge(refused('not_entitled', [...planOffers, ...rentAndBuy])), 'Members')
    t.equal(badge(refused('not_entitled', rentAndBuy)), 'Rent or buy')
    t.equal(badge(refused('payment_pending', [])), 'Members')
    for (const because of ['not_entitled', 'sign_in_required', 'plan_not_included'] as const) {
      t.equal(badge(refused(because, [])), undefined)
    }
  },
)
