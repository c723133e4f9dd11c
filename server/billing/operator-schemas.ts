import { type TSchema, Type } from 'typebox'

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })

const RunAnswer = Type.Object({
  startedAt: Time,
  finishedAt: Nullable(Time),
  eventsFound: Type.Integer({ description: 'Events that no webhook had brought.' }),
  customersChecked: Count,
  customersDrifted: Type.Integer({ description: 'Whose stored state differed from Stripe.' }),
  customersFailed: Count,
})

export const BillingStateAnswer = Type.Object({
  waiting: Type.Integer({ description: 'Events stored and not acted on yet.' }),
  waitingSince: Nullable(Time),
  dead: Type.Integer({ description: 'Events given up after many tries.' }),
  lastEventsRun: Nullable(RunAnswer),
  lastSweep: Nullable(RunAnswer),
})

const EventStatus = Type.Union(
  ['received', 'processed', 'ignored', 'dead'].map((status) => Type.Literal(status)),
)

export const EventsQuery = Type.Object(
  {
    status: Type.Optional(EventStatus),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  },
  { additionalProperties: false },
)

export const EventsAnswer = Type.Object({
  events: Type.Array(
    Type.Object({
      id: Type.String(),
      type: Type.String(),
      status: Type.String(),
      subject: Nullable(Type.String({ description: 'What is fetched again because of it.' })),
      createdAt: Time,
      receivedAt: Time,
      attempts: Count,
      nextAttemptAt: Nullable(Time),
      lastError: Nullable(Type.String()),
    }),
  ),
})

export const EventParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 255 }) })
export const ReplayAnswer = Type.Object({
  status: Type.String(),
  lastError: Nullable(Type.String()),
})

export const UserParams = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const SyncAnswer = Type.Object({
  customer: Nullable(Type.String()),
  changes: Type.Array(Type.String(), { description: 'What differed from Stripe until now.' }),
})
