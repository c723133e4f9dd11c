/** What the server wrote into the page as JSON, in the element `id`; null where it wrote nothing. */
export function readBlock<T>(id: string): T | null {
  const text = globalThis.document?.getElementById(id)?.textContent
  if (!text) return null
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}
