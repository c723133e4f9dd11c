import type { StudioPlan } from '../../../contract/plans.ts'
import { say } from '../../../contract/words/server.ts'
import type { Database } from '../../clients/database.ts'
import { MatineeError } from '../../errors.ts'
import { liveStatuses } from '../subscription-terms.ts'
import { pricedWire, withCurrencies } from './with-currencies.ts'

/** How many subscribe at each price now. */
async function subscribersByPrice(database: Database): Promise<Map<string, number>> {
  const rows = await database.subscriptionItem.groupBy({
    by: ['priceId'],
    where: { subscription: { status: { in: [...liveStatuses] } } },
    _count: true,
  })
  return new Map(rows.map(({ priceId, _count }) => [priceId, _count]))
}

/** How many films each plan opens: by itself, and by the collections that it opens. */
async function filmsByPlan(database: Database): Promise<Map<string, number>> {
  const rows = await database.$queryRaw<{ planId: string; films: number }[]>`
    select "planId", count(*)::int as films from (
      select "planId", "videoId" from "VideoPlan"
      union
      select p."planId", v."videoId" from "CollectionPlan" p
      join "CollectionVideo" v on v."collectionId" = p."collectionId"
    ) opened group by 1`
  return new Map(rows.map(({ planId, films }) => [planId, films]))
}

/** Every plan, those that are no longer sold included, with who pays what. */
export async function studioPlans(database: Database): Promise<StudioPlan[]> {
  const [plans, subscribers, films] = await Promise.all([
    database.plan.findMany({
      orderBy: [{ active: 'desc' }, { rank: 'asc' }, { id: 'asc' }],
      include: {
        prices: {
          orderBy: [{ active: 'desc' }, { amount: 'asc' }, { id: 'asc' }],
          include: withCurrencies,
        },
      },
    }),
    subscribersByPrice(database),
    filmsByPlan(database),
  ])
  return plans.map(({ prices, ...plan }) => {
    const counted = prices.map((price) => ({
      ...pricedWire(price),
      subscribers: subscribers.get(price.id) ?? 0,
    }))
    return {
      ...plan,
      videos: films.get(plan.id) ?? 0,
      subscribers: counted.reduce((sum, price) => sum + price.subscribers, 0),
      prices: counted.filter((price) => price.active || price.subscribers > 0),
    }
  })
}

/** @throws MatineeError NOT_FOUND */
export async function studioPlan(database: Database, id: string): Promise<StudioPlan> {
  const plan = (await studioPlans(database)).find((one) => one.id === id)
  if (plan === undefined) throw new MatineeError('NOT_FOUND', { detail: say('none.plan') })
  return plan
}
