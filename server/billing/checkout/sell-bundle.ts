import { say } from '../../../contract/words/server.ts'
import { MatineeError } from '../../errors.ts'
import type { BillingDeps } from '../../services.ts'
import type { Sellable } from './checkout.ts'
import { returnUrl, taxParams } from './checkout-params.ts'
import { mostNamed, subjectSold, writeTerms } from './checkout-terms.ts'

const onShow = { published: true, archivedAt: null } as const
/** One of its films that is not on show takes it off sale. */
const onSale = { active: true, videos: { every: { video: onShow } } } as const
const inOrder = { orderBy: { position: 'asc' }, select: { videoId: true } } as const

/**
 * What is sold, and with which films: of a collection those on show. Null when there are none, or when a film
 * that was named is not on show.
 */
async function findSold(database: BillingDeps['database'], id: string) {
  const bundle = await database.bundle.findFirst({
    where: { id, ...onSale },
    include: {
      videos: inOrder,
      collection: { select: { videos: { ...inOrder, where: { video: onShow }, take: mostNamed } } },
    },
  })
  if (bundle === null) return null
  const { videos, collection, ...terms } = bundle
  const videoIds = (collection?.videos ?? videos).map(({ videoId }) => videoId)
  return videoIds.length === 0 ? null : { ...terms, videoIds }
}

/** Of these bundles those that are sold now. */
export async function bundlesSold(
  database: Pick<BillingDeps['database'], 'bundle'>,
  ids: string[],
): Promise<string[]> {
  const some = { some: { video: onShow } }
  const found = await database.bundle.findMany({
    where: {
      ...{ id: { in: ids }, ...onSale },
      OR: [{ collectionId: null }, { collection: { videos: some } }],
    },
    select: { id: true },
  })
  return found.map(({ id }) => id)
}

/**
 * Several films as one purchase, or a collection as a whole.
 *
 * @throws MatineeError NOT_FOUND when it is not sold
 */
export async function sellBundle(
  { database, config }: BillingDeps,
  userId: string,
  bundleId: string,
): Promise<Sellable> {
  const bundle = await findSold(database, bundleId)
  if (bundle === null) throw new MatineeError('NOT_FOUND', { detail: say('billing.notForSale') })
  const { title, amount, currency, collectionId, videoIds } = bundle
  const terms = { kind: 'bundle', bundleId, videoIds, collectionId } as const
  const metadata = { ...writeTerms(terms), matinee_user: userId }
  const product_data = { name: title }
  return {
    subject: subjectSold(terms),
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
      const held = { userId, kind: 'buy', status: 'paid' } as const
      // Who has bought every film so far may still want those that come later.
      const where =
        collectionId === null ? { ...held, videoId: { in: videoIds } } : { ...held, collectionId }
      const bought = await database.purchase.findMany({ where, distinct: ['videoId'] })
      if (bought.length < (collectionId === null ? videoIds.length : 1)) return
      throw new MatineeError('CONFLICT', { detail: say('billing.boughtAll') })
    },
  }
}
