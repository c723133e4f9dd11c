import { say } from '../../../contract/words/server.ts'
import type { Database } from '../../clients/database.ts'
import { MatineeError } from '../../errors.ts'
import { withCurrencies } from './with-currencies.ts'

/**
 * The price with its plan.
 *
 * @throws MatineeError NOT_FOUND when nobody can buy at it any more
 */
export async function priceOnSale(database: Database, priceId: string) {
  const price = await database.price.findFirst({
    where: { id: priceId, active: true, plan: { active: true } },
    include: { plan: true, ...withCurrencies },
  })
  if (price === null) {
    throw new MatineeError('NOT_FOUND', {
      detail: say('billing.priceGone'),
    })
  }
  return price
}
