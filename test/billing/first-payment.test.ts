import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'

const billing = await openBilling(t)

async function byDebit() {
  const member = await billing.signUp()
  const sessionId = await member.checkout({ priceId: await billing.priceOf('standard') })
  await billing.door(`/_local/checkout/sessions/${sessionId}/pay`, { method: 'bank_debit' })
  await billing.settle()
  const settle = async (outcome: 'succeed' | 'fail') => {
    billing.services.clock.advance(4 * 86_400)
    billing.local.catchUp()
    await billing.door(`/_local/checkout/sessions/${sessionId}/settle`, { outcome })
    await billing.settle()
  }
  return { member, sessionId, settle }
}

t.test('a plan paid by bank debit plays when the money has come', async (t) => {
  const { member, sessionId, settle } = await byDebit()
  t.equal((await billing.subscription()).status, 'active', 'as Stripe has it')
  t.equal(await member.access(), 'payment_pending')
  const confirmed = await member.post('/api/billing/confirm', { sessionId })
  t.match(confirmed, { status: 200, body: { pending: true } })
  t.match((await member.get('/api/billing')).body.plan, { suspended: 'payment_pending' })
  await settle('succeed')
  t.equal(await member.access(), 'subscription')
})

t.test('one whose first payment fails never played, and has no grace', async (t) => {
  const { member, settle } = await byDebit()
  await settle('fail')
  t.not(await member.access(), 'subscription')
  t.match((await member.get('/api/billing')).body.plan ?? {}, {})
})
