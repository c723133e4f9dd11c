import type { Account } from '../account.ts'

const daySeconds = 86_400

/** "Events going back up to 30 days." */
export const eventSeconds = 30 * daySeconds

/** "We remove keys from the system after they're at least 24 hours old." */
export const keySeconds = daySeconds

/** Lets go of what Stripe does not keep either. Events that are still to be sent stay. */
export function forgetOld(account: Account): void {
  const { deliveries, events, keptAnswers } = account.tables
  const now = account.wallClock
  account.store.transaction(() => {
    for (const { id, created } of [...events.values()]) {
      if (created < now - eventSeconds && !deliveries.get(id)) account.store.remove(events, id)
    }
    for (const { id, created } of [...keptAnswers.values()]) {
      if (created <= now - keySeconds) account.store.remove(keptAnswers, id)
    }
  })
}
