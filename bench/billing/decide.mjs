// What one decision about access costs, in processor time.
import { decideAccess } from '../../dist/server/entitlements/decide.js'
import * as build from '../../dist/test/entitlements/build-facts.js'
import { interleave, median, round, table } from '../measure.mjs'

const targetNs = 2_000

/** Facts about viewers as they are met, from the simplest to the most involved. */
const now = build.after(build.periodStart, build.day)
const { holding, subscription, purchase, rental, grant, facts } = build
const viewers = {
  'a free film': facts({ video: build.video({ free: true }) }),
  'a subscriber': holding({ subscriptions: [subscription()] }),
  'someone past due, within grace': holding({
    subscriptions: [subscription({ status: 'past_due', pastDueSince: build.periodStart })],
  }),
  'someone who rented': holding({ purchases: [rental({ firstPlayedAt: build.periodStart })] }),
  'someone with five of everything, all over': holding({
    subscriptions: Array.from({ length: 5 }, () => subscription({ status: 'canceled' })),
    purchases: Array.from({ length: 5 }, () => purchase({ status: 'refunded' })),
    grants: Array.from({ length: 5 }, () => grant({ revokedAt: build.periodStart })),
  }),
}

function cost(facts, count) {
  let allowed = 0
  const before = process.cpuUsage()
  for (let index = 0; index < count; index++) allowed += decideAccess(facts, now).allowed ? 1 : 0
  const { user, system } = process.cpuUsage(before)
  if (allowed !== 0 && allowed !== count) throw new Error('it cannot make up its mind')
  return ((user + system) * 1_000) / count
}

export async function measureDecisions({ rounds = 7, count = 200_000 } = {}) {
  const contenders = Object.fromEntries(
    Object.entries(viewers).map(([name, facts]) => [name, async () => cost(facts, count)]),
  )
  await interleave(contenders, 1)
  const results = await interleave(contenders, rounds)
  return table(
    ['one decision', 'ns', 'target', ''],
    Object.entries(results).map(([name, ns]) => [
      name,
      round(median(ns), 0),
      `< ${round(targetNs, 0)}`,
      median(ns) < targetNs ? 'pass' : 'MISS',
    ]),
  )
}
