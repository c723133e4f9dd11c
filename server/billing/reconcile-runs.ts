import type { Database } from '../clients/database.ts'
import type { ReconcileRun } from '../clients/prisma/client.ts'

/** events: what the webhook missed; sweep: every customer; customer: one. */
export type RunKind = 'events' | 'sweep' | 'customer'

const minuteMs = 60_000
/** A run that has not ended by then broke off with its process. */
const longestMs = { events: 15 * minuteMs, sweep: 6 * 60 * minuteMs, customer: minuteMs }

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
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`reconcile:${kind}`}, 0))::text`
    const broken = new Date(now.getTime() - longestMs[kind])
    const other = await tx.reconcileRun.findFirst({
      where: {
        kind,
        OR: [
          { finishedAt: null, startedAt: { gt: broken } },
          ...(notSince === null
            ? []
            : [{ finishedAt: { not: null }, startedAt: { gt: notSince } }]),
        ],
      },
    })
    return other === null ? tx.reconcileRun.create({ data: { kind, startedAt: now } }) : null
  })
}

export type RunResult = Pick<
  ReconcileRun,
  'eventsFound' | 'customersChecked' | 'customersDrifted' | 'customersFailed'
>

export const endRun = (database: Database, id: string, now: Date, result: RunResult) =>
  database.reconcileRun.update({ where: { id }, data: { ...result, finishedAt: now } })

/** The last run of a kind that came to its end. */
export const lastRun = (database: Database, kind: RunKind): Promise<ReconcileRun | null> =>
  database.reconcileRun.findFirst({
    where: { kind, finishedAt: { not: null } },
    orderBy: { startedAt: 'desc' },
  })
