import t from 'tap'
import { endSubscriptions } from '../../server/billing/end-subscriptions.ts'
import { decideAccess } from '../../server/entitlements/decide.ts'
import { loadFacts } from '../../server/entitlements/facts.ts'
import type { AccessFacts } from '../../server/entitlements/types.ts'
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

t.test(
  'one whose first invoice was voided is bought anew, and the old one is charged no more',
  async (t) => {
    const { member } = await byDebit()
    const old = await billing.subscription()
    await billing.stripe.invoices.voidInvoice(String(old.latest_invoice))
    await billing.settle()
    t.equal((await billing.stripe.subscriptions.retrieve(old.id)).status, 'active', 'at Stripe')
    t.equal(await member.access(), 'subscription_ended')
    t.match((await member.get('/api/billing')).body, { plan: null })
    const facts = await loadFacts(billing.services, member.id, billing.video)
    const { offers } = decideAccess(facts as AccessFacts, billing.services.clock.now())
    t.match(offers, [
      { kind: 'plan', change: false },
      { kind: 'plan', change: false },
    ])
    await member.subscribe('standard')
    t.equal(await member.access(), 'subscription')
    t.equal((await billing.stripe.subscriptions.retrieve(old.id)).status, 'canceled')
  },
)

t.test('deleting the account also ends one that never began', async (t) => {
  const { member } = await byDebit()
  const old = await billing.subscription()
  await billing.stripe.invoices.voidInvoice(String(old.latest_invoice))
  await billing.settle()
  const ended = await endSubscriptions(billing.services, member.id, {
    refund: false,
    actorId: null,
  })
  t.same(ended, [old.id])
  t.equal((await billing.stripe.subscriptions.retrieve(old.id)).status, 'canceled')
})
