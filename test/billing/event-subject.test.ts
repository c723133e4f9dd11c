import t from 'tap'
import { subjectOf } from '../../server/billing/inbox/event-subject.ts'
import { createdAt, parseEvent } from '../../server/billing/inbox/stripe-event.ts'

const subject = (type: string, object?: object) =>
  subjectOf({ type, data: object === undefined ? undefined : { object } })

t.test('an event leads to the customer whose state may have changed', async (t) => {
  const of = { customer: 'cus_1' }
  for (const type of [
    'customer.subscription.created',
    'customer.subscription.updated',
    'customer.subscription.deleted',
    'customer.subscription.paused',
    'checkout.session.completed',
    'checkout.session.async_payment_succeeded',
    'invoice.paid',
    'invoice.payment_failed',
    'charge.refunded',
    'payment_intent.succeeded',
    'customer.subscription.of_a_later_version',
  ]) {
    t.equal(subject(type, of), 'customer:cus_1', type)
  }
  t.equal(subject('invoice.paid', { customer: { id: 'cus_2' } }), 'customer:cus_2', 'expanded')
  t.equal(subject('customer.deleted', { id: 'cus_3' }), 'customer:cus_3')
})

t.test('refunds and disputes lead to their charge, or to the payment', async (t) => {
  const paid = { charge: 'ch_1', payment_intent: 'pi_1' }
  t.equal(subject('charge.dispute.created', paid), 'charge:ch_1')
  t.equal(
    subject('refund.updated', { charge: null, payment_intent: 'pi_1' }),
    'payment_intent:pi_1',
  )
})

t.test('products and prices lead to the plans', async (t) => {
  t.equal(subject('product.updated', { id: 'prod_1' }), 'plans')
  t.equal(subject('price.created', { id: 'price_1' }), 'plans')
})

t.test('what changes nothing leads nowhere', async (t) => {
  const of = { id: 'x', customer: 'cus_1' }
  for (const type of [
    'invoice.upcoming',
    'invoice.created',
    'customer.updated',
    'payment_method.attached',
    'payout.paid',
    'v2.core.event_destination.ping',
  ]) {
    t.equal(subject(type, of), null, type)
  }
  t.equal(subject('checkout.session.expired', { customer: null }), null, 'of a stranger')
  t.equal(subject('invoice.paid'), null, 'without an object')
})

t.test('only what is an event is taken for one', async (t) => {
  const event = { id: 'evt_1', type: 'invoice.paid', livemode: false, created: 1_700_000_000 }
  const parse = (body: unknown) =>
    parseEvent(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)))
  t.same(parse(event), event)
  t.match(parse({ ...event, data: { object: { id: 'in_1' } } }), { id: 'evt_1' })
  for (const body of [
    '',
    '{',
    'null',
    [],
    { ...event, id: '' },
    { ...event, id: 7 },
    { ...event, livemode: 'no' },
    { ...event, created: -1 },
    { ...event, created: 'yesterday' },
    { ...event, data: { object: 'in_1' } },
  ]) {
    t.equal(parse(body), null, JSON.stringify(body))
  }
})

t.test('both ways to write the time of an event are read', async (t) => {
  t.same(createdAt({ created: 1_700_000_000 }), new Date('2023-11-14T22:13:20Z'))
  t.same(createdAt({ created: '2023-11-14T22:13:20Z' }), new Date('2023-11-14T22:13:20Z'))
})
