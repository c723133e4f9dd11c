import { holdingsOf } from './holdings.ts'
import type { AccessFacts } from './types.ts'

/**
 * How many devices of the viewer may play at once: what the most generous plan held allows, times
 * its quantity; without a plan (a free film, a rental) the operator's default.
 */
export function maxStreamsOf(
  { viewer, policy }: Pick<AccessFacts, 'viewer' | 'policy'>,
  now: Date,
) {
  const holdings = viewer === null ? [] : holdingsOf(viewer, policy, now)
  const allowed = holdings.flatMap(({ plan, quantity, worth }) =>
    plan !== null && quantity >= 1 && worth.holds ? [plan.maxStreams * quantity] : [],
  )
  return allowed.length === 0 ? policy.defaultMaxStreams : Math.max(...allowed)
}
