/** Where every part that acts on time reads it, so that tests can set it. */
export interface Clock {
  /** The wall clock, as stored and compared with other machines' times. */
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
