import { audit } from '../../audit/audit.ts'
import { lockWithin } from '../../clients/locks.ts'
import { dateOf, idOf, isRefusal } from '../../clients/stripe.ts'
import type { BillingDeps } from '../../services.ts'
import { readTerms, subjectSold } from '../checkout/checkout-terms.ts'
import type { Sale } from './customer-snapshot.ts'

/** Why a payment is paid back by itself. */
const reasons = {
  double: { action: 'purchase.refunded_double', reason: 'duplicate' },
  deleted: { action: 'purchase.refunded_deleted', reason: 'requested_by_customer' },
} as const

/**
 * Pays back by itself what nobody was to pay. Of two payment pages of one film that were open at the same
 * time and were both paid, the lesser; and what was paid on a page that was open when its film was deleted.
 * The refund's event, or the next sync, stores it. One that Stripe refuses, as where the balance is empty,
 * is tried again by the next sync: the nightly one, if none before.
 *
 * @throws what the Stripe SDK throws where it could not be asked
 */
export async function refundIdlePayments(
  deps: BillingDeps,
  userId: string,
  sales: readonly Sale[],
): Promise<void> {
  const idle = [
    ...doublePayments(sales).map((sale) => ({ sale, why: 'double' as const })),
    ...(await ofDeleted(deps, sales)).map((sale) => ({ sale, why: 'deleted' as const })),
  ]
  for (const { sale, why } of idle) {
    try {
      await payBack(deps, userId, sale, why)
    } catch (err) {
      if (!isRefusal(err)) throw err
      deps.log.error({ err, purchase: sale.session.id, why }, 'a payment could not be paid back')
    }
  }
}

async function payBack(
  { database, stripe, clock }: BillingDeps,
  userId: string,
  { session, charge }: Sale,
  why: keyof typeof reasons,
): Promise<void> {
  const intent = idOf(session.payment_intent)
  if (intent === null || charge === null) return
  const { action, reason } = reasons[why]
  // Stripe answers a key for a day as it did first, refusals too.
  const day = clock.now().toISOString().slice(0, 10)
  await stripe.refunds.create(
    { payment_intent: intent, reason },
    { idempotencyKey: `matinee-${why}-${session.id}-${day}` },
  )
  await database.$transaction(async (tx) => {
    // Of two syncs at once both find it paid, and Stripe answers both with the one refund.
    await lockWithin(tx, `refund:${session.id}`)
    const told = await tx.auditEntry.count({
      where: { action, details: { path: ['purchase'], equals: session.id } },
    })
    if (told > 0) return
    await audit(tx, {
      actorId: null,
      action,
      subject: `user:${userId}`,
      details: { purchase: session.id, amount: charge.amount, currency: charge.currency },
    })
  })
}

/**
 * Sales that give nothing, since every film of theirs was deleted here. One that is not here and of whose
 * deletion nothing is known, as after a backup was restored, is for the operator to look at.
 */
async function ofDeleted({ database }: BillingDeps, sales: readonly Sale[]): Promise<Sale[]> {
  const paid = sales.filter(({ charge }) => isKept(charge))
  const named = [...new Set(paid.flatMap(videosOf))]
  if (named.length === 0) return []
  const here = await database.video.findMany({
    where: { id: { in: named } },
    select: { id: true },
  })
  const known = new Set(here.map(({ id }) => id))
  const missing = named.filter((id) => !known.has(id))
  if (missing.length === 0) return []
  const told = await database.auditEntry.findMany({
    where: { action: 'video.deleted', subject: { in: missing.map((id) => `video:${id}`) } },
    select: { subject: true },
  })
  const deleted = new Set(told.map(({ subject }) => subject))
  return paid.filter((sale) => {
    const ids = videosOf(sale)
    return ids.length > 0 && ids.every((id) => deleted.has(`video:${id}`))
  })
}

function videosOf({ session }: Sale): string[] {
  const terms = readTerms(session.metadata)
  if (terms === null) return []
  return terms.kind === 'bundle' ? terms.videoIds : [terms.videoId]
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
