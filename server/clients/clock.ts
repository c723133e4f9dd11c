/** Where every part that acts on time reads it, so that tests can set it. */
export interface Clock {
  /** The wall clock, as stored and compared with other machines' times. */
  now(): Date
  /** Milliseconds since some moment of this process. Never goes back: for how long ago something was. */
  monotonic(): number
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
}
