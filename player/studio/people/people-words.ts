import type { Explanation, Grant } from '../../../contract/access.ts'
import type { BillingState, ReconcileRun } from '../../../contract/inbox.ts'
import { day } from '../../../contract/words/format.ts'
import { operationWords } from '../../../contract/words/operations.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { spokenLocale } from '../../../contract/words/speak.ts'

/** How long something given lasts. */
export function grantWords(
  { until, revokedAt }: Pick<Grant, 'until' | 'revokedAt'>,
  { locale, now = Date.now() }: { locale?: string; now?: number } = {},
): string {
  if (revokedAt !== null) return peopleWords('grant.revoked', { date: day(revokedAt, locale) })
  if (until === null) return peopleWords('grant.forever')
  const key = Date.parse(until) <= now ? 'grant.ended' : 'grant.until'
  return peopleWords(key, { date: day(until, locale) })
}

/** Why access is as it is; a reason that is new here is shown as it came. */
export const becauseWords = ({ because }: { because: string }): string => {
  const key = `because.${because}`
  return peopleWords.has(key) ? peopleWords(key as 'because.free') : because
}

/** One thing that was looked at, and why it counts for nothing where it does. */
export const consideredWords = ({
  what,
  holds,
  because,
}: Explanation['considered'][number]): string =>
  holds ? what : peopleWords('consideredBecause', { what, because: becauseWords({ because }) })

export function waitingWords({ waiting, waitingSince }: BillingState, locale?: string): string {
  if (waiting === 0) return operationWords('noneWaiting')
  if (waitingSince === null) return operationWords('waiting', { count: waiting })
  const format = new Intl.DateTimeFormat(locale ?? spokenLocale(), { timeStyle: 'short' })
  const time = format.format(new Date(waitingSince))
  return operationWords('waitingSince', { count: waiting, time })
}

export function runWords(
  which: 'missed' | 'compared',
  run: ReconcileRun | null,
  locale?: string,
): string {
  const what = operationWords(which)
  if (run === null) return operationWords('run.never', { what })
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const
  const time = new Intl.DateTimeFormat(locale ?? spokenLocale(), style).format(
    new Date(run.startedAt),
  )
  if (run.finishedAt === null) return operationWords('run.going', { what, time })
  const count = run.eventsFound + run.customersDrifted
  const found =
    count === 0
      ? operationWords('run.fine', { what, time })
      : operationWords('run.corrected', { what, time, count })
  if (run.customersFailed === 0) return found
  return `${found} ${operationWords('run.failed', { count: run.customersFailed })}`
}
