import t from 'tap'
import { syncCustomer } from '../../server/billing/sync/sync.ts'
import { type Billing, type Member, openBilling } from '../fixtures/stripe.ts'

const day = 86_400

async function buy(billing: Billing, member: Member, kind: 'rent' | 'buy', card?: string) {
  const sessionId = await member.checkout({ videoId: billing.video, kind })
  await member.pay(sessionId, card)
  await billing.settle()
  return sessionId
}

const chargeOf = async (billing: Billing) => (await billing.stripe.charges.list()).data[0]?.id ?? ''

t.test('a bought film is there for good, and is not sold twice', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await buy(billing, member, 'buy')
  t.equal(await member.access(), 'bought')
  for (const kind of ['buy', 'rent']) {
    const again = await member.post('/api/billing/checkout', { videoId: billing.video, kind })
    t.match(again, { status: 409, body: { code: 'CONFLICT' } })
  }
  billing.services.clock.advance(1_000 * day)
  t.equal(await member.access(), 'bought')
})

t.test('return from checkout gives the film with every webhook lost', async (t) => {
  const billing = await openBilling(t)
  await billing.webhooks({ mode: 'drop' })
  const member = await billing.signUp()
  const sessionId = await buy(billing, member, 'rent')
  t.equal(await member.access(), 'not_entitled')
  const { status, body } = await member.post('/api/billing/confirm', { sessionId })
  t.equal(status, 200)
  t.same(body, {
    pending: false,
    purchase: { id: sessionId, videoId: billing.video, kind: 'rent' },
  })
  t.equal(await member.access(), 'rented')
})

t.test('a rental ends with its windows, and can then be had again', async (t) => {
  const billing = await openBilling(t)
  const { clock, database } = billing.services
  const member = await billing.signUp()
  const id = await buy(billing, member, 'rent')
  const again = await member.post('/api/billing/checkout', { videoId: billing.video, kind: 'rent' })
  t.match(again, { status: 409 }, 'not while one waits to be watched')
  await database.purchase.update({ where: { id }, data: { firstPlayedAt: clock.now() } })
  clock.advance(48 * 3600 - 1)
  t.equal(await member.access(), 'rented')
  clock.advance(1)
  t.equal(await member.access(), 'rental_expired')
  const second = await buy(billing, member, 'rent')
  t.not(second, id)
  t.equal(await member.access(), 'rented')
  const first = await database.purchase.findUniqueOrThrow({ where: { id } })
  t.not(first.firstPlayedAt, null, 'a sync leaves the first play alone')
})

t.test("a rental keeps the terms it was sold under when the film's change", async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await buy(billing, member, 'rent')
  const data = { rentStartDays: 1, rentWatchHours: 1 }
  await billing.services.database.video.update({ where: { id: billing.video }, data })
  billing.services.clock.advance(29 * day)
  t.equal(await member.access(), 'rented')
})

t.test('a refund in full takes the film back, one in part does not', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const id = await buy(billing, member, 'buy')
  const charge = await chargeOf(billing)
  await billing.stripe.refunds.create({ charge, amount: 300 })
  await billing.settle()
  t.equal(await member.access(), 'bought')
  const { database } = billing.services
  t.match(await database.purchase.findUnique({ where: { id } }), { amountRefunded: 300 })
  await billing.stripe.refunds.create({ charge })
  await billing.settle()
  t.equal(await member.access(), 'refunded')
  await buy(billing, member, 'buy')
  t.equal(await member.access(), 'bought', 'and it can be bought again')
})

t.test('a dispute suspends the film until it is won', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await buy(billing, member, 'buy', '4000000000000259')
  t.equal(await member.access(), 'disputed')
  const [dispute] = (await billing.stripe.disputes.list()).data
  const evidence = { uncategorized_text: 'winning_evidence' }
  await billing.stripe.disputes.update(dispute?.id ?? '', { evidence, submit: true })
  await billing.settle()
  t.equal(await member.access(), 'bought')
})

t.test('a dispute that is lost takes the film back for good', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const id = await buy(billing, member, 'buy', '4000000000000259')
  const [dispute] = (await billing.stripe.disputes.list()).data
  await billing.stripe.disputes.close(dispute?.id ?? '')
  await billing.settle()
  t.equal(await member.access(), 'disputed')
  const { database } = billing.services
  t.match(await database.purchase.findUnique({ where: { id } }), { status: 'lost' })
})

t.test('a delayed payment gives the film when its money comes', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const sessionId = await member.checkout({ videoId: billing.video, kind: 'buy' })
  await billing.door(`/_local/checkout/sessions/${sessionId}/pay`, { method: 'bank_debit' })
  const { body } = await member.post('/api/billing/confirm', { sessionId })
  t.same(body, { pending: true, purchase: null })
  t.equal(await member.access(), 'not_entitled')
  billing.services.clock.advance(5 * day)
  const came = Math.floor(billing.services.clock.now().getTime() / 1000) * 1000
  await billing.door(`/_local/checkout/sessions/${sessionId}/settle`, { outcome: 'succeed' })
  await billing.settle()
  t.equal(await member.access(), 'bought')
  const { database } = billing.services
  const where = { id: sessionId }
  const { paidAt, customerId } = await database.purchase.findUniqueOrThrow({ where })
  t.same(paidAt, new Date(came), 'and counts from then on')
  const payment = await database.payment.findFirstOrThrow()
  t.equal(payment.paidAt?.getTime(), billing.services.clock.now().getTime(), 'its receipt, too')
  await database.stripeEvent.updateMany({ data: { payload: Buffer.alloc(0) } })
  t.same(await syncCustomer(billing.services, customerId ?? ''), {
    userId: member.id,
    changes: [],
  })
})

t.test('a delayed payment that fails gives nothing', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const sessionId = await member.checkout({ videoId: billing.video, kind: 'buy' })
  await billing.door(`/_local/checkout/sessions/${sessionId}/pay`, { method: 'bank_debit' })
  await billing.door(`/_local/checkout/sessions/${sessionId}/settle`, { outcome: 'fail' })
  await billing.settle()
  t.equal(await member.access(), 'not_entitled')
})

t.test('money back for the month that runs suspends a subscription', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  await billing.stripe.refunds.create({ charge: await chargeOf(billing) })
  await billing.settle()
  t.equal(await member.access(), 'refunded')
})

t.test('a disputed payment suspends the subscription it paid for', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard', '4000000000000259')
  await billing.settle()
  t.equal(await member.access(), 'disputed')
})
