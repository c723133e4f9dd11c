import type { Explanation, Grant } from '../../contract/access.ts'
import type { BillingState, ReconcileRun } from '../../contract/inbox.ts'
import { day } from '../../contract/words/format.ts'

/** How long something given lasts. */
export function grantWords(
  { until, revokedAt }: Pick<Grant, 'until' | 'revokedAt'>,
  { locale, now = Date.now() }: { locale?: string; now?: number } = {},
): string {
  if (revokedAt !== null) return `Taken back on ${day(revokedAt, locale)}`
  if (until === null) return 'Without end'
  return Date.parse(until) <= now ? `Ended on ${day(until, locale)}` : `Until ${day(until, locale)}`
}

const reasons: Record<string, string> = {
  free: 'The film is free.',
  operator: 'Operators may watch everything.',
  subscription: 'Their plan includes it.',
  bought: 'They bought it.',
  rented: 'They rented it.',
  granted: 'It was given to them.',
  account_disabled: 'Their account is closed.',
  not_entitled: 'They hold nothing that includes it.',
  plan_not_included: 'Their plan does not include it.',
  payment_pending: 'Their first payment is on its way.',
  payment_incomplete: 'Their first payment has not gone through.',
  payment_failed: 'Their payment failed and the days of grace are over.',
  subscription_paused: 'Their plan is paused.',
  subscription_ended: 'Their plan has ended.',
  refunded: 'Their money went back.',
  disputed: 'Their bank is asking the money back.',
  rental_expired: 'Their rental is over.',
  grant_ended: 'What they were given has ended.',
}

/** Why access is as it is; a reason that is new here is shown as it came. */
export const becauseWords = ({
  because,
}: Pick<Explanation['considered'][number], 'because'>): string => reasons[because] ?? because

/** One thing that was looked at, and why it counts for nothing where it does. */
export const consideredWords = ({
  what,
  holds,
  because,
}: Explanation['considered'][number]): string =>
  holds ? what : `${what}: ${becauseWords({ because })}`

export function waitingWords({ waiting, waitingSince }: BillingState, locale?: string): string {
  if (waiting === 0) return 'All that came has been acted on.'
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const since =
    waitingSince === null ? '' : `, the oldest since ${time.format(new Date(waitingSince))}`
  return `${waiting} ${waiting === 1 ? 'waits' : 'wait'} to be acted on${since}.`
}

export function runWords(what: string, run: ReconcileRun | null, locale?: string): string {
  if (run === null) return `${what}: not yet.`
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const
  const when = new Intl.DateTimeFormat(locale, style).format(new Date(run.startedAt))
  if (run.finishedAt === null) return `${what}: going on since ${when}.`
  const drift = run.eventsFound + run.customersDrifted
  const found = drift === 0 ? 'nothing was amiss' : `${drift} put right`
  const failed = run.customersFailed === 0 ? '' : `, ${run.customersFailed} failed`
  return `${what}: ${when}, ${found}${failed}.`
}
