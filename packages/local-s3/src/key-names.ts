// Object keys as names on disk. A key may be "..", "CON", "a/b" or 1,024 bytes of anything, and two
// keys may differ in case alone, which some file systems ignore. So every byte beyond small letters,
// digits, "-", "." and "_" is escaped, and long names are cut into nested folders. The first letter
// tells a folder ("d") from the object itself ("k").

/** Below the 255 bytes that file systems allow for one name. */
const longestName = 200

/** The path of a key below its bucket's folder, in parts. */
export function keyToPath(key: string): string[] {
  const escaped = Buffer.from(key, 'utf8')
    .toString('latin1')
    .replaceAll(/[^a-z0-9._-]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)
  const cuts: string[] = []
  let rest = escaped
  while (rest.length > longestName) {
    cuts.push(`d${rest.slice(0, longestName)}`)
    rest = rest.slice(longestName)
  }
  return [...cuts, `k${rest}`]
}

/** The inverse; null for a path that `keyToPath` did not make. */
export function pathToKey(path: readonly string[]): string | null {
  const last = path.length - 1
  if (!path.every((name, at) => name.startsWith(at === last ? 'k' : 'd'))) return null
  const escaped = path.map((name) => name.slice(1)).join('')
  const bytes = escaped.replaceAll(/%([0-9a-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  const key = Buffer.from(bytes, 'latin1').toString('utf8')
  return keyToPath(key).join('/') === path.join('/') ? key : null
}
