/** What is stored with what is given laid over it: '' takes a key away, null (an empty whole) all. */
export function mergeMetadata(
  stored: Record<string, string> | null,
  given: Record<string, string> | null | undefined,
): Record<string, string> {
  if (given === null) return {}
  if (given === undefined) return stored ?? {}
  const merged = { ...stored, ...given }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''))
}
