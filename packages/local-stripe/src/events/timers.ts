/** Alarms, so that tests can ring them by hand. */
export interface Timers {
  /** Calls back once after a number of milliseconds; the answer calls it off. */
  after(milliseconds: number, ring: () => void): () => void
}

/** The longest wait that Node's timers keep. */
const longest = 2_147_483_647

export const systemTimers: Timers = {
  after(milliseconds, ring) {
    const timer = setTimeout(ring, Math.min(milliseconds, longest))
    timer.unref()
    return () => clearTimeout(timer)
  },
}
