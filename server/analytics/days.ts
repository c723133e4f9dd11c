import type { NumbersQuery } from '../../contract/analytics.ts'
import { say } from '../../contract/words/server.ts'
import { refusedField } from '../errors.ts'

export const dayMs = 86_400_000
const usualDays = 30
const mostDays = 366

/** How long single viewings are kept; after that their daily sums speak for them. */
export const reportsKeptDays = 90

/** Whole days, UTC: `from` and those after it, up to `to` but without it. */
export interface Days {
  from: Date
  to: Date
}

export const addDays = (day: Date, days: number) => new Date(day.getTime() + days * dayMs)
export const dayOf = (time: Date) => time.toISOString().slice(0, 10)
export const startOf = (time: Date) => new Date(dayOf(time))

/**
 * The days that are asked for; where they are not named, the last thirty with today.
 *
 * @throws MatineeError BAD_REQUEST where `to` is before `from` or too far behind it
 */
export function daysAsked({ from, to }: NumbersQuery, now: Date): Days {
  const end = to === undefined ? addDays(startOf(now), 1) : new Date(to)
  const begin = from === undefined ? addDays(end, -usualDays) : new Date(from)
  if (end < begin) throw refusedField('to', say('numbers.beforeFrom'))
  if (end > addDays(begin, mostDays)) {
    throw refusedField('to', say('numbers.tooManyDays', { most: mostDays }))
  }
  return { from: begin, to: end }
}

/** The first day of which no viewing can have been removed for its age. */
export function firstWholeDay(now: Date): Date {
  const kept = addDays(now, -reportsKeptDays)
  const day = startOf(kept)
  return day < kept ? addDays(day, 1) : day
}
