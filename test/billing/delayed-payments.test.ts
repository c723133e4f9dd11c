import t, { type Test } from 'tap'
import { storeEvents } from '../../server/billing/inbox/inbox-store.ts'
import type { CustomerSnapshot } from '../../server/billing/sync/customer-snapshot.ts'
import { delayedPayments } from '../../server/billing/sync/delayed-payments.ts'
import { services } from '../fixtures/app.ts'
import { charge, session } from './stripe-objects.ts'

const came = new Date('2027-03-06T09:00:00Z')
const snapshot = (type: string, changes: object = {}): CustomerSnapshot => ({
  customer: null,
  subscriptions: [],
  invoices: [],
  sales: [
    {
      session: session({ payment_status: 'paid', ...changes }),
      charge: charge({ payment_method_details: { type } }),
      disputes: [],
    },
  ],
  charges: [],
  nextAmounts: new Map(),
  unconfirmed: new Set(),
})

const nothing = (customerId: string) => ({ customerId, bought: [] })

/** An inbox that knows that checkout cs_1 of cus_1 has been paid. */
async function inbox(t: Test, changes: { type?: string; ignored?: boolean } = {}) {
  const { database, clock } = await services(t)
  const { type = 'checkout.session.async_payment_succeeded', ignored = false } = changes
  const event = {
    id: 'evt_1',
    type,
    livemode: false,
    created: came.getTime() / 1000,
    data: { object: { id: 'cs_1', customer: 'cus_1' } },
  }
  const row = {
    id: event.id,
    type,
    livemode: false,
    apiVersion: null,
    createdAt: came,
    payload: Buffer.from(JSON.stringify(event)),
    subject: 'customer:cus_1' as const,
    ignored,
  }
  await storeEvents(database, [row], clock.now())
  return database
}

t.test('a bank debit is paid when the event says that it went through', async (t) => {
  const database = await inbox(t)
  const times = await delayedPayments(database, nothing('cus_1'), snapshot('us_bank_account'))
  t.same([...times], [['cs_1', came]])
})

t.test('a card is paid when it is charged, and an open debit not at all', async (t) => {
  const database = await inbox(t)
  t.equal((await delayedPayments(database, nothing('cus_1'), snapshot('card'))).size, 0)
  const unpaid = snapshot('us_bank_account', { payment_status: 'unpaid' })
  t.equal((await delayedPayments(database, nothing('cus_1'), unpaid)).size, 0)
})

t.test("another customer's events, other events and another mode's say nothing", async (t) => {
  const debit = snapshot('us_bank_account')
  t.equal((await delayedPayments(await inbox(t), nothing('cus_2'), debit)).size, 0)
  const completed = await inbox(t, { type: 'checkout.session.completed' })
  t.equal((await delayedPayments(completed, nothing('cus_1'), debit)).size, 0)
  t.equal(
    (await delayedPayments(await inbox(t, { ignored: true }), nothing('cus_1'), debit)).size,
    0,
  )
})

t.test(
  'what a purchase says stands when the inbox has forgotten, and never above it',
  async (t) => {
    const database = await inbox(t)
    const early = { id: 'cs_1:film', paidAt: new Date('2027-03-01T09:00:00Z') }
    const stored = (paidAt: Date) => ({ customerId: 'cus_1', bought: [{ ...early, paidAt }] })
    const debit = snapshot('us_bank_account')
    t.same([...(await delayedPayments(database, stored(early.paidAt), debit))], [['cs_1', came]])
    await database.stripeEvent.updateMany({ data: { payload: Buffer.alloc(0) } })
    t.same([...(await delayedPayments(database, stored(came), debit))], [['cs_1', came]])
  },
)
