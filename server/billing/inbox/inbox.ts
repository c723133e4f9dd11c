import { batched } from '../../clients/batcher.ts'
import { isLiveKey, isMissing } from '../../clients/stripe.ts'
import type { BillingDeps } from '../../services.ts'
import { actOnSubject } from './act-on-subject.ts'
import { subjectOf } from './event-subject.ts'
import {
  type ClaimedEvent,
  claimEvents,
  failEvent,
  finishEvents,
  type NewEvent,
  storeEvents,
} from './inbox-store.ts'
import { retryAt } from './retry.ts'
import { createdAt, type StripeEvent } from './stripe-event.ts'

/**
 * The webhook inbox. An event is stored first and acted on after, at once if nothing is in the way;
 * one that could not be acted on, because Stripe or this process was down, is tried again.
 */
export interface Inbox {
  /**
   * Stores an event under its id. When this has resolved it cannot be lost.
   *
   * @returns false when it was there already
   * @throws when the database is not there
   */
  receive(event: StripeEvent, payload: Buffer): Promise<boolean>
  /** Acts on everything that is due, this and what other processes left. Never rejects. */
  work(): Promise<void>
  /** Looks for what is due every few seconds until closed. */
  start(): void
  /** Resolves when nothing is being acted on any more. */
  close(): Promise<void>
}

/** Subjects fetched at once: Stripe allows some 25 requests a second in test mode, and each takes a few. */
const mostAtOnce = 3
const lookEveryMs = 2_000
/** A burst of events shares statements, and leaves most connections to viewers. */
const writing = { atOnce: 3, most: 25 }

export function openInbox(deps: BillingDeps): Inbox {
  const { database, clock, config, log } = deps
  const live = isLiveKey(config.STRIPE_SECRET_KEY)
  const workers = new Set<Promise<void>>()
  const store = batched((events: NewEvent[]) => storeEvents(database, events, clock.now()), writing)
  let lookAgain = false
  let closed = false
  let timer: NodeJS.Timeout | undefined

  const drain = async (): Promise<void> => {
    while (!closed) {
      lookAgain = false
      const events = await claimEvents(database, clock.now())
      if (events.length > 0) await settle(deps, events)
      else if (!lookAgain) return
    }
  }

  const work = async (): Promise<void> => {
    if (closed) return
    if (workers.size < mostAtOnce) {
      const worker: Promise<void> = drain()
        .catch((err: unknown) => log.error({ err }, 'the webhook inbox could not be read'))
        .finally(() => workers.delete(worker))
      workers.add(worker)
    } else {
      // A worker may just have found nothing, a moment before the event came that this is about.
      lookAgain = true
    }
    await Promise.all(workers)
  }

  return {
    work,

    receive(event, payload) {
      const subject = subjectOf(event)
      const { id, type, livemode, api_version: apiVersion = null } = event
      const ignored = subject === null || livemode !== live
      const row = { id, type, livemode, apiVersion, createdAt: createdAt(event), payload, subject }
      return store({ ...row, ignored })
    },

    start() {
      timer = setInterval(work, lookEveryMs)
      timer.unref()
    },

    async close() {
      closed = true
      clearInterval(timer)
      await Promise.all(workers)
    },
  }
}

/** Acts on events of one subject and stores how it went. */
async function settle(deps: BillingDeps, events: ClaimedEvent[]): Promise<void> {
  const { database, clock, log } = deps
  const ids = events.map(({ id }) => id)
  const [first] = events
  if (first === undefined) return
  try {
    await actOnSubject(deps, first.subject)
    await finishEvents(database, ids, 'processed', clock.now())
  } catch (error) {
    if (isMissing(error)) return finishEvents(database, ids, 'ignored', clock.now())
    log.warn({ err: error, events: ids, subject: first.subject }, 'events could not be acted on')
    const message = error instanceof Error ? error.message : String(error)
    for (const { id, attempts } of events) {
      await failEvent(database, id, message, retryAt(attempts, clock.now()))
    }
  }
}
