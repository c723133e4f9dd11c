/** A day as people mean it, as the moment at which it begins where they are. */
const beginning = (day: string, after = 0): string | null => {
  const [year = Number.NaN, month = 1, date = 1] = day.split('-').map(Number)
  const time = new Date(year, month - 1, date + after)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

/**
 * What the log is asked for, as the query of its address.
 *
 * @param filters `from` and `to` are days (YYYY-MM-DD), both included
 */
export function auditQuery({
  action = '',
  actor = '',
  subject = '',
  from = '',
  to = '',
}: Record<string, string>): string {
  const wanted = {
    action: action.trim(),
    actor: actor.trim(),
    subject: subject.trim(),
    from: from && beginning(from),
    until: to && beginning(to, 1),
  }
  const given = Object.entries(wanted).filter((one): one is [string, string] => Boolean(one[1]))
  return new URLSearchParams(given).toString()
}
