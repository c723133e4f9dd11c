import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { idOf } from '../ids.ts'
import { expireSession } from './checkout.ts'
import { attemptPayment } from './collect.ts'
import {
  cancelNow,
  expireIncomplete,
  finalizeAndCollect,
  nextPeriodEnd,
  periodEnded,
  unpauseCollection,
} from './renew.ts'
import { voidInvoice } from './void-invoice.ts'

export interface Due {
  at: number
  testClock: string | null
  table: WatchedTable
  id: string
}

export const watchedTables = ['subscriptions', 'invoices', 'checkoutSessions'] as const
export type WatchedTable = (typeof watchedTables)[number]

/** How long an incomplete subscription waits for its first payment. */
const incompleteSeconds = 23 * 3600

const noticeSeconds = 3 * 86_400

interface Step {
  at: number
  perform: (account: Account) => void
}

/** When something of this object is next due, and what: the earliest of its steps. */
export function dueAt(account: Account, table: string, id: string): Due | undefined {
  const watched = watchedTable(table)
  const step = watched && nextStep(account, watched, id)
  if (!watched || !step) return undefined
  return { at: step.at, testClock: clockOf(account, watched, id), table: watched, id }
}

export function perform(account: Account, table: WatchedTable, id: string): void {
  nextStep(account, table, id)?.perform(account)
}

const watchedTable = (name: string): WatchedTable | undefined =>
  name === 'checkout_sessions'
    ? 'checkoutSessions'
    : watchedTables.find((candidate) => candidate === name)

function clockOf(account: Account, table: WatchedTable, id: string): string | null {
  return account.testClockOf(idOf(account.tables[table].get(id)?.customer))
}

function nextStep(account: Account, table: WatchedTable, id: string): Step | undefined {
  const steps = stepsOf(account, table, id)
  return steps.reduce<Step | undefined>(
    (first, step) => (first === undefined || step.at < first.at ? step : first),
    undefined,
  )
}

function stepsOf(account: Account, table: WatchedTable, id: string): Step[] {
  const { subscriptions, invoices, checkoutSessions } = account.tables
  if (table === 'subscriptions') {
    const subscription = subscriptions.get(id)
    return subscription ? subscriptionSteps(account, subscription) : []
  }
  if (table === 'invoices') {
    const invoice = invoices.get(id)
    return invoice ? invoiceSteps(invoice) : []
  }
  const session = checkoutSessions.get(id)
  if (session?.status !== 'open') return []
  return [{ at: session.expires_at, perform: (to) => expireSession(to, session) }]
}

function subscriptionSteps(account: Account, subscription: Stripe.Subscription): Step[] {
  if (subscription.ended_at !== null) return []
  if (subscription.status === 'incomplete') {
    const at = subscription.created + incompleteSeconds
    return [{ at, perform: (to) => expireIncomplete(to, subscription) }]
  }
  const steps: Step[] = trialNotice(account, subscription)
  const { cancel_at, pause_collection, pending_update, latest_invoice } = subscription
  const asked = account.tables.invoices.get(idOf(latest_invoice) ?? '')
  if (pending_update !== null && asked) {
    steps.push({ at: pending_update.expires_at, perform: (to) => void voidInvoice(to, asked) })
  }
  if (cancel_at !== null) {
    steps.push({ at: cancel_at, perform: (to) => cancelNow(to, subscription) })
  }
  if (subscription.status === 'paused') return steps
  const resumes = pause_collection?.resumes_at
  if (resumes) steps.push({ at: resumes, perform: (to) => unpauseCollection(to, subscription) })
  steps.push({
    at: nextPeriodEnd(subscription),
    perform: (to) => periodEnded(to, subscription),
  })
  return steps
}

/** "Three days before the trial ends, or at once if it is shorter than that." */
function trialNotice(account: Account, subscription: Stripe.Subscription): Step[] {
  const { id, status, trial_end, trial_start } = subscription
  if (status !== 'trialing' || trial_end === null) return []
  if (account.tables.trialNotices.get(id)?.trialEnd === trial_end) return []
  return [
    {
      at: Math.max(trial_end - noticeSeconds, trial_start ?? 0),
      perform: (to) => {
        to.put(to.tables.trialNotices, { id, trialEnd: trial_end })
        to.emit('customer.subscription.trial_will_end', subscription)
      },
    },
  ]
}

function invoiceSteps(invoice: Stripe.Invoice): Step[] {
  const { automatically_finalizes_at: finalizes, next_payment_attempt: retries } = invoice
  if (invoice.status === 'draft' && invoice.auto_advance && finalizes !== null) {
    return [{ at: finalizes, perform: (to) => finalizeAndCollect(to, invoice) }]
  }
  if (invoice.status === 'open' && retries !== null) {
    return [{ at: retries, perform: (to) => void attemptPayment(to, invoice) }]
  }
  return []
}
