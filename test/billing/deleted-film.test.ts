import t from 'tap'
import { refundIdlePayments } from '../../server/billing/sync/refund-idle-payments.ts'
import type { Stripe } from '../../server/clients/stripe.ts'
import { openBilling } from '../fixtures/stripe.ts'
import { charge, session } from './stripe-objects.ts'

const billing = await openBilling(t)
const { database } = billing.services

/** A film whose payment page is open when it goes, and is paid then. */
async function paidWhenGone(isDeleted: boolean) {
  const member = await billing.signUp()
  const film = { title: 'Gone', published: true, buyAmount: 900 }
  const { id } = await database.video.create({ data: { ...film, slug: `gone-${isDeleted}` } })
  const sessionId = await member.checkout({ videoId: id, kind: 'buy' })
  await database.video.delete({ where: { id } })
  if (isDeleted) {
    await database.auditEntry.create({ data: { action: 'video.deleted', subject: `video:${id}` } })
  }
  await member.pay(sessionId)
  await billing.settle()
  await billing.settle()
  const { payments } = (await member.get('/api/me/payments')).body
  const told = await database.auditEntry.findMany({
    where: { action: 'purchase.refunded_deleted', subject: `user:${member.id}` },
  })
  return { payments, told, sessionId }
}

t.test('what is paid for a film that was deleted meanwhile goes back by itself', async (t) => {
  const { payments, told, sessionId } = await paidWhenGone(true)
  t.match(payments, [{ amount: 900, amountRefunded: 900 }])
  t.match(told, [{ actorId: null, details: { purchase: sessionId, amount: 900 } }])
  t.equal(told.length, 1)
})

t.test('what is paid for a film of whose deletion nothing is known stays', async (t) => {
  const { payments, told } = await paidWhenGone(false)
  t.match(payments, [{ amount: 900, amountRefunded: 0 }])
  t.same(told, [])
})

t.test('of many syncs at once one tells that it went back', async (t) => {
  const { id: userId } = await billing.signUp()
  const film = crypto.randomUUID()
  await database.auditEntry.create({ data: { action: 'video.deleted', subject: `video:${film}` } })
  const metadata = { matinee_kind: 'buy', matinee_video: film }
  const sale = {
    session: session({ id: 'cs_at_once', payment_intent: 'pi_at_once', metadata }),
    charge: charge({ amount: 900 }),
    disputes: [],
  }
  // Stripe, which answers one key with one refund.
  const stripe = { refunds: { create: async () => ({ id: 're_1' }) } } as unknown as Stripe
  const deps = { ...billing.services, stripe }
  await Promise.all(Array.from({ length: 8 }, () => refundIdlePayments(deps, userId, [sale])))
  const told = { action: 'purchase.refunded_deleted', subject: `user:${userId}` }
  t.equal(await database.auditEntry.count({ where: told }), 1)
})
