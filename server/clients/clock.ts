import { setTimeout } from 'node:timers/promises'

/** Where every part that acts on time reads it, so that tests can set it. */
export interface Clock {
  /** The wall clock, as stored and compared with other machines' times. */
  now(): Date
  /** Milliseconds since some moment of this process. Never goes back: for how long ago something was. */
  monotonic(): number
  /** Resolves after so many milliseconds. */
  delay(milliseconds: number): Promise<void>
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  delay: (milliseconds) => setTimeout(milliseconds),
}
