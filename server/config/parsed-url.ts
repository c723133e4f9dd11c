/**
 * An address in its parts; null for what is none. `URL.canParse` of Node 20 takes letters beyond ASCII
 * for wrong once the compiler has optimised its caller.
 */
export function parsedUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
