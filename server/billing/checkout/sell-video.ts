import type { PurchaseKind } from '../../../contract/access.ts'
import { say } from '../../../contract/words/server.ts'
import type { Prisma, Video } from '../../clients/prisma/client.ts'
import { MatineeError } from '../../errors.ts'
import type { BillingDeps } from '../../services.ts'
import type { Sellable } from './checkout.ts'
import { returnUrl, taxParams } from './checkout-params.ts'
import { subjectSold, writeTerms } from './checkout-terms.ts'

const onSale = (now: Date): Prisma.VideoWhereInput => ({
  archivedAt: null,
  OR: [{ published: true }, { publishAt: { lte: now }, encodeId: { not: null } }],
})

/** How these films are sold now. */
export async function videosSold(
  database: BillingDeps['database'],
  ids: string[],
  now: Date,
): Promise<{ id: string; kind: PurchaseKind }[]> {
  const found = await database.video.findMany({
    where: { id: { in: ids }, ...onSale(now) },
    select: { id: true, rentAmount: true, buyAmount: true },
  })
  return found.flatMap(({ id, rentAmount, buyAmount }) => [
    ...(rentAmount === null ? [] : [{ id, kind: 'rent' as const }]),
    ...(buyAmount === null ? [] : [{ id, kind: 'buy' as const }]),
  ])
}

/**
 * One film, to rent or to buy.
 *
 * @throws MatineeError NOT_FOUND when there is no such film, or not on those terms
 */
export async function sellVideo(
  deps: BillingDeps,
  userId: string,
  videoId: string,
  kind: PurchaseKind,
): Promise<Sellable> {
  const { database, config, clock } = deps
  const video = await database.video.findFirst({ where: { id: videoId, ...onSale(clock.now()) } })
  const amount = kind === 'rent' ? video?.rentAmount : video?.buyAmount
  if (video === null || amount === null || amount === undefined) {
    throw new MatineeError('NOT_FOUND', {
      detail: say(kind === 'rent' ? 'billing.notForRent' : 'billing.notForSale'),
    })
  }
  const terms = termsOf(video, kind)
  const metadata = { ...writeTerms(terms), matinee_user: userId }
  const name = kind === 'rent' ? `${video.title} (rental)` : video.title
  const product_data = { name }
  return {
    subject: subjectSold(terms),
    terms: `${kind}:${amount}:${video.currency}:${JSON.stringify(terms)}`,
    params: {
      mode: 'payment',
      line_items: [
        {
          quantity: 1,
          price_data: { currency: video.currency, unit_amount: amount, product_data },
        },
      ],
      allow_promotion_codes: true,
      success_url: returnUrl(config),
      cancel_url: `${config.PUBLIC_URL}/watch/${encodeURIComponent(video.slug)}`,
      metadata,
      payment_intent_data: { metadata, description: name },
      ...taxParams(config),
    },
    refuseOwners: () => refuseOwners(deps, userId, videoId, kind),
  }
}

const termsOf = ({ id, rentStartDays, rentWatchHours }: Video, kind: PurchaseKind) =>
  kind === 'buy'
    ? { kind, videoId: id }
    : { kind, videoId: id, startDays: rentStartDays, watchHours: rentWatchHours }

/** Nobody pays twice for the same: a film bought, or a rental that has not been started. */
async function refuseOwners(
  { database, clock }: BillingDeps,
  userId: string,
  videoId: string,
  kind: PurchaseKind,
): Promise<void> {
  const now = clock.now()
  const bought = await database.purchase.count({
    where: { userId, videoId, kind: 'buy', status: 'paid' },
  })
  if (bought > 0) {
    throw new MatineeError('CONFLICT', { detail: say('billing.bought') })
  }
  if (kind === 'buy') return
  const waiting = await database.purchase.count({
    where: {
      userId,
      videoId,
      kind: 'rent',
      status: 'paid',
      firstPlayedAt: null,
      startBy: { gt: now },
    },
  })
  if (waiting > 0) {
    throw new MatineeError('CONFLICT', { detail: say('billing.rented') })
  }
}
