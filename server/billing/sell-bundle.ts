import { say } from '../../contract/words/server.ts'
import { MatineeError } from '../errors.ts'
import type { BillingDeps } from '../services.ts'
import type { Sellable } from './checkout.ts'
import { returnUrl, taxParams } from './checkout-params.ts'
import { writeTerms } from './checkout-terms.ts'

/**
 * Several films as one purchase.
 *
 * @throws MatineeError NOT_FOUND when it is not sold
 */
export async function sellBundle(
  { database, config }: BillingDeps,
  userId: string,
  bundleId: string,
): Promise<Sellable> {
  const bundle = await database.bundle.findFirst({
    where: {
      id: bundleId,
      active: true,
      videos: { none: { video: { archivedAt: { not: null } } } },
    },
    include: { videos: { orderBy: { position: 'asc' } } },
  })
  if (bundle === null) throw new MatineeError('NOT_FOUND', { detail: say('billing.notForSale') })
  const { title, amount, currency } = bundle
  const videoIds = bundle.videos.map(({ videoId }) => videoId)
  const metadata = {
    ...writeTerms({ kind: 'bundle', bundleId, videoIds }),
    matinee_user: userId,
  }
  const product_data = { name: title }
  return {
    subject: `bundle:${bundleId}`,
    terms: `bundle:${amount}:${currency}:${videoIds.join()}`,
    params: {
      mode: 'payment',
      line_items: [{ quantity: 1, price_data: { currency, unit_amount: amount, product_data } }],
      allow_promotion_codes: true,
      success_url: returnUrl(config),
      cancel_url: config.PUBLIC_URL,
      metadata,
      payment_intent_data: { metadata, description: title },
      ...taxParams(config),
    },
    refuseOwners: async () => {
      const bought = await database.purchase.findMany({
        where: { userId, videoId: { in: videoIds }, kind: 'buy', status: 'paid' },
        distinct: ['videoId'],
      })
      if (bought.length < videoIds.length) return
      throw new MatineeError('CONFLICT', { detail: say('billing.boughtAll') })
    },
  }
}
