import type { Database } from '../../clients/database.ts'
import type { ReconcileRun } from '../../clients/prisma/client.ts'
import { lastRun } from '../reconcile/reconcile-runs.ts'

/** How billing is doing, for the operator and for metrics. */
export interface BillingState {
  /** Events stored and not acted on yet. */
  waiting: number
  /** Since when the longest waits; null when none does. */
  waitingSince: Date | null
  /** Events given up after many tries. */
  dead: number
  lastEventsRun: ReconcileRun | null
  lastSweep: ReconcileRun | null
}

export async function billingState(database: Database): Promise<BillingState> {
  const [waiting, dead, lastEventsRun, lastSweep] = await Promise.all([
    database.stripeEvent.aggregate({
      where: { status: 'received' },
      _count: true,
      _min: { receivedAt: true },
    }),
    database.stripeEvent.count({ where: { status: 'dead' } }),
    lastRun(database, 'events'),
    lastRun(database, 'sweep'),
  ])
  return {
    waiting: waiting._count,
    waitingSince: waiting._min.receivedAt,
    dead,
    lastEventsRun,
    lastSweep,
  }
}

/** What reconciling has put right, ever. */
export async function driftTotals(database: Database) {
  const { _sum } = await database.reconcileRun.aggregate({
    _sum: { eventsFound: true, customersDrifted: true },
  })
  return { eventsFound: _sum.eventsFound ?? 0, customersDrifted: _sum.customersDrifted ?? 0 }
}
