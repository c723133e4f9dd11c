import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'

const billing = await openBilling(t)

t.test(
  'a film whose bank debit is on its way is not sold once more, until that fails',
  async (t) => {
    const member = await billing.signUp()
    const buy = { videoId: billing.video, kind: 'buy' }
    const sessionId = await member.checkout(buy)
    await billing.door(`/_local/checkout/sessions/${sessionId}/pay`, { method: 'bank_debit' })
    for (const kind of ['buy', 'rent']) {
      t.match(await member.post('/api/billing/checkout', { ...buy, kind }), {
        status: 409,
        body: { code: 'CONFLICT', detail: /on its way/ },
      })
    }
    t.equal(await member.access(), 'not_entitled')
    await billing.door(`/_local/checkout/sessions/${sessionId}/settle`, { outcome: 'fail' })
    const second = await member.checkout(buy)
    t.not(second, sessionId)
    await member.pay(second)
    await billing.settle()
    t.equal(await member.access(), 'bought')
  },
)

t.test('a trial that was had in Stripe alone, and was not told of, is not had again', async (t) => {
  const member = await billing.signUp()
  const priceId = await billing.priceOf('premium')
  await billing.webhooks({ mode: 'drop' })
  const first = await member.checkout({ priceId })
  await member.pay(first)
  await billing.stripe.subscriptions.cancel((await billing.subscription()).id)
  const second = await billing.stripe.checkout.sessions.retrieve(await member.checkout({ priceId }))
  t.equal(second.amount_total, 1500)
})
