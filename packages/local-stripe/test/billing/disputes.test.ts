import type Stripe from 'stripe'
import t from 'tap'
import { fault, stand } from '../stand.ts'

/** A payment of $10, made with a card of this kind. */
const pay = (stripe: Stripe, payment_method = 'pm_card_visa') =>
  stripe.paymentIntents.create({ amount: 1000, currency: 'usd', payment_method, confirm: true })

t.test('a card that is disputed pays first, then takes its money back', async (t) => {
  const { stripe, eventTypes } = await stand(t)
  const intent = await pay(stripe, 'pm_card_createDispute')
  t.equal(intent.status, 'succeeded')
  const [dispute] = (await stripe.disputes.list({ payment_intent: intent.id })).data
  t.match(dispute, {
    status: 'needs_response',
    reason: 'fraudulent',
    amount: 1000,
    charge: intent.latest_charge,
    payment_intent: intent.id,
  })
  t.match(await stripe.charges.retrieve(String(intent.latest_charge)), { disputed: true })
  t.match(await fault(stripe.refunds.create({ payment_intent: intent.id })), {
    code: 'charge_disputed',
  })
  t.strictSame(await eventTypes(), [
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'charge.updated',
    'charge.dispute.created',
    'charge.dispute.funds_withdrawn',
  ])
})

for (const [text, verdict, more] of [
  ['winning_evidence', 'won', ['charge.dispute.closed', 'charge.dispute.funds_reinstated']],
  ['losing_evidence', 'lost', ['charge.dispute.closed']],
] as const) {
  t.test(`evidence that says ${text} makes a dispute ${verdict}`, async (t) => {
    const { stripe, eventTypes } = await stand(t)
    const intent = await pay(stripe, 'pm_card_createDispute')
    const [{ id } = { id: '' }] = (await stripe.disputes.list()).data
    const before = (await eventTypes()).length
    const answered = await stripe.disputes.update(id, { evidence: { uncategorized_text: text } })
    t.match(answered, {
      status: 'under_review',
      evidence_details: { has_evidence: true, submission_count: 1 },
    })
    t.equal((await stripe.disputes.retrieve(id)).status, verdict)
    t.strictSame((await eventTypes()).slice(before), ['charge.dispute.updated', ...more])
    t.match(await fault(stripe.disputes.close(id)), { statusCode: 400 })
    t.match(await stripe.charges.retrieve(String(intent.latest_charge)), { disputed: true })
  })
}

t.test('evidence that is only staged decides nothing; giving up loses', async (t) => {
  const { stripe } = await stand(t)
  await pay(stripe, 'pm_card_createDispute')
  const [{ id } = { id: '' }] = (await stripe.disputes.list()).data
  const staged = await stripe.disputes.update(id, {
    evidence: { uncategorized_text: 'winning_evidence' },
    submit: false,
  })
  t.match(staged, { status: 'needs_response', evidence_details: { submission_count: 0 } })
  t.equal((await stripe.disputes.close(id)).status, 'lost')
})

t.test('evidence that decides nothing leaves the dispute under review', async (t) => {
  const { stripe } = await stand(t)
  await pay(stripe, 'pm_card_createDispute')
  const [{ id } = { id: '' }] = (await stripe.disputes.list()).data
  await stripe.disputes.update(id, { evidence: { product_description: 'A film' } })
  t.match(await stripe.disputes.retrieve(id), {
    status: 'under_review',
    evidence: { product_description: 'A film' },
  })
})
