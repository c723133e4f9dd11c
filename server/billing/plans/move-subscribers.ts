import type { BillingDeps } from '../../services.ts'
import { liveStatuses } from '../subscription-terms.ts'
import { syncCustomer } from '../sync/sync.ts'

const perRound = 100

/**
 * Brings those who pay a price that was replaced for everyone to the new one. Nothing is charged for
 * the period that runs: as Stripe has it, `proration_behavior: none` bills the new price from the next
 * one on. What is not done yet is stored with the prices in Stripe, so that a crash forgets nobody.
 *
 * @returns how many were moved
 */
export async function moveSubscribers(deps: BillingDeps, signal?: AbortSignal): Promise<number> {
  const { database, log } = deps
  const moving = await database.price.findMany({ where: { movesToId: { not: null } } })
  if (moving.length === 0) return 0
  const target = await targets(deps, moving)
  let moved = 0
  let after = ''
  for (;;) {
    const items = await database.subscriptionItem.findMany({
      where: {
        id: { gt: after },
        priceId: { in: [...target.keys()] },
        subscription: { status: { in: [...liveStatuses] }, customerId: { not: null } },
      },
      include: { subscription: { select: { customerId: true } } },
      orderBy: { id: 'asc' },
      take: perRound,
    })
    for (const { id, subscriptionId, priceId, subscription } of items) {
      if (signal?.aborted) return moved
      const price = target.get(priceId)
      if (price === undefined || subscription.customerId === null) continue
      try {
        await deps.stripe.subscriptions.update(
          subscriptionId,
          { items: [{ id, price }], proration_behavior: 'none' },
          { idempotencyKey: `matinee-move-${id}-${price}` },
        )
        await syncCustomer(deps, subscription.customerId)
        moved += 1
      } catch (err) {
        // The others are not to wait for this one, which the next round tries again.
        log.warn(
          { err, subscription: subscriptionId },
          'a subscriber was not moved to the new price',
        )
      }
    }
    const last = items.at(-1)
    if (last === undefined || items.length < perRound) return moved
    after = last.id
  }
}

/** Where each price leads in the end: one that was replaced may have been replaced again. */
async function targets(
  { database }: BillingDeps,
  moving: { id: string; movesToId: string | null }[],
): Promise<Map<string, string>> {
  const next = new Map(moving.map(({ id, movesToId }) => [id, movesToId ?? id]))
  const endOf = (id: string, steps = 0): string => {
    const to = next.get(id)
    return to === undefined || steps > next.size ? id : endOf(to, steps + 1)
  }
  const ends = moving.map(({ id }) => [id, endOf(id)] as const)
  const onSale = await database.price.findMany({
    where: { id: { in: ends.map(([, end]) => end) }, active: true },
    select: { id: true },
  })
  const known = new Set(onSale.map(({ id }) => id))
  return new Map(ends.filter(([, end]) => known.has(end)))
}
