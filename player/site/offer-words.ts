import { money } from '../ui/format.ts'
import type { Offer, Price } from './contract.ts'

const intervals: Record<string, [adjective: string, every: string]> = {
  day: ['Daily', 'a day'],
  week: ['Weekly', 'a week'],
  month: ['Monthly', 'a month'],
  year: ['Yearly', 'a year'],
}

/** "Monthly", for a choice between intervals. */
export const intervalName = (interval: string): string => intervals[interval]?.[0] ?? interval

/** "a month", after an amount. */
export const perInterval = (interval: string): string =>
  intervals[interval]?.[1] ?? `per ${interval}`

/** "$9 a month". */
export const priceWords = ({ amount, currency, interval }: Price, locale?: string): string =>
  `${money(amount, currency, locale)} ${perInterval(interval)}`

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

/** What a rental gives: "Start within 30 days, then 48 hours to finish." */
export const rentalWords = ({ startDays, watchHours }: Offer & { kind: 'rent' }): string =>
  `Start within ${counted(startDays, 'day')}, then ${counted(watchHours, 'hour')} to finish.`

/** "on 2 devices at once". */
export const streamsWords = (maxStreams: number): string =>
  maxStreams === 1 ? 'One device at a time' : `${maxStreams} devices at once`

/** "14 days free". */
export const trialWords = (days: number): string => `${counted(days, 'day')} free`

/** How much a year saves against twelve months, in whole per cent; 0 where that cannot be said. */
export function yearlySaving(prices: readonly Price[]): number {
  const month = prices.find(({ interval }) => interval === 'month')
  const year = prices.find(({ interval }) => interval === 'year')
  if (month === undefined || year === undefined || month.currency !== year.currency) return 0
  return Math.max(0, Math.floor((1 - year.amount / (12 * month.amount)) * 100))
}
