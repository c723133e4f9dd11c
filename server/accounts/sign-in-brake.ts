import type { Clock } from '../clients/clock.ts'
import { MatineeError, tooMany } from '../errors.ts'
import { openWindowCounts } from '../plugins/window-counts.ts'

/** Who tries to sign in, and where from. */
export interface Attempt {
  /** The account that is named, whether or not there is one. */
  email: string
  /** As `networkOf` tells clients apart. */
  network: string
  /** A device that has signed in to this account before, or null. */
  knownDevice: string | null
  /** Whether its owner has signed in from this network lately. */
  knownNetwork: boolean
}

/**
 * Slows guesses down. What one client does wrong with one account refuses that client, for a minute;
 * what others do wrong refuses nobody the right password, or anyone could lock an owner out. Where an
 * account or a network sees many failures, whoever is not known there is made to wait instead, few at
 * a time. A known device has a count of its own. Even the right one is good for so many sign-ins an hour:
 * each is kept, and some of that for good.
 */
export interface SignInBrake {
  /**
   * Runs `check`, whose rejection is a failed try.
   *
   * @throws what `check` throws; TOO_MANY_REQUESTS with `retryAfterSeconds`
   */
  guard<T>(attempt: Attempt, check: () => Promise<T>): Promise<T>
}

export interface BrakeOptions {
  clock: Clock
  /** AUTH_ATTEMPTS_PER_MINUTE */
  perMinute: number
}

const heldMs = 5_000
/** Of one network; more would be a way to wait many times at once. */
const mostHeld = 4
const mostRightAnHour = 60
const hourMs = 60 * 60_000

export function openSignInBrake({ clock, perMinute }: BrakeOptions): SignInBrake {
  const byClient = openWindowCounts(clock, perMinute)
  const byAccount = openWindowCounts(clock, perMinute)
  const byNetwork = openWindowCounts(clock, perMinute)
  const right = openWindowCounts(clock, mostRightAnHour, hourMs)
  const held = new Map<string, number>()

  async function makeWait(network: string, retryAfterSeconds: number): Promise<void> {
    const waiting = held.get(network) ?? 0
    if (waiting >= mostHeld) throw tooMany(retryAfterSeconds)
    held.set(network, waiting + 1)
    await clock.delay(heldMs).finally(() => {
      const left = (held.get(network) ?? 1) - 1
      if (left === 0) held.delete(network)
      else held.set(network, left)
    })
  }

  return {
    async guard({ email, network, knownDevice, knownNetwork }, check) {
      const client = knownDevice === null ? `${email} ${network}` : `${email} device ${knownDevice}`
      const own = Math.max(byClient.wait(client), right.wait(client))
      if (own > 0) throw tooMany(own)
      const known = knownDevice !== null || knownNetwork
      const braked = known ? 0 : Math.max(byAccount.wait(email), byNetwork.wait(network))
      const counted = [byClient.begin(client), byAccount.begin(email), byNetwork.begin(network)]
      try {
        if (braked > 0) await makeWait(network, braked)
        const answer = await check()
        for (const wasRight of counted) wasRight()
        right.begin(client)
        return answer
      } catch (error) {
        const isWrong = error instanceof MatineeError && error.code === 'WRONG_CREDENTIALS'
        throw isWrong && braked > 0 ? tooMany(braked) : error
      }
    },
  }
}
