/**
 * The value that a share of all lies below, between two values in proportion, as Postgres's
 * `percentile_cont` has it.
 *
 * @param counted values with how often each occurs, in any order, each any number of times
 * @param share 0 to 1
 * @returns null where there are no values
 */
export function percentile(
  counted: readonly { value: number; count: number }[],
  share: number,
): number | null {
  const ordered = counted.toSorted((a, b) => a.value - b.value)
  const all = ordered.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  const at = (index: number) => {
    let passed = 0
    for (const { value, count } of ordered) {
      passed += count
      if (passed > index) return value
    }
    return 0
  }
  const place = share * (all - 1)
  const [lower, upper] = [at(Math.floor(place)), at(Math.ceil(place))]
  return lower + (upper - lower) * (place - Math.floor(place))
}
