/**
 * Reads the lines of `-progress pipe:1` and tells how many seconds of output are done.
 *
 * ffmpeg writes `out_time_us`, and `out_time_ms` with the very same number of microseconds; before
 * the first frame both are `N/A`, and around a start offset they can be negative.
 *
 * @returns seconds, or null for lines that say something else
 */
export function readProgress(line: string): number | null {
  const match = /^out_time_us=(-?\d+)$/.exec(line.trim())
  return match === null ? null : Math.max(0, Number(match[1]) / 1_000_000)
}
