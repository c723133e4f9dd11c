import { decimalsOf } from '../minor-units.ts'
import { formatWords } from './formats.ts'
import { spokenLanguage, spokenLocale } from './speak.ts'

type Locale = string | undefined

/** Readers choose their locale, and a server has many readers. */
const mostKept = 100

/** A formatter takes a phone milliseconds to make, and a page has many amounts that are written alike. */
function kept<Options, Format>(make: (locale: Locale, options: Options) => Format) {
  const formats = new Map<string, Format>()
  return (locale: Locale, options: Options): Format => {
    const key = JSON.stringify([locale, options])
    const format = formats.get(key) ?? make(locale, options)
    if (formats.size >= mostKept) formats.clear()
    formats.set(key, format)
    return format
  }
}

const numberFormat = kept(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)
const timeFormat = kept(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)

/** "1 h 32 min", "12 min", "45 s": how long a film is, for reading. */
export function runningTime(length: number): string {
  const seconds = Math.max(1, Math.round(length))
  if (seconds < 60) return formatWords('seconds', { seconds })
  const minutes = Math.round(length / 60)
  if (minutes < 60) return formatWords('minutes', { minutes })
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (rest === 0) return formatWords('hours', { hours })
  return formatWords('hoursAndMinutes', { hours, minutes: rest })
}

/** "42 %": whole, and only when it is reached. @param share 0..1 */
export const percent = (share: number): string =>
  formatWords('percent', { percent: Math.floor(share * 100) })

/** "1:02:03" or "2:03": a position in a film. */
export function timeCode(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** "German", in the reader's own language. @param code BCP 47 */
export function languageName(code: string, locale = spokenLocale()): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
  } catch {
    // Not a code at all: whoever wrote it meant something.
    return code
  }
}

/** "Chrome on Windows", as the server names a device, in the reader's own language. */
export function deviceName(name: string, language = spokenLanguage()): string {
  const say = formatWords.in(language)
  const [browser = name, system] = name.split(' on ')
  if (system === undefined) return browser
  return say('device', {
    browser,
    system: system === 'Android phone' ? say('androidPhone') : system,
  })
}

/**
 * An amount of money as its currency is written: 900 usd → "$9", 950 usd → "$9.50", 1200 jpy → "¥1,200".
 *
 * @param amount in the currency's minor unit, as Stripe counts
 */
export function money(amount: number, currency: string, locale = spokenLocale()): string {
  const style = { style: 'currency', currency: currency.toUpperCase() } as const
  const digits = decimalsOf(currency)
  const value = amount / 10 ** digits
  const whole = Number.isInteger(value)
  return numberFormat(locale, {
    ...style,
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(value)
}

/** "3 May 2026" in the reader's own order. */
export function day(time: string, locale = spokenLocale()): string {
  return timeFormat(locale, { dateStyle: 'long' }).format(new Date(time))
}

/** "3 May 2026 at 14:05" in the reader's own order and time zone. */
export function moment(time: string, locale = spokenLocale()): string {
  const style = { dateStyle: 'long', timeStyle: 'short' } as const
  return timeFormat(locale, style).format(new Date(time))
}

/** "3 May 2026", of a day by itself. @param day "2026-05-03" */
export function dayUtc(day: string, locale = spokenLocale()): string {
  const style = { dateStyle: 'medium', timeZone: 'UTC' } as const
  return timeFormat(locale, style).format(new Date(day))
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** "1.4 GB": sizes as file managers write them, in steps of a thousand. */
export function fileSize(bytes: number, locale = spokenLocale()): string {
  let value = bytes
  let step = 0
  while (value >= 999.5 && step < units.length - 1) {
    value /= 1_000
    step += 1
  }
  const digits = step > 1 && value < 99.5 ? 1 : 0
  return numberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)
}
