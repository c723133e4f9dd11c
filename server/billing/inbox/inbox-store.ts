import type { Database } from '../../clients/database.ts'
import { Prisma } from '../../clients/prisma/client.ts'
import type { Subject } from './event-subject.ts'

/** received → processed | ignored | dead */
export type EventStatus = 'received' | 'processed' | 'ignored' | 'dead'

export interface NewEvent {
  id: string
  type: string
  livemode: boolean
  apiVersion: string | null
  createdAt: Date
  /** The bytes as they were signed. */
  payload: Buffer
  subject: Subject | null
  /** Ignored from the start: another mode's, or a type that changes nothing. */
  ignored: boolean
}

/** An event that this process now acts on. */
export interface ClaimedEvent {
  id: string
  subject: Subject
  /** Tries so far, this one included. */
  attempts: number
}

/** A process that dies while acting leaves its events to be taken up again after this. */
const claimMs = 120_000

const columnsOf = (event: NewEvent, now: Date) => {
  const { id, type, livemode, apiVersion, subject, payload, createdAt, ignored } = event
  const status: EventStatus = ignored ? 'ignored' : 'received'
  const nextAttemptAt = ignored ? null : now
  // Nobody reads again what changes nothing, and it tells of people.
  const kept = ignored ? Buffer.alloc(0) : payload
  return Prisma.sql`(${id}, ${type}, ${status}, ${livemode}, ${apiVersion}, ${subject}, ${kept},
    ${createdAt}, ${now}, ${nextAttemptAt})`
}

/**
 * Stores events, each once, in one statement. Not by the client's createMany, which takes three times
 * as long while Stripe waits.
 *
 * @returns of each whether it is new
 */
export async function storeEvents(
  database: Database,
  events: NewEvent[],
  now: Date,
): Promise<boolean[]> {
  const rows = Prisma.join(events.map((event) => columnsOf(event, now)))
  const stored = await database.$queryRaw<{ id: string }[]>`
    insert into "StripeEvent" (id, type, status, livemode, "apiVersion", subject, payload,
      "createdAt", "receivedAt", "nextAttemptAt")
    values ${rows} on conflict (id) do nothing returning id`
  const fresh = new Set(stored.map(({ id }) => id))
  // Of two copies in one statement the first is the new one.
  return events.map(({ id }) => fresh.delete(id))
}

/**
 * Takes the event that waits longest, and with it all that wait for the same subject: fetching that
 * once serves them all. No other process gets them meanwhile.
 */
export function claimEvents(database: Database, now: Date): Promise<ClaimedEvent[]> {
  const until = new Date(now.getTime() + claimMs)
  return database.$queryRaw<ClaimedEvent[]>`
    with next as (
      select id, subject from "StripeEvent"
      where status = 'received' and "nextAttemptAt" <= ${now}
      order by "nextAttemptAt", "createdAt", id limit 1 for update skip locked
    ), alike as (
      select event.id from "StripeEvent" event join next using (subject)
      where event.status = 'received' and event."nextAttemptAt" <= ${now}
      for update of event skip locked
    )
    update "StripeEvent" set attempts = attempts + 1, "nextAttemptAt" = ${until}
    where id in (select id from next union select id from alike)
    returning id, subject, attempts`
}

export async function finishEvents(
  database: Database,
  ids: string[],
  status: 'processed' | 'ignored',
  now: Date,
): Promise<void> {
  await database.stripeEvent.updateMany({
    where: { id: { in: ids }, status: 'received' },
    data: { status, processedAt: now, nextAttemptAt: null, lastError: null },
  })
}

/** Puts an event back to be tried at `retryAt`, or, with null, among the dead letters. */
export async function failEvent(
  database: Database,
  id: string,
  lastError: string,
  retryAt: Date | null,
): Promise<void> {
  await database.stripeEvent.updateMany({
    where: { id, status: 'received' },
    data: {
      lastError: lastError.slice(0, 1_000),
      nextAttemptAt: retryAt,
      ...(retryAt === null && { status: 'dead' satisfies EventStatus }),
    },
  })
}

/**
 * Has events acted on again, with all their tries before them: one, or all dead letters.
 *
 * @returns how many there were
 */
export async function replayEvents(
  database: Database,
  which: { id: string } | 'dead',
  now: Date,
): Promise<number> {
  const repeatable: EventStatus[] = ['dead', 'received', 'processed']
  const { count } = await database.stripeEvent.updateMany({
    where: which === 'dead' ? { status: which } : { ...which, status: { in: repeatable } },
    data: { status: 'received' satisfies EventStatus, attempts: 0, nextAttemptAt: now },
  })
  return count
}
