const key = 'matinee-device'

/** The browser's lasting id, by which all its tabs count as one device. */
export function deviceId(
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined,
  newId: () => string,
): string {
  try {
    const known = storage?.getItem(key)
    if (known) return known
    const id = newId()
    storage?.setItem(key, id)
    return id
  } catch {
    // Storage may be switched off: then a device lasts as long as its page.
    return newId()
  }
}

/** `crypto.randomUUID` is missing where the page did not come by https. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Storage may be forbidden, and then the mere look at it throws. */
export function storage(
  name: 'localStorage' | 'sessionStorage' = 'localStorage',
): Storage | undefined {
  try {
    return window[name]
  } catch {
    return undefined
  }
}
