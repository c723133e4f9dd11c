import t from 'tap'
import { subjectOf, webhookEvents } from '../../server/billing/inbox/event-subject.ts'
import type { Inbox } from '../../server/billing/inbox/inbox.ts'
import { fetchMissedEvents } from '../../server/billing/inbox/missed-events.ts'
import { openBilling } from '../fixtures/stripe.ts'

t.test('only events that Stripe was asked to send can have been missed', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const customer = await member.customer()
  await billing.stripe.customers.update(customer, { name: 'Of no concern to anyone' })
  const fetched: Parameters<Inbox['receive']>[0][] = []
  const inbox = {
    receive: async (event: (typeof fetched)[number]) => fetched.push(event) > 0,
    work: async () => {},
  } as unknown as Inbox
  const since = new Date(billing.services.clock.now().getTime() - 86_400_000)
  const found = await fetchMissedEvents(billing.services, inbox, since)
  t.equal(found, fetched.length)
  const types = new Set(fetched.map(({ type }) => type))
  for (const type of ['customer.subscription.created', 'invoice.paid', 'product.created']) {
    t.ok(types.has(type), type)
  }
  t.notOk(types.has('customer.created'))
  t.notOk(types.has('customer.updated'))
  t.ok(fetched.every(({ type }) => webhookEvents.some((one) => one === type)))
  t.ok(fetched.every((event) => subjectOf(event) !== null))
})
