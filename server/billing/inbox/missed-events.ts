import type { BillingDeps } from '../../services.ts'
import { lastRun } from '../reconcile/reconcile-runs.ts'
import { subjectOf, webhookEvents } from './event-subject.ts'
import type { Inbox } from './inbox.ts'

const dayMs = 86_400_000
/** Stripe lists the events of the last 30 days. */
const listedMs = 30 * dayMs
/** Events may become visible a little after their time. */
const overlapMs = 10 * 60_000

/** Stripe filters by so many at a time. */
const mostTypes = 20

/** From when on events may have been missed: since a little before the last look. */
export async function missedSince({ database, clock }: BillingDeps): Promise<Date> {
  const last = await lastRun(database, 'events')
  const earliest = clock.now().getTime() - listedMs
  return new Date(Math.max(earliest, (last?.startedAt.getTime() ?? 0) - overlapMs))
}

/**
 * Puts every event since then into the inbox that the webhook has not brought, and acts on them: of those
 * that Stripe is asked to send, and that change something here. Others are not missed.
 *
 * @returns how many there were
 * @throws what the Stripe SDK throws; what was found until then is stored
 */
export async function fetchMissedEvents(
  { stripe }: BillingDeps,
  inbox: Inbox,
  since: Date,
): Promise<number> {
  const created = { gte: Math.floor(since.getTime() / 1000) }
  let found = 0
  for (let from = 0; from < webhookEvents.length; from += mostTypes) {
    const types = webhookEvents.slice(from, from + mostTypes)
    for await (const event of stripe.events.list({ created, types, limit: 100 })) {
      if (subjectOf(event) === null) continue
      // Not the bytes that were signed, but what Stripe says over its own connection.
      const isNew = await inbox.receive(event, Buffer.from(JSON.stringify(event)))
      if (isNew) found += 1
    }
  }
  await inbox.work()
  return found
}
