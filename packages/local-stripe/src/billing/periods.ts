import type Stripe from 'stripe'

export interface Interval {
  interval: Stripe.Price.Recurring['interval']
  interval_count: number
}

const daySeconds = 86_400
const secondsIn: Readonly<Record<string, number>> = { day: daySeconds, week: 7 * daySeconds }

/**
 * The anchor moved by a number of intervals, in seconds since 1970, UTC. Months keep the anchor's
 * day where there is one: from 31 January, one month on is 28 February and two are 31 March.
 */
export function addIntervals(
  anchor: number,
  { interval, interval_count }: Interval,
  times: number,
) {
  const fixed = secondsIn[interval]
  if (fixed !== undefined) return anchor + fixed * interval_count * times
  const months = (interval === 'year' ? 12 : 1) * interval_count * times
  const from = new Date(anchor * 1000)
  const lastDay = new Date(
    Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0),
  ).getUTCDate()
  const moved = new Date(anchor * 1000)
  moved.setUTCDate(1)
  moved.setUTCMonth(moved.getUTCMonth() + months)
  moved.setUTCDate(Math.min(from.getUTCDate(), lastDay))
  return moved.getTime() / 1000
}

/** The period of a billing cycle that a moment lies in: `start <= moment < end`. */
export function periodAt(anchor: number, every: Interval, moment: number) {
  const length = addIntervals(anchor, every, 1) - anchor
  let times = Math.floor((moment - anchor) / length)
  while (addIntervals(anchor, every, times) > moment) times--
  while (addIntervals(anchor, every, times + 1) <= moment) times++
  return { start: addIntervals(anchor, every, times), end: addIntervals(anchor, every, times + 1) }
}
