let guard: ((event: PopStateEvent) => void) | undefined

/**
 * Lets one page have a say before the router hears of going back. A window's listeners are called in the
 * order in which they came, so that this has to be there before the router's.
 */
export function startGoingBack(): void {
  addEventListener('popstate', (event) => guard?.(event))
}

/** @returns how to stop */
export function guardGoingBack(next: (event: PopStateEvent) => void): () => void {
  guard = next
  return () => {
    if (guard === next) guard = undefined
  }
}
