/** Where the segments of a rendition lie in time. */
export interface Timeline {
  /** Seconds at which each segment begins, and after the last one the end. */
  readonly starts: Float64Array
}

export function timelineOf(segmentSeconds: readonly number[]): Timeline {
  const starts = new Float64Array(segmentSeconds.length + 1)
  segmentSeconds.forEach((seconds, index) => {
    starts[index + 1] = (starts[index] ?? 0) + seconds
  })
  return { starts }
}

export const segmentCount = ({ starts }: Timeline): number => starts.length - 1

export const durationOf = ({ starts }: Timeline): number => starts[starts.length - 1] ?? 0

/** The segment that is on at a position; the last one beyond the end. */
export function segmentAt({ starts }: Timeline, seconds: number): number {
  let low = 0
  let high = Math.max(0, starts.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= seconds) low = middle
    else high = middle - 1
  }
  return low
}

/** How many segments begin before the bound: what a teaser may show. Null: all of them. */
export function segmentsBefore(timeline: Timeline, bound: number | null): number {
  const count = segmentCount(timeline)
  if (bound === null) return count
  if (bound <= 0) return 0
  const on = segmentAt(timeline, bound)
  const within = (timeline.starts[on] ?? 0) < bound ? on + 1 : on
  return Math.min(count, within)
}

/** Media seconds of the segments `from` up to, not including, `to`. */
export const secondsOf = ({ starts }: Timeline, from: number, to: number): number =>
  (starts[to] ?? 0) - (starts[from] ?? 0)
