/** "1 h 32 min", "12 min", "45 s": how long a film is, for reading. */
export function runningTime(seconds: number): string {
  if (Math.round(seconds) < 60) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}

/** "1:02:03" or "2:03": a position in a film. */
export function timeCode(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/**
 * An amount of money as its currency is written: 900 usd → "$9", 950 usd → "$9.50", 1200 jpy → "¥1,200".
 *
 * @param amount in the currency's minor unit, as Stripe counts
 */
export function money(amount: number, currency: string, locale?: string): string {
  const style = { style: 'currency', currency: currency.toUpperCase() } as const
  const digits = new Intl.NumberFormat(locale, style).resolvedOptions().maximumFractionDigits ?? 2
  const value = amount / 10 ** digits
  const whole = Number.isInteger(value)
  return new Intl.NumberFormat(locale, {
    ...style,
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(value)
}

/** "3 May 2026" in the reader's own order. */
export function day(time: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(time))
}
