/** What an operator sees of the webhook inbox and of reconciling with Stripe. */
import { type Static, Type } from 'typebox'
import { count, Input, Nullable, OneOf, Time } from './common.ts'

/** One look at Stripe beside the webhook. */
export const ReconcileRun = Type.Object(
  {
    startedAt: Time,
    finishedAt: Nullable(Time),
    eventsFound: count('Events that no webhook had brought.'),
    customersChecked: count(),
    customersDrifted: count('Whose stored state differed from Stripe.'),
    customersFailed: count(),
  },
  { title: 'ReconcileRun' },
)
export type ReconcileRun = Static<typeof ReconcileRun>

export const BillingState = Type.Object({
  waiting: count('Events stored and not acted on yet.'),
  waitingSince: Nullable(Time),
  dead: count('Events given up after many tries.'),
  lastEventsRun: Nullable(ReconcileRun),
  lastSweep: Nullable(ReconcileRun),
})
export type BillingState = Static<typeof BillingState>

export const EventStatus = OneOf(['received', 'processed', 'ignored', 'dead'], {
  title: 'EventStatus',
})
export type EventStatus = Static<typeof EventStatus>

export const EventsQuery = Input({
  status: Type.Optional(EventStatus),
  cursor: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
})
export type EventsQuery = Static<typeof EventsQuery>

/** An event of the webhook inbox. */
export const InboxEvent = Type.Object(
  {
    id: Type.String(),
    type: Type.String({ description: "Stripe's word." }),
    status: EventStatus,
    subject: Nullable(Type.String({ description: 'What is fetched again because of it.' })),
    createdAt: Time,
    receivedAt: Time,
    attempts: count(),
    nextAttemptAt: Nullable(Time),
    lastError: Nullable(Type.String()),
  },
  { title: 'InboxEvent' },
)
export type InboxEvent = Static<typeof InboxEvent>

export const InboxEvents = Type.Object({
  events: Type.Array(InboxEvent, { description: 'What came last first.' }),
  nextCursor: Nullable(Type.String()),
})
export type InboxEvents = Static<typeof InboxEvents>

export const EventParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 255 }) })

export const Replayed = Type.Object({ status: EventStatus, lastError: Nullable(Type.String()) })
export type Replayed = Static<typeof Replayed>

export const Synced = Type.Object({
  customer: Nullable(Type.String()),
  changes: Type.Array(Type.String(), { description: 'What differed from Stripe until now.' }),
})
export type Synced = Static<typeof Synced>
