import { parseArgs } from 'node:util'
import { reconcileCustomers, reconcileEvents } from '../billing/reconcile/reconcile.ts'
import type { RunResult } from '../billing/reconcile/reconcile-runs.ts'
import { isMissing } from '../clients/stripe.ts'
import type { BillingDeps } from '../services.ts'
import type { Terminal } from './terminal.ts'

type ReconcileDeps = BillingDeps & Terminal

export const reconcileHelp = `matinee reconcile                    the events that were missed, then every customer
matinee reconcile --since TIME       the events since then, then every customer
matinee reconcile --customer ID      one customer, cus_…
TIME is such as 2027-01-31 or 2027-01-31T18:00Z; Stripe lists events for 30 days.`

const barWidth = 30

/** "[=======>      ]  12 of 40 customers" */
export function progressBar(done: number, total: number): string {
  const filled = total === 0 ? barWidth : Math.floor((done / total) * barWidth)
  return `[${'='.repeat(filled).padEnd(barWidth)}] ${done} of ${total} customers`
}

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`

/** What a run found, as sentences. */
export function summaryOf({
  eventsFound,
  customersChecked,
  customersDrifted,
  customersFailed,
}: RunResult): string[] {
  return [
    eventsFound === 0
      ? 'No event had been missed.'
      : `${counted(eventsFound, 'event')} had been missed and ${eventsFound === 1 ? 'is' : 'are'} in the inbox now.`,
    customersDrifted === 0
      ? `${counted(customersChecked, 'customer')} checked: all were as in Stripe.`
      : `${counted(customersChecked, 'customer')} checked: ${counted(customersDrifted, 'differed', 'differed')} from Stripe and ${customersDrifted === 1 ? 'has' : 'have'} been put right.`,
    ...(customersFailed === 0
      ? []
      : [`${counted(customersFailed, 'customer')} could not be checked: run this again.`]),
  ]
}

/**
 * `matinee reconcile …`: makes what is stored equal to Stripe.
 *
 * @param args what stands behind "reconcile"
 * @throws Error whose message is the sentence to show
 */
export async function runReconcileCommand(deps: ReconcileDeps, args: string[]): Promise<void> {
  const { say, show } = deps
  const { since, customer } = optionsOf(args)
  if (customer !== undefined) await refuseUnknown(deps, customer)
  const missed = customer === undefined ? await reconcileEvents(deps, { since }) : none
  const checked = await reconcileCustomers(deps, {
    ...(customer !== undefined && { customers: [customer] }),
    onDrift: (id, changes) => {
      show?.('')
      say(`put right  ${id}  ${changes.map((change) => change.replace('_', ' ')).join(', ')}`)
    },
    ...(show && { onProgress: (done, total) => show(progressBar(done, total)) }),
  })
  show?.('')
  if (missed === null || checked === null) {
    throw new Error('Another process is reconciling just now. Try again when it is done.')
  }
  for (const line of summaryOf({ ...checked, eventsFound: missed.eventsFound })) say(line)
  if (checked.customersFailed > 0) throw new Error('Not everything could be reconciled.')
}

async function refuseUnknown({ stripe }: ReconcileDeps, customer: string): Promise<void> {
  await stripe.customers.retrieve(customer).catch((error: unknown) => {
    if (!isMissing(error)) throw error
    throw new Error(`Stripe knows no customer ${customer}.`, { cause: error })
  })
}

const none = { eventsFound: 0 }

function optionsOf(args: string[]): { since?: Date; customer?: string } {
  const { values } = parseArgs({
    args,
    options: { since: { type: 'string' }, customer: { type: 'string' } },
  })
  const { since, customer } = values
  if (customer !== undefined && !/^cus_\w+$/.test(customer)) throw new Error(reconcileHelp)
  if (since === undefined) return customer === undefined ? {} : { customer }
  const from = new Date(since)
  if (Number.isNaN(from.getTime()) || customer !== undefined) throw new Error(reconcileHelp)
  return { since: from }
}
