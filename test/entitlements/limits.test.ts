import t from 'tap'
import { maxStreamsOf } from '../../server/entitlements/limits.ts'
import {
  facts,
  grant,
  holding,
  item,
  periodEnd,
  periodStart,
  premium,
  standard,
  subscription,
} from './build-facts.ts'

const subscribed = (...plans: (typeof standard)[]) =>
  holding({ subscriptions: plans.map((plan) => subscription({ items: [item({ plan })] })) })

t.test('the most generous plan held decides', async (t) => {
  t.equal(maxStreamsOf(subscribed(standard), periodStart), 2)
  t.equal(maxStreamsOf(subscribed(premium, standard), periodStart), 4)
})

t.test('without a plan the default holds', async (t) => {
  t.equal(maxStreamsOf(facts({ policy: { graceDays: 7, defaultMaxStreams: 3 } }), periodStart), 3)
  t.equal(maxStreamsOf(facts({ viewer: null }), periodStart), 2)
})

t.test('a plan that has ended no longer counts', async (t) => {
  const ending = subscription({ cancelAtPeriodEnd: true, items: [item({ plan: premium })] })
  const held = holding({ subscriptions: [ending] })
  t.equal(maxStreamsOf(held, new Date(periodEnd.getTime() - 1)), 4)
  t.equal(maxStreamsOf(held, periodEnd), 2)
})

t.test('a plan taken twice plays on twice as many devices', async (t) => {
  const twice = subscription({ items: [item({ quantity: 2 })] })
  t.equal(maxStreamsOf(holding({ subscriptions: [twice] }), periodStart), 4)
})

t.test('a granted plan counts as a paid one', async (t) => {
  t.equal(maxStreamsOf(holding({ grants: [grant({ plan: premium })] }), periodStart), 4)
})
