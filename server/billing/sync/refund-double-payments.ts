import { audit } from '../../audit/audit.ts'
import { dateOf, idOf, isRefusal } from '../../clients/stripe.ts'
import type { BillingDeps } from '../../services.ts'
import { readTerms, subjectSold } from '../checkout/checkout-terms.ts'
import type { Sale } from './customer-snapshot.ts'

/**
 * Two payment pages of one film that were open at the same time and were both paid: the lesser of
 * the two is paid back by itself. The refund's event, or the next sync, stores it. One that Stripe
 * refuses, as where the balance is empty, is tried again by the next sync: the nightly one, if none before.
 *
 * @throws what the Stripe SDK throws where it could not be asked
 */
export async function refundDoublePayments(
  deps: BillingDeps,
  userId: string,
  sales: readonly Sale[],
): Promise<void> {
  for (const sale of doublePayments(sales)) {
    try {
      await payBack(deps, userId, sale)
    } catch (err) {
      if (!isRefusal(err)) throw err
      deps.log.error({ err, purchase: sale.session.id }, 'a double payment could not be paid back')
    }
  }
}

async function payBack(
  { database, stripe, clock }: BillingDeps,
  userId: string,
  { session, charge }: Sale,
): Promise<void> {
  const intent = idOf(session.payment_intent)
  if (intent === null || charge === null) return
  // Stripe answers a key for a day as it did first, refusals too.
  const day = clock.now().toISOString().slice(0, 10)
  await stripe.refunds.create(
    { payment_intent: intent, reason: 'duplicate' },
    { idempotencyKey: `matinee-double-${session.id}-${day}` },
  )
  const action = 'purchase.refunded_double'
  const told = await database.auditEntry.count({
    where: { action, details: { path: ['purchase'], equals: session.id } },
  })
  if (told > 0) return
  await audit(database, {
    actorId: null,
    action,
    subject: `user:${userId}`,
    details: { purchase: session.id, amount: charge.amount, currency: charge.currency },
  })
}

/** Of each pair of overlapping payments the lesser, or the later of two equal ones. */
export function doublePayments(sales: readonly Sale[]): Sale[] {
  const paid = sales
    .filter(({ session, charge }) => readTerms(session.metadata) !== null && isKept(charge))
    .toSorted(
      (a, b) => amountOf(b) - amountOf(a) || (a.charge?.created ?? 0) - (b.charge?.created ?? 0),
    )
  const kept: Sale[] = []
  return paid.filter((sale) => {
    const double = kept.some((other) => isSame(sale, other) && overlap(sale, other))
    if (!double) kept.push(sale)
    return double
  })
}

const isKept = (charge: Sale['charge']) =>
  charge !== null && !charge.refunded && charge.amount_refunded === 0 && !charge.disputed

const amountOf = ({ charge }: Sale) => charge?.amount ?? 0

function subjectOf({ session }: Sale): string | null {
  const terms = readTerms(session.metadata)
  return terms === null ? null : subjectSold(terms)
}

const isSame = (a: Sale, b: Sale) => subjectOf(a) === subjectOf(b)

/** Each page was opened before the other was paid. */
const overlap = (a: Sale, b: Sale) => openedBefore(a, b) && openedBefore(b, a)

const openedBefore = ({ session }: Sale, { charge }: Sale) =>
  charge !== null && dateOf(session.created) < dateOf(charge.created)
