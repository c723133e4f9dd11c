import type { Database } from '../../clients/database.ts'
import { lockWithin } from '../../clients/locks.ts'
import type { ReconcileRun } from '../../clients/prisma/client.ts'

/** events: what the webhook missed; sweep: every customer; customer: one. */
export type RunKind = 'events' | 'sweep' | 'customer'

/** How often a run says that it is alive. */
export const signOfLifeMs = 15_000
/** A run that has said nothing for this long broke off with its process. */
const silentMs = 60_000

/**
 * Begins a run, unless one of the kind has begun since `notSince` or is under way in any process.
 *
 * @returns null when it is not this caller's turn
 */
export function beginRun(
  database: Database,
  kind: RunKind,
  now: Date,
  notSince: Date | null,
): Promise<ReconcileRun | null> {
  return database.$transaction(async (tx) => {
    await lockWithin(tx, `reconcile:${kind}`)
    const broken = new Date(now.getTime() - silentMs)
    const other = await tx.reconcileRun.findFirst({
      where: {
        kind,
        OR: [
          { finishedAt: null, aliveAt: { gt: broken } },
          ...(notSince === null
            ? []
            : [{ finishedAt: { not: null }, startedAt: { gt: notSince } }]),
        ],
      },
    })
    return other === null
      ? tx.reconcileRun.create({ data: { kind, startedAt: now, aliveAt: now } })
      : null
  })
}

export type RunResult = Pick<
  ReconcileRun,
  'eventsFound' | 'customersChecked' | 'customersDrifted' | 'customersFailed'
>

export const endRun = (database: Database, id: string, now: Date, result: RunResult) =>
  database.reconcileRun.update({ where: { id }, data: { ...result, finishedAt: now } })

export async function signOfLife(database: Database, id: string, now: Date): Promise<void> {
  await database.reconcileRun.updateMany({ where: { id }, data: { aliveAt: now } })
}

/** Forgets a run that failed: the next one begins where it did. */
export async function forgetRun(database: Database, id: string): Promise<void> {
  await database.reconcileRun.deleteMany({ where: { id } })
}

/** The last run of a kind that came to its end. */
export const lastRun = (database: Database, kind: RunKind): Promise<ReconcileRun | null> =>
  database.reconcileRun.findFirst({
    where: { kind, finishedAt: { not: null } },
    orderBy: { startedAt: 'desc' },
  })
