import type { Account } from './account.ts'
import { Agenda } from './agenda.ts'
import type { Timers } from './events/timers.ts'
import { finishAdvances } from './resources/test-clocks.ts'

/** How often time-driven changes (renewals, retries, expiries) are looked for between calls. */
const lookMs = 1000

export interface Timekeeper {
  /** Carries out all that is due by the wall clock and by every test clock. */
  catchUp(): void
  close(): void
}

/** Lets time pass for the account: before each call, and by itself. */
export function keepTime(
  account: Account,
  timers: Timers,
  onError: (error: unknown) => void,
): Timekeeper {
  const agenda = new Agenda(account)
  const catchUp = () => {
    agenda.run(null, account.wallClock)
    finishAdvances(account, (testClock, until) => agenda.run(testClock, until))
  }
  let cancel = () => {}
  const look = () => {
    cancel()
    try {
      catchUp()
    } catch (error) {
      // A full disk, for instance. The next look tries again.
      onError(error)
    }
    cancel = timers.after(lookMs, look)
  }
  account.onCommit((events) => {
    // A test clock's time passes right after the answer, whether or not anybody asks for it.
    if (!events.some(({ type }) => type === 'test_helpers.test_clock.advancing')) return
    cancel()
    cancel = timers.after(0, look)
  })
  look()
  return { catchUp, close: () => cancel() }
}
