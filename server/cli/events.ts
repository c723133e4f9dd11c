import { openInbox } from '../billing/inbox/inbox.ts'
import { billingState } from '../billing/inbox/inbox-state.ts'
import { replayEvents } from '../billing/inbox/inbox-store.ts'
import type { BillingDeps } from '../services.ts'
import type { Terminal } from './terminal.ts'

type EventsDeps = BillingDeps & Terminal

export const eventsHelp = `matinee events               events that could not be acted on, and why
matinee events replay ID     act on one again
matinee events replay dead   act on all again that were given up`

const mostListed = 50

/**
 * `matinee events …`: the webhook inbox, as far as something is wrong with it.
 *
 * @param args what stands behind "events"
 * @throws Error whose message is the sentence to show
 */
export async function runEventsCommand(deps: EventsDeps, args: string[]): Promise<void> {
  const [verb, which, ...rest] = args
  if (verb === undefined) return list(deps)
  if (verb !== 'replay' || which === undefined || rest.length > 0) throw new Error(eventsHelp)
  await replay(deps, which)
}

async function list({ database, say }: EventsDeps): Promise<void> {
  const { waiting, waitingSince, dead } = await billingState(database)
  const since = waitingSince === null ? '' : `, the first since ${waitingSince.toISOString()}`
  say(`${waiting} waiting${since}; ${dead} given up.`)
  const events = await database.stripeEvent.findMany({
    where: { status: { in: ['dead', 'received'] }, lastError: { not: null } },
    orderBy: [{ status: 'asc' }, { createdAt: 'desc' }],
    take: mostListed,
    omit: { payload: true },
  })
  for (const { id, type, status, attempts, lastError } of events) {
    const what = status === 'dead' ? 'given up' : 'waiting '
    say(`${what}  ${id}  ${type}, ${attempts} tries: ${lastError}`)
  }
}

async function replay(deps: EventsDeps, which: string): Promise<void> {
  const { database, clock, say } = deps
  const before = clock.now()
  const count = await replayEvents(database, which === 'dead' ? which : { id: which }, before)
  if (count === 0 && which !== 'dead') throw new Error(`There is no event ${which} to act on.`)
  const inbox = openInbox(deps)
  await inbox.work()
  await inbox.close()
  say(`${count} ${count === 1 ? 'event' : 'events'} acted on again.`)
  await list(deps)
}
