import type { Database } from '../../clients/database.ts'
import { sessionOf } from '../checkout/checkout-terms.ts'
import { parseEvent } from '../inbox/stripe-event.ts'
import type { CustomerSnapshot } from './customer-snapshot.ts'

/** Checkout session → when its money came. */
export type PaidTimes = ReadonlyMap<string, Date>

interface Bought {
  id: string
  paidAt: Date
}

const none: PaidTimes = new Map()

/**
 * When payments came that take days. A bank debit's charge is made the day it is asked for and says
 * nowhere when it went through; the event that tells of it does. The inbox keeps what it says for a while, the
 * purchase for good.
 *
 * @param bought what is stored of the customer's purchases
 */
export async function delayedPayments(
  database: Database,
  { customerId, bought }: { customerId: string; bought: readonly Bought[] },
  { sales }: CustomerSnapshot,
): Promise<PaidTimes> {
  const delayed = sales.some(
    ({ session, charge }) =>
      session.payment_status === 'paid' && charge?.payment_method_details?.type !== 'card',
  )
  if (!delayed) return none
  const events = await database.stripeEvent.findMany({
    where: {
      type: 'checkout.session.async_payment_succeeded',
      subject: `customer:${customerId}`,
      status: { not: 'ignored' },
    },
    select: { payload: true, createdAt: true },
  })
  return new Map([
    ...bought.map(({ id, paidAt }) => [sessionOf(id), paidAt] as const),
    ...events.flatMap(({ payload, createdAt }) => {
      const session: { id?: unknown } = parseEvent(Buffer.from(payload))?.data?.object ?? {}
      return typeof session.id === 'string' ? [[session.id, createdAt] as const] : []
    }),
  ])
}
