/** What the browser keeps between visits. A browser that refuses to keep anything is no error. */

const prefix = 'matinee.'

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(prefix + key, value)
  } catch {
    // blocked or full: the page works, it only forgets
  }
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key)
  } catch {
    return null
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // blocked: nothing was kept either
  }
}
