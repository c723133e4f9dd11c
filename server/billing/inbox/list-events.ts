import type { EventStatus, EventsQuery, InboxEvent, InboxEvents } from '../../../contract/inbox.ts'
import type { Database } from '../../clients/database.ts'
import type { StripeEvent } from '../../clients/prisma/client.ts'
import { readTimeCursor, writeTimeCursor } from '../../plugins/time-cursor.ts'

/**
 * Events of the inbox without their bodies, what came last first.
 *
 * @throws MatineeError BAD_REQUEST for a cursor that is none of ours
 */
export async function listEvents(
  database: Database,
  { status, cursor, limit }: EventsQuery,
): Promise<InboxEvents> {
  const after = cursor === undefined ? null : readTimeCursor(cursor)
  const found = await database.stripeEvent.findMany({
    where: {
      status,
      ...(after && {
        receivedAt: { lte: after.at },
        OR: [{ receivedAt: { lt: after.at } }, { id: { lt: after.id } }],
      }),
    },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    omit: { payload: true },
  })
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    events: page.map(eventAnswer),
    nextCursor: last ? writeTimeCursor({ at: last.receivedAt, id: last.id }) : null,
  }
}

const eventAnswer = (event: Omit<StripeEvent, 'payload'>): InboxEvent => ({
  id: event.id,
  type: event.type,
  status: event.status as EventStatus,
  subject: event.subject,
  createdAt: event.createdAt.toISOString(),
  receivedAt: event.receivedAt.toISOString(),
  attempts: event.attempts,
  nextAttemptAt: event.nextAttemptAt?.toISOString() ?? null,
  lastError: event.lastError,
})
