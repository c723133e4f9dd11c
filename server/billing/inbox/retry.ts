const longestSeconds = 3_600

/** Tries before an event is laid among the dead letters: about a day and a half. */
export const mostAttempts = 40

/** When to try again after so many tries that failed, or null when it is not tried again. */
export function retryAt(attempts: number, now: Date): Date | null {
  if (attempts >= mostAttempts) return null
  const seconds = Math.min(longestSeconds, 5 * 2 ** (attempts - 1))
  return new Date(now.getTime() + seconds * 1000)
}
