import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'

t.test(
  'one person has Stripe asked sixty times a minute, and others are not refused',
  async (t) => {
    const billing = await openBilling(t)
    const [ana, ben] = [await billing.signUp(), await billing.signUp()]
    const ask = (who: typeof ana) => who.post('/api/billing/confirm', { sessionId: 'cs_test_none' })
    for (let i = 0; i < 60; i++) t.equal((await ask(ana)).status, 404)
    const refused = await ask(ana)
    t.equal(refused.status, 429)
    t.match(refused.body, { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 60 })
    t.equal((await ask(ben)).status, 404)
    t.equal((await ana.get('/api/billing')).status, 200, 'what is stored here is told')
    billing.services.clock.advance(60)
    t.equal((await ask(ana)).status, 404)
  },
)
