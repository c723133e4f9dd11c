const dayMs = 86_400_000

/** When access ends after a first failed payment at `since`, unless it is paid before. */
export const graceUntil = (since: Date, graceDays: number): Date =>
  new Date(since.getTime() + graceDays * dayMs)
