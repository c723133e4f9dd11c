type Hash = Record<string, unknown>

const isHash = (value: unknown): value is Hash =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What an update event carries as `previous_attributes`: the old values of what changed; of a
 * changed hash only its changed keys, of a changed array all of it. Undefined if nothing changed.
 */
export function changedAttributes(before: object, after: object): Hash | undefined {
  const previous: Hash = {}
  const old = before as Hash
  const current = after as Hash
  for (const key of new Set([...Object.keys(old), ...Object.keys(current)])) {
    const was = old[key]
    const is = current[key]
    if (was === is) continue
    if (isHash(was) && isHash(is)) {
      const inner = changedAttributes(was, is)
      if (inner) previous[key] = inner
    } else if (JSON.stringify(was) !== JSON.stringify(is)) {
      previous[key] = was ?? null
    }
  }
  return Object.keys(previous).length > 0 ? previous : undefined
}
