import type { BillingDeps } from '../../services.ts'
import { openInbox } from '../inbox/inbox.ts'
import { fetchMissedEvents, missedSince } from '../inbox/missed-events.ts'
import {
  beginRun,
  endRun,
  forgetRun,
  type RunKind,
  type RunResult,
  signOfLife,
  signOfLifeMs,
} from './reconcile-runs.ts'
import { type SweepOptions, sweep } from './sweep.ts'

const nothing: RunResult = {
  eventsFound: 0,
  customersChecked: 0,
  customersDrifted: 0,
  customersFailed: 0,
}

/** When a run of the kind is not needed: one has begun since. Null: it is needed in any case. */
type Recently = Date | null

async function run(
  { database, clock, log }: BillingDeps,
  kind: RunKind,
  recently: Recently,
  work: () => Promise<Partial<RunResult>>,
): Promise<RunResult | null> {
  const begun = await beginRun(database, kind, clock.now(), recently)
  if (begun === null) return null
  const { id } = begun
  const living = setInterval(() => {
    signOfLife(database, id, clock.now()).catch((err: unknown) => log.warn({ err }))
  }, signOfLifeMs)
  try {
    const result = { ...nothing, ...(await work()) }
    await endRun(database, id, clock.now(), result)
    return result
  } catch (error) {
    await forgetRun(database, id).catch((err: unknown) => log.warn({ err }))
    throw error
  } finally {
    clearInterval(living)
  }
}

/**
 * Asks Stripe for the events that the webhook has not brought, and acts on them.
 *
 * @param since from when on; without it, since the last time this was done
 * @returns null when it is being done already, or was lately
 */
export function reconcileEvents(
  deps: BillingDeps,
  { since, recently = null }: { since?: Date; recently?: Recently } = {},
): Promise<RunResult | null> {
  return run(deps, 'events', recently, async () => {
    const inbox = openInbox(deps)
    const from = since ?? (await missedSince(deps))
    const eventsFound = await fetchMissedEvents(deps, inbox, from).finally(() => inbox.close())
    return { eventsFound }
  })
}

/**
 * Compares every customer, or those named, with Stripe and puts right what differs.
 *
 * @returns null when it is being done already, or was lately
 */
export const reconcileCustomers = (
  deps: BillingDeps,
  { recently = null, ...options }: SweepOptions & { recently?: Recently } = {},
): Promise<RunResult | null> =>
  run(deps, options.customers ? 'customer' : 'sweep', recently, () => sweep(deps, options))
