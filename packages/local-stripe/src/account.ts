import type Stripe from 'stripe'
import type { Clock } from './clock.ts'
import { changedAttributes } from './events/changed-attributes.ts'
import { newId } from './ids.ts'
import type { Collection } from './store/collection.ts'
import type { Store } from './store/store.ts'
import { declareTables, type Knobs, type Tables } from './store/tables.ts'

export const apiVersion = '2026-10-28.endive'

const defaultKnobs: Knobs = {
  id: 'knobs',
  webhooks: { mode: 'deliver', duplicate: 1, delayMs: 0, shuffle: false },
  retryDays: [3, 5, 7],
  afterRetries: 'cancel',
  rateLimit: null,
}

export interface AccountOptions {
  store: Store
  clock: Clock
  /** The address of the hosted pages, without a slash at the end. */
  publicBase: () => string
  hasWebhook: boolean
}

/** Events of changes carry the old values; events of steps, such as `invoice.paid`, do not. */
const tellsPrevious = (event: Stripe.Event.Type): boolean =>
  event.endsWith('.updated') || event === 'charge.refunded'

/**
 * The one Stripe account that the stand-in is: its objects, its times and its events. Everything
 * that changes it runs inside `transaction`.
 */
export class Account {
  readonly store: Store
  readonly tables: Tables
  readonly #clock: Clock
  readonly #publicBase: () => string
  readonly #hasWebhook: boolean
  readonly #moments = new Map<string | null, number>()
  readonly #committed: ((events: Stripe.Event[]) => void)[] = []
  readonly #later: (() => void)[] = []
  #fresh: Stripe.Event[] = []
  /** The API request being carried out, which its events name. */
  request: Stripe.Event.Request = { id: null, idempotency_key: null }

  constructor({ store, clock, publicBase, hasWebhook }: AccountOptions) {
    this.store = store
    this.tables = declareTables(store)
    this.#clock = clock
    this.#publicBase = publicBase
    this.#hasWebhook = hasWebhook
    store.open()
  }

  get publicBase(): string {
    return this.#publicBase()
  }

  get knobs(): Knobs {
    return this.tables.knobs.get('knobs') ?? defaultKnobs
  }

  /** The wall clock in whole seconds. */
  get wallClock(): number {
    return Math.floor(this.#clock.now().getTime() / 1000)
  }

  get wallClockMs(): number {
    return this.#clock.now().getTime()
  }

  /** The time on a test clock, or on the wall clock, in seconds since 1970. */
  now(testClock?: string | null): number {
    const moment = this.#moments.get(testClock ?? null)
    if (moment !== undefined) return moment
    const frozen = testClock ? this.tables.testClocks.get(testClock)?.frozen_time : undefined
    return frozen ?? this.wallClock
  }

  /** The test clock that a customer lives by, if any. */
  testClockOf(customer: string | null): string | null {
    const clock = customer ? this.tables.customers.get(customer)?.test_clock : null
    return typeof clock === 'string' ? clock : null
  }

  /** The time that a customer's new objects get. */
  nowFor(customer: string | null): number {
    return this.now(this.testClockOf(customer))
  }

  /** Carries work out as if it were `moment`: what fell due while nobody looked. */
  at<R>(testClock: string | null, moment: number, work: () => R): R {
    this.#moments.set(testClock, moment)
    try {
      return work()
    } finally {
      this.#moments.delete(testClock)
    }
  }

  /** Called with the events of each transaction, after it is on disk. */
  onCommit(listener: (events: Stripe.Event[]) => void): void {
    this.#committed.push(listener)
  }

  transaction<R>(work: () => R): R {
    this.#fresh = []
    this.#later.length = 0
    const result = this.store.transaction(() => {
      const answer = work()
      for (let next = this.#later.shift(); next; next = this.#later.shift()) next()
      return answer
    })
    const events = this.#fresh
    this.#fresh = []
    if (events.length > 0) for (const listener of this.#committed) listener(events)
    return result
  }

  /** Carries work out at the end of this transaction: what in truth happens a moment later. */
  later(work: () => void): void {
    this.#later.push(work)
  }

  /** What the work would give and the events that it would make, with nothing kept. */
  rehearse<R>(work: () => R): R {
    const events = this.#fresh.length
    const later = this.#later.length
    try {
      return this.store.rehearse(work)
    } finally {
      this.#fresh.length = events
      this.#later.length = later
    }
  }

  put<T extends { id: string }>(table: Collection<T>, row: T): T {
    return this.store.put(table, row)
  }

  /** Puts a new object and makes its `….created` event. */
  create<T extends { id: string }>(table: Collection<T>, row: T, event: Stripe.Event.Type): T {
    this.store.put(table, row)
    this.emit(event, row)
    return row
  }

  /** Puts a changed object; makes the event only if anything has changed. */
  update<T extends { id: string }>(
    table: Collection<T>,
    before: T,
    changes: Partial<T>,
    event?: Stripe.Event.Type,
  ): T {
    const after = { ...before, ...changes }
    const previous = changedAttributes(before, after)
    if (previous === undefined) return before
    this.store.put(table, after)
    if (event) this.emit(event, after, tellsPrevious(event) ? previous : undefined)
    return after
  }

  emit(type: Stripe.Event.Type, object: object, previous?: object): Stripe.Event {
    const event = {
      id: newId('evt'),
      object: 'event',
      api_version: apiVersion,
      created: this.wallClock,
      data: { object, ...(previous ? { previous_attributes: previous } : {}) },
      livemode: false,
      pending_webhooks: (this.#hasWebhook ? 1 : 0) + this.#endpointsFor(type).length,
      request: this.request,
      type,
    } as Stripe.Event
    this.store.put(this.tables.events, event)
    this.#queueDeliveries(event.id, type)
    this.#fresh.push(event)
    return event
  }

  /** In the same transaction as the event, so that no crash can come between the two. */
  #queueDeliveries(event: string, type: string): void {
    const { mode, duplicate, delayMs } = this.knobs.webhooks
    if (mode === 'drop') return
    const made = this.#endpointsFor(type).map(({ id }) => ({
      ...{ id: `${event}:${id}`, event, endpoint: id },
    }))
    for (const delivery of [...(this.#hasWebhook ? [{ id: event }] : []), ...made]) {
      this.store.put(this.tables.deliveries, {
        ...delivery,
        attempts: 0,
        nextAt: mode === 'hold' ? null : this.wallClockMs + delayMs,
        copies: Math.max(1, duplicate),
      })
    }
  }

  /** The endpoints that were made by the API and want events of this type. */
  #endpointsFor(type: string): Stripe.WebhookEndpoint[] {
    return [...this.tables.webhookEndpoints.values()].filter(
      ({ status, enabled_events: wanted }) =>
        status === 'enabled' && (wanted.includes('*') || wanted.includes(type)),
    )
  }
}
