import type { Worth } from './monthly-worth.ts'

export type WorthKind = 'new' | 'expansion' | 'contraction' | 'churn' | 'reactivation' | 'none'

/** What someone's subscriptions in one currency are worth a month, and how much of it waits for a payment. */
export interface Standing {
  amount: number
  late: number
}

export interface Movement extends Standing {
  at: Date
  currency: string
  kind: WorthKind
}

/** What is stored of someone in one currency so far. */
export interface Known extends Standing {
  currency: string
  lastAt: Date
}

export const nothing: Standing = { amount: 0, late: 0 }

/** By what they have in common. */
export function grouped<Key, One>(all: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

const isLate = ({ status, pastDueSince }: Worth) => status === 'past_due' && pastDueSince !== null

/** Nothing was ever paid for these, or nobody knows. */
const unpaidStatuses = new Set(['trialing', 'paused'])

function kindOf(before: number, after: number, isFirst: boolean): WorthKind {
  if (after === before) return 'none'
  if (before === 0) return isFirst ? 'new' : 'reactivation'
  if (after === 0) return 'churn'
  return after > before ? 'expansion' : 'contraction'
}

/** From one standing to the next; null where nothing changed. */
function movement(
  { at, currency }: Pick<Movement, 'at' | 'currency'>,
  before: Standing,
  after: Standing,
  isFirst: boolean,
): Movement | null {
  const amount = after.amount - before.amount
  const late = after.late - before.late
  if (amount === 0 && late === 0) return null
  return { at, currency, amount, late, kind: kindOf(before.amount, after.amount, isFirst) }
}

/** What subscriptions are worth now, by currency. */
export function standings(worth: readonly Worth[]): Map<string, Standing> {
  const sums = new Map<string, Standing>()
  for (const one of worth) {
    const { currency, amount, counts } = one
    const { amount: whole, late } = sums.get(currency) ?? nothing
    const each = counts ? amount : 0
    const waiting = isLate(one) ? each : 0
    sums.set(currency, { amount: whole + each, late: late + waiting })
  }
  return sums
}

/**
 * What someone's subscriptions have come to since they began, as far as their rows tell: each counts for
 * what it is worth now from its first paid period to its end.
 */
export function history(worth: readonly Worth[], now: Date): Movement[] {
  return [...grouped(worth, ({ currency }) => currency)].flatMap(([currency, own]) => {
    const spans = own.flatMap((one) => {
      const { amount, counts, status, startedAt, endedAt, pastDueSince } = one
      if (amount === 0 || unpaidStatuses.has(status)) return []
      const at = counts && startedAt > now ? now : startedAt
      const begins = { at, amount, late: 0 }
      if (counts) {
        const lateAt = isLate(one) && pastDueSince !== null && pastDueSince > at ? pastDueSince : at
        return isLate(one) ? [begins, { at: lateAt, amount: 0, late: amount }] : [begins]
      }
      const end = past(endedAt, now) ?? past(pastDueSince, now) ?? now
      return end <= at ? [] : [begins, { at: end, amount: -amount, late: 0 }]
    })
    const times = [...new Set(spans.map(({ at }) => at.getTime()))].sort((a, b) => a - b)
    const movements: Movement[] = []
    let before = nothing
    for (const time of times) {
      const those = spans.filter(({ at }) => at.getTime() === time)
      const after = those.reduce(
        (sum, { amount, late }) => ({ amount: sum.amount + amount, late: sum.late + late }),
        before,
      )
      const at = new Date(time)
      const moved = movement({ at, currency }, before, after, movements.length === 0)
      if (moved !== null) movements.push(moved)
      before = after
    }
    return movements
  })
}

/** What changed since the rows that are stored, at the moment at which it did. */
export function changes(worth: readonly Worth[], known: readonly Known[], now: Date): Movement[] {
  const sums = standings(worth)
  const currencies = new Set([...sums.keys(), ...known.map(({ currency }) => currency)])
  return [...currencies].flatMap((currency) => {
    const before = known.find((one) => one.currency === currency)
    const own = worth.filter((one) => one.currency === currency)
    const after = sums.get(currency) ?? nothing
    const at = momentOf(own, before ?? { ...nothing, lastAt: new Date(0) }, after, now)
    return movement({ at, currency }, before ?? nothing, after, before === undefined) ?? []
  })
}

/** A change is known some time after it happened: where the rows say when, that is when it was. */
function momentOf(
  worth: readonly Worth[],
  before: Standing & { lastAt: Date },
  after: Standing,
  now: Date,
): Date {
  const running = worth.filter(({ counts }) => counts)
  const stopped = worth.filter(({ counts }) => !counts)
  const times =
    after.amount > before.amount && before.amount === 0
      ? running.map(({ startedAt }) => startedAt)
      : after.amount < before.amount && after.amount === 0
        ? stopped.map(({ endedAt }) => endedAt)
        : after.amount === before.amount && after.late > before.late
          ? running.map(({ pastDueSince }) => pastDueSince)
          : []
  const known = times.flatMap((time) => (time !== null && time <= now ? time.getTime() : []))
  const at = Math.max(...known)
  return known.length > 0 && at > before.lastAt.getTime() ? new Date(at) : now
}

const past = (time: Date | null, now: Date) => (time === null || time > now ? null : time)
