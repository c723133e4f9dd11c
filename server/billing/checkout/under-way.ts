import { say } from '../../../contract/words/server.ts'
import { MatineeError } from '../../errors.ts'
import type { BillingDeps } from '../../services.ts'
import { readTerms, subjectSold } from './checkout-terms.ts'

/**
 * Refuses to sell once more what is being paid for: a bank debit takes days, and gives nothing before.
 *
 * @throws MatineeError CONFLICT; what the Stripe SDK throws
 */
export async function refuseUnderWay(
  { database, stripe }: BillingDeps,
  userId: string,
  subject: string,
): Promise<void> {
  const payments = await database.payment.findMany({
    where: { userId, status: 'pending', purchaseId: { not: null } },
    orderBy: { at: 'desc' },
    select: { purchaseId: true },
    take: mostAtOnce,
  })
  for (const { purchaseId } of payments) {
    const { metadata } = await stripe.checkout.sessions.retrieve(purchaseId ?? '')
    const terms = readTerms(metadata)
    if (terms === null || subjectSold(terms) !== subject) continue
    throw new MatineeError('CONFLICT', { detail: say('billing.underWay') })
  }
}

/** Nobody waits for more: each is a call to Stripe. */
const mostAtOnce = 20
