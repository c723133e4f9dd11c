import type { Registry } from 'prom-client'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import { gauges } from '../plugins/gauges.ts'
import { billingState, driftTotals } from './inbox/inbox-state.ts'

interface Deps {
  database: Database
  clock: Clock
}

const help = {
  matinee_webhook_events_waiting: 'Events stored and not acted on yet.',
  matinee_webhook_oldest_waiting_seconds: 'How long the oldest of them has waited.',
  matinee_webhook_events_dead: 'Events given up after many tries.',
  matinee_webhook_events_missed: 'Events found by reconciling that no webhook brought, ever.',
  matinee_billing_drifted_customers:
    'Customers whose stored state differed from Stripe when reconciled, ever.',
}
type Figures = Record<keyof typeof help, number>

async function readFigures({ database, clock }: Deps): Promise<Figures> {
  const [state, totals] = await Promise.all([billingState(database), driftTotals(database)])
  const now = clock.now().getTime()
  const waitedMs = now - (state.waitingSince?.getTime() ?? now)
  return {
    matinee_webhook_events_waiting: state.waiting,
    matinee_webhook_oldest_waiting_seconds: Math.max(0, waitedMs / 1000),
    matinee_webhook_events_dead: state.dead,
    matinee_webhook_events_missed: totals.eventsFound,
    matinee_billing_drifted_customers: totals.customersDrifted,
  }
}

/** What an operator watches of billing. */
export function billingMetrics(registry: Registry, deps: Deps): void {
  gauges(registry, help, () => readFigures(deps))
}
