import type { Clock } from '../clients/clock.ts'
import { tooMany } from '../errors.ts'
import { openWindowCounts } from '../plugins/window-counts.ts'

/** Of a million codes three are right at any time. */
const mostWrongAnHour = 20
const hourMs = 60 * 60_000

/**
 * Counts wrong codes of a second factor, from wherever they come. Nobody comes to try one without the account's
 * password, mail or sign-in, so strangers cannot use this up; a device that has signed in before has its own.
 *
 * @param who the account, and the device where it is known
 * @throws TOO_MANY_REQUESTS, what `spend` throws
 */
export type CodeTries = (who: string, spend: () => Promise<boolean>) => Promise<boolean>

export function openCodeTries(clock: Clock): CodeTries {
  const wrong = openWindowCounts(clock, mostWrongAnHour, hourMs)
  return async (who, spend) => {
    const wait = wrong.wait(who)
    if (wait > 0) throw tooMany(wait)
    // Counted before it is known, so that a hundred at once are a hundred.
    const forget = wrong.begin(who)
    let isWrong = false
    try {
      isWrong = !(await spend())
      return !isWrong
    } finally {
      if (!isWrong) forget()
    }
  }
}
