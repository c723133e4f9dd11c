import type { Clock } from '../clients/clock.ts'

/**
 * How long what was read about a session may be relied upon without asking the database again.
 * Times are monotonic milliseconds.
 */

/** A lost notification is made good within this long. */
export const freshMs = 15_000
/** While no notification can arrive. */
export const freshUnheardMs = 1_000

export interface Subject {
  id: string
  userId: string | null
  videoId: string
}

export interface Freshness {
  /** Something about `user:<id>`, `video:<id>` or `session:<id>` has changed. */
  changed(subject: string): void
  /** Whether what was read at `checkedAt` still stands. */
  isFresh(subject: Subject, checkedAt: number): boolean
}

export interface FreshnessOptions {
  clock: Clock
  /** As in `Notifications`. */
  listeningSince: () => number | null
}

/**
 * Notes when each thing last changed rather than looking for the sessions that it touches: both ends
 * are then cheap however many sessions there are, and a note is of no use once all is older than it.
 */
export function openFreshness({ clock, listeningSince }: FreshnessOptions): Freshness {
  const changes = new Map<string, number>()

  const changedAfter = (subject: string, checkedAt: number): boolean => {
    const at = changes.get(subject)
    return at !== undefined && at >= checkedAt
  }

  const hasChanged = ({ id, userId, videoId }: Subject, checkedAt: number): boolean =>
    changes.size > 0 &&
    (changedAfter(`session:${id}`, checkedAt) ||
      changedAfter(`video:${videoId}`, checkedAt) ||
      (userId !== null && changedAfter(`user:${userId}`, checkedAt)))

  function forgetOld(now: number): void {
    // In order of time, since a subject that changes again is moved to the end.
    for (const [subject, at] of changes) {
      if (now - at <= freshMs) break
      changes.delete(subject)
    }
  }

  return {
    changed(subject) {
      const now = clock.monotonic()
      changes.delete(subject)
      changes.set(subject, now)
      forgetOld(now)
    },
    isFresh(subject, checkedAt) {
      const age = clock.monotonic() - checkedAt
      if (age > freshMs || hasChanged(subject, checkedAt)) return false
      const since = listeningSince()
      return (since !== null && checkedAt >= since) || age <= freshUnheardMs
    },
  }
}
