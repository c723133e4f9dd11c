import type { Database } from '../../clients/database.ts'
import { pricedWire, withCurrencies } from './with-currencies.ts'

/** Plans that can be bought now, with their prices: cheapest tier, then cheapest price first. */
export async function plansOnSale(database: Database) {
  const plans = await database.plan.findMany({
    where: { active: true, prices: { some: { active: true } } },
    orderBy: [{ rank: 'asc' }, { id: 'asc' }],
    include: {
      prices: {
        where: { active: true },
        orderBy: [{ amount: 'asc' }, { id: 'asc' }],
        include: withCurrencies,
      },
    },
  })
  return plans.map(({ id, name, description, maxStreams, trialDays, prices }) => ({
    id,
    name,
    description,
    maxStreams,
    trialDays,
    prices: prices.map(({ id, interval, amount, currency, currencies }) =>
      pricedWire({ id, interval, amount, currency, currencies }),
    ),
  }))
}
