import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { buildApp } from '../../server/app.ts'
import { claimEvents } from '../../server/billing/inbox/inbox-store.ts'
import { type SyncResult, syncCustomer } from '../../server/billing/sync/sync.ts'
import type { Database, DatabaseTransaction } from '../../server/clients/database.ts'
import type { Stripe } from '../../server/clients/stripe.ts'
import type { BillingDeps } from '../../server/services.ts'
import { openServices } from '../../server/services.ts'
import { type Billing, webhookSecret } from '../fixtures/stripe.ts'
import { until } from '../fixtures/until.ts'

/**
 * Where a sync can be held: when everything has been fetched and nothing is stored yet, or within
 * the transaction, when it has judged that what it fetched is the newest.
 */
export type Point = 'fetched' | 'judged'

/** A sync that stands still at its point until it is let go. */
export interface HeldSync {
  release(): void
  done: Promise<SyncResult>
}

/** One more server process on the app's database. */
export interface Process {
  context: BillingDeps
  /** What Stripe's delivery of the event by the webhook is answered with. */
  deliver(event: Stripe.Event): Promise<number>
  /** Resolves when it acts on nothing any more. */
  settle(): Promise<void>
  /** Stores the event, begins to act on it, and dies. */
  crash(event: Stripe.Event): Promise<void>
  /** Begins a sync; resolves when it has come to the point. */
  hold(customer: string, point: Point): Promise<HeldSync>
}

function newGate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

/** A transaction that waits at the gate before it reads or writes subscriptions. */
function gated(tx: DatabaseTransaction, pass: () => Promise<void>): DatabaseTransaction {
  const model = new Proxy(tx.subscription, {
    get:
      (target, key) =>
      async (...given: unknown[]) => {
        await pass()
        return (Reflect.get(target, key) as (...given: unknown[]) => Promise<unknown>)(...given)
      },
  })
  return new Proxy(tx, {
    get: (target, key) => (key === 'subscription' ? model : Reflect.get(target, key)),
  })
}

/** A database whose transactions wait at the gate, outside or within. */
function gatedDatabase(database: Database, point: Point, pass: () => Promise<void>): Database {
  type Work = (tx: DatabaseTransaction) => Promise<unknown>
  const transaction = async (work: Work, options: object) => {
    if (point === 'fetched') await pass()
    return database.$transaction((tx) => work(point === 'judged' ? gated(tx, pass) : tx), options)
  }
  return new Proxy(database, {
    get: (target, key) => (key === '$transaction' ? transaction : Reflect.get(target, key)),
  })
}

async function hold(context: BillingDeps, customer: string, point: Point): Promise<HeldSync> {
  const gate = newGate()
  const arrival = newGate()
  const pass = () => {
    arrival.open()
    return gate.opened
  }
  const database = gatedDatabase(context.database, point, pass)
  const done = syncCustomer({ ...context, database }, customer)
  await Promise.race([arrival.opened, done])
  return { release: gate.open, done }
}

async function openProcess(t: Test, billing: Billing): Promise<Process> {
  const services = await openServices(billing.services.config, billing.services)
  const app: FastifyInstance = await buildApp(services)
  t.teardown(async () => {
    await app.close()
    await services.close()
  })
  await app.ready()
  return {
    context: services,

    async deliver(event) {
      const payload = JSON.stringify(event)
      const timestamp = Math.floor(services.clock.now().getTime() / 1000)
      const signature = billing.stripe.webhooks.generateTestHeaderString({
        payload,
        secret: webhookSecret,
        timestamp,
      })
      const headers = { 'stripe-signature': signature, 'content-type': 'application/json' }
      const url = '/webhooks/stripe'
      const { statusCode } = await app.inject({ method: 'POST', url, headers, payload })
      return statusCode
    },

    settle: () => app.webhookInbox.work(),

    async crash(event) {
      await app.webhookInbox.receive(event, Buffer.from(JSON.stringify(event)))
      await claimEvents(services.database, services.clock.now())
    },

    hold: (customer, point) => hold(services, customer, point),
  }
}

/** Two server processes beside each other, each with connections of its own. */
export const openTwo = async (t: Test, billing: Billing): Promise<readonly [Process, Process]> =>
  Promise.all([openProcess(t, billing), openProcess(t, billing)])

/** Whether anyone waits for an advisory lock of this database. */
export async function someoneWaits({ database }: Billing['services']): Promise<boolean> {
  const waiting = await database.$queryRaw<unknown[]>`
    select 1 from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`
  return waiting.length > 0
}

/**
 * Lets the held sync go as soon as `work`, which overtakes it, has ended or waits for it.
 *
 * @returns when both have ended
 */
export async function overtake<T>(
  { services }: Billing,
  held: HeldSync,
  work: Promise<T>,
): Promise<T> {
  let ended = false
  const settled = work.finally(() => {
    ended = true
  })
  settled.catch(() => undefined)
  await until('the other one to wait or to end', () => ended || someoneWaits(services))
  held.release()
  await held.done
  return settled
}
