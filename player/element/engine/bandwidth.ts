type Load = Pick<
  PerformanceResourceTiming,
  'transferSize' | 'encodedBodySize' | 'responseStart' | 'responseEnd'
>

/** What is smaller is there at once on any line. */
const tellingBytes = 10_000

/**
 * What the line carries, in bits per second, by how long the page's own files took; undefined where none
 * came over it, as they were kept from the last visit, or where a server of others does not say.
 */
export function measuredBandwidth(
  loads: readonly Load[] = performance.getEntriesByType('resource') as PerformanceResourceTiming[],
): number | undefined {
  const telling = loads
    .filter((load) => load.responseStart > 0 && load.encodedBodySize >= tellingBytes)
    // Of what was kept, headers alone come over the line, if anything.
    .filter((load) => load.transferSize >= load.encodedBodySize)
    .toSorted((a, b) => a.responseStart - b.responseStart)
  let bytes = 0
  let busyMs = 0
  let busyUntil = 0
  for (const { encodedBodySize, responseStart, responseEnd } of telling) {
    bytes += encodedBodySize
    busyMs += Math.max(0, responseEnd - Math.max(responseStart, busyUntil))
    busyUntil = Math.max(busyUntil, responseEnd)
  }
  return bytes > 0 ? Math.round((bytes * 8000) / Math.max(busyMs, 1)) : undefined
}
