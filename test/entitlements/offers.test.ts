import t from 'tap'
import { holdingsOf } from '../../server/entitlements/holdings.ts'
import * as offers from '../../server/entitlements/offers.ts'
import type { AccessFacts, AccessReason, PlanOnSale } from '../../server/entitlements/types.ts'
import { facts, periodStart, subscription, video, viewer } from './build-facts.ts'

const monthly = { id: 'price_monthly', interval: 'month', amount: 999, currency: 'usd' }
const plan: PlanOnSale = {
  id: 'standard',
  name: 'Standard',
  rank: 1,
  maxStreams: 2,
  trialDays: 14,
  prices: [monthly],
}
const onSale = video({ rentAmount: 399, buyAmount: 1299 })
const offersFor = (facts: AccessFacts, because: AccessReason) => {
  const { viewer, policy } = facts
  const holdings = viewer === null ? [] : holdingsOf(viewer, policy, periodStart)
  return offers.offersFor(facts, holdings, because)
}
const rent = { kind: 'rent', amount: 399, currency: 'usd', startDays: 30, watchHours: 48 }
const buy = { kind: 'buy', amount: 1299, currency: 'usd' }

t.test('plans come first, then renting, then buying', async (t) => {
  t.same(offersFor(facts({ video: onSale, plans: [plan] }), 'not_entitled'), [
    {
      kind: 'plan',
      planId: 'standard',
      name: 'Standard',
      trialDays: 14,
      change: false,
      prices: [monthly],
    },
    rent,
    buy,
  ])
})

t.test('a stranger sees the same offers', async (t) => {
  const offers = offersFor(facts({ viewer: null, plans: [plan] }), 'sign_in_required')
  t.match(offers, [{ kind: 'plan', trialDays: 14, change: false }])
})

t.test('a second trial is not offered', async (t) => {
  const used = viewer({ trialUsedAt: periodStart })
  t.match(offersFor(facts({ viewer: used, plans: [plan] }), 'not_entitled'), [{ trialDays: 0 }])
})

t.test('who has a subscription is offered a change of plan', async (t) => {
  const holds = (status: string) => viewer({ subscriptions: [subscription({ status })] })
  for (const status of ['active', 'trialing', 'past_due', 'unpaid', 'paused']) {
    const offers = offersFor(facts({ viewer: holds(status), plans: [plan] }), 'plan_not_included')
    t.match(offers, [{ kind: 'plan', change: true, trialDays: 0 }], status)
  }
  for (const status of ['canceled', 'incomplete_expired', 'incomplete']) {
    const offers = offersFor(facts({ viewer: holds(status), plans: [plan] }), 'subscription_ended')
    t.match(offers, [{ kind: 'plan', change: false }], status)
  }
})

t.test('who owes money is led to the portal instead of a second subscription', async (t) => {
  const owing = facts({ video: onSale, plans: [plan] })
  t.same(offersFor(owing, 'payment_failed'), [{ kind: 'portal' }, rent, buy])
  t.same(offersFor(owing, 'subscription_paused'), [{ kind: 'portal' }, rent, buy])
})

t.test('nothing on sale, nothing offered', async (t) => {
  t.same(offersFor(facts(), 'not_entitled'), [])
})

t.test('who was paid back pays again, and who waits for their bank only waits', async (t) => {
  const holds = (suspended: 'refunded' | 'payment_pending') =>
    facts({
      viewer: viewer({ subscriptions: [subscription({ suspended })] }),
      video: onSale,
      plans: [plan],
    })
  t.same(offersFor(holds('refunded'), 'refunded'), [{ kind: 'pay_again' }, rent, buy])
  t.same(offersFor(holds('payment_pending'), 'payment_pending'), [rent, buy])
  const purchase = facts({ video: onSale, plans: [plan] })
  t.match(offersFor(purchase, 'refunded'), [{ kind: 'plan' }, rent, buy], 'a film, without a plan')
})
