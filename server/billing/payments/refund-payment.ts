import type { RefundBody, StudioPayment } from '../../../contract/payments.ts'
import { say } from '../../../contract/words/server.ts'
import { audit } from '../../audit/audit.ts'
import { lockWithin } from '../../clients/locks.ts'
import type { Payment } from '../../clients/prisma/client.ts'
import { allPages, isRefusal, type Stripe } from '../../clients/stripe.ts'
import { MatineeError } from '../../errors.ts'
import type { BillingDeps } from '../../services.ts'
import { cancelAtPeriodEnd } from '../cancel-at-period-end.ts'
import { syncCustomer } from '../sync/sync.ts'
import { toStudio } from './list-payments.ts'

/**
 * Pays a payment back, in full or in part, and ends what it was for where that is asked for. What
 * access follows, the sync says.
 *
 * @returns the payment as it is then
 * @throws MatineeError NOT_FOUND, BAD_REQUEST, CONFLICT; what the Stripe SDK throws
 */
export async function refundPayment(
  deps: BillingDeps,
  id: string,
  body: RefundBody | undefined,
  actorId: string,
): Promise<StudioPayment> {
  const { database, stripe } = deps
  const payment = await database.payment.findUnique({ where: { id } })
  if (payment === null) throw new MatineeError('NOT_FOUND', { detail: say('none.payment') })
  const { status, customerId, subscriptionId, currency, amountRefunded } = payment
  const left = payment.amount - amountRefunded
  if (status !== 'succeeded') {
    throw new MatineeError('CONFLICT', { detail: say('billing.notArrived') })
  }
  if (left === 0) {
    throw new MatineeError('CONFLICT', { detail: say('billing.refunded') })
  }
  const amount = body?.amount ?? left
  if (amount > left) throw tooMuch(left)
  // Pressed twice at once it is the same refund. After one that a bank sent back it is another.
  const failed = await failedRefunds(stripe, id)
  const idempotencyKey = `matinee-refund-${id}-${amountRefunded}-${amount}-${failed}`
  const wanted = { charge: id, amount, reason: 'requested_by_customer' } as const
  const refund = await stripe.refunds
    .create(wanted, { idempotencyKey })
    .catch((error: unknown) => whatIsLeft(deps, payment, amount, error))
  // At once: the money is on its way, whatever else fails.
  const cancel = body?.cancel
  await tellOnce(database, refund, {
    actorId,
    action: 'payment.refunded',
    subject: payment.userId === null ? `payment:${id}` : `user:${payment.userId}`,
    details: { payment: id, refund: refund.id, amount, currency, cancel: cancel ?? null },
  })
  try {
    if (cancel !== undefined && subscriptionId !== null) await end(stripe, subscriptionId, cancel)
  } finally {
    await syncCustomer(deps, customerId)
  }
  const now = await database.payment.findUniqueOrThrow({ where: { id } })
  const [answer] = await toStudio(database, [now])
  if (answer === undefined) throw new Error(`payment ${id} is gone`)
  return answer
}

const tooMuch = (left: number) =>
  new MatineeError('BAD_REQUEST', {
    detail: say('billing.refundLeft', { left }),
    members: { fields: [{ field: 'amount', message: say('billing.refundMost', { left }) }] },
  })

/** Stripe refused it: where others were paid back meanwhile, so that too little is left, that is said. */
async function whatIsLeft(
  deps: BillingDeps,
  { id, customerId }: Payment,
  amount: number,
  error: unknown,
): Promise<never> {
  if (!isRefusal(error)) throw error
  await syncCustomer(deps, customerId)
  const now = await deps.database.payment.findUniqueOrThrow({ where: { id } })
  const left = now.amount - now.amountRefunded
  if (left === 0) throw new MatineeError('CONFLICT', { detail: say('billing.refunded') })
  throw amount > left ? tooMuch(left) : error
}

/** Pressed twice at once it is one refund, and is told once. */
async function tellOnce(
  database: BillingDeps['database'],
  { id }: Stripe.Refund,
  entry: Parameters<typeof audit>[1],
): Promise<void> {
  await database.$transaction(async (tx) => {
    await lockWithin(tx, `refund:${id}`)
    const { action, subject } = entry
    const details = { path: ['refund'], equals: id }
    const told = await tx.auditEntry.count({ where: { action, subject, details } })
    if (told === 0) await audit(tx, entry)
  })
}

/** How many refunds of a charge came to nothing: their money is there to be paid back again. */
async function failedRefunds(stripe: Stripe, charge: string): Promise<number> {
  const refunds = await allPages(stripe.refunds.list({ charge, limit: 100 }))
  return refunds.filter(({ status }) => status === 'failed' || status === 'canceled').length
}

/** Ends a plan; one that has ended already, as a page does not know that was open for long, has. */
async function end(stripe: Stripe, id: string, when: 'now' | 'period_end'): Promise<void> {
  const { ended_at } = await stripe.subscriptions.retrieve(id)
  if (ended_at !== null) return
  if (when === 'now') await stripe.subscriptions.cancel(id)
  else await cancelAtPeriodEnd(stripe, id)
}
