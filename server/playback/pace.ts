import type { Clock } from '../clients/clock.ts'

/**
 * How fast someone may take a film away. Seconds of film are handed out against an allowance that
 * refills at a multiple of real time: play at double speed with seeks stays within it, a download
 * does not.
 */
export interface Pace {
  /** Seconds of film that may be handed out now. May be below zero after a large batch. */
  allowance: number
  /** When that was so, in milliseconds. */
  at: number
}

/** Ten minutes of film at once: some forty seeks in a row. */
export const paceCapacity = 600
/** Four seconds of film in each second. */
export const paceRefill = 4

export const newPace = (now: number): Pace => ({ allowance: paceCapacity, at: now })

const allowanceAt = ({ allowance, at }: Pace, now: number): number =>
  Math.min(paceCapacity, allowance + (Math.max(0, now - at) / 1000) * paceRefill)

/** Whether nothing would be lost by forgetting it. */
export const isRested = (pace: Pace, now: number): boolean => allowanceAt(pace, now) >= paceCapacity

/**
 * Takes `seconds` of film from the allowance, unless it is used up.
 *
 * @returns 0 when taken, else the whole seconds to wait
 */
export function take(pace: Pace, seconds: number, now: number): number {
  const allowance = allowanceAt(pace, now)
  if (allowance <= 0) return Math.max(1, Math.ceil((1 - allowance) / paceRefill))
  pace.allowance = allowance - seconds
  pace.at = now
  return 0
}

export type PaceByKind = Record<'video' | 'audio', Pace>

export interface Paces {
  /** One for each viewer and video, so that a new session is no new allowance. Strangers: their own. */
  of(userId: string | null, videoId: string): PaceByKind
  /** Forgets those that are full again. */
  sweep(): void
}

export function openPaces(clock: Clock): Paces {
  const paces = new Map<string, PaceByKind>()
  const fresh = () => {
    const now = clock.monotonic()
    return { video: newPace(now), audio: newPace(now) }
  }
  return {
    of(userId, videoId) {
      if (userId === null) return fresh()
      const key = `${userId} ${videoId}`
      let pace = paces.get(key)
      if (pace === undefined) {
        pace = fresh()
        paces.set(key, pace)
      }
      return pace
    },
    sweep() {
      const now = clock.monotonic()
      for (const [key, { video, audio }] of paces) {
        if (isRested(video, now) && isRested(audio, now)) paces.delete(key)
      }
    },
  }
}
