/**
 * Where a film is watched.
 *
 * @param within the slug of the collection that it is watched in
 */
export const watchLink = (slug: string, within?: string): string =>
  `/watch/${slug}${within === undefined ? '' : `?${new URLSearchParams({ in: within })}`}`

/** The same, played on arrival: for whoever has pressed a button that says so. */
export const playLink = (slug: string, within?: string): string =>
  `/watch/${slug}?${new URLSearchParams({ play: '1', ...(within && { in: within }) })}`

const units: Record<string, number> = { h: 3600, m: 60, s: 1 }

/** The second that a link names, as `63`, `1m3s` or `1:03`; undefined for anything else. */
export function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  if (/^\d{1,6}(\.\d+)?s?$/.test(text)) return Number.parseFloat(text)
  if (/^\d{1,3}(:[0-5]?\d){1,2}$/.test(text)) {
    return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  }
  const parts = /^(?:\d{1,3}[hms]){1,3}$/.test(text) ? [...text.matchAll(/(\d+)([hms])/g)] : []
  if (parts.length === 0) return undefined
  return parts.reduce((sum, [, count, unit = 's']) => sum + Number(count) * (units[unit] ?? 1), 0)
}

/** Where a film is watched from a moment on: from the whole second before it. */
export const momentLink = (slug: string, seconds: number): string =>
  `/watch/${slug}?t=${Math.floor(seconds)}`
