import type { BillingDeps, Services } from '../services.ts'
import { closeUnsold } from './checkout/close-unsold.ts'
import { tellOfPaymentFailures } from './payments/payment-failure-mail.ts'
import { moveSubscribers } from './plans/move-subscribers.ts'
import { reconcileCustomers, reconcileEvents } from './reconcile/reconcile.ts'
import { recordMissedWorth } from './worth/worth-changes.ts'

export interface Upkeep {
  /** One round of each duty that is due by the clock; one still under way goes on. Never rejects. */
  round(): Promise<void>
  /** Resolves when what is under way has ended. */
  close(): Promise<void>
}

const minuteMs = 60_000
const lookEveryMs = 2.5 * minuteMs
/** A cancellation whose event was lost must be found within ten minutes. */
const eventsEveryMs = 5 * minuteMs
/** Coupons and subscriptions run out without a word from Stripe. */
const worthEveryMs = 60 * minuteMs
const sweepEveryMs = 24 * 60 * minuteMs
/** Hours of the night, UTC: 3 to 5. */
const isNight = (now: Date) => now.getUTCHours() >= 3 && now.getUTCHours() < 5

/**
 * What keeps billing true though events get lost, started once in each server process: what the
 * webhook missed, at the start and every few minutes; every customer, each night; mail that did not
 * go out; payment pages of what is sold no more; what changed with time alone. Each has a schedule of
 * its own, so that a sweep of hours holds up nothing. Of several processes one does it.
 */
export function startUpkeep(deps: BillingDeps & Pick<Services, 'notifications'>): Upkeep {
  const { clock, log, notifications } = deps
  const stopping = new AbortController()
  let first = true
  let worthDueAt = new Date(0)
  const ago = (ms: number) => new Date(clock.now().getTime() - ms)

  const duty = (what: string, work: () => Promise<unknown>) => {
    let underWay: Promise<void> | null = null
    const attempt = async () => {
      if (stopping.signal.aborted) return
      await work().catch((err: unknown) => {
        if (!stopping.signal.aborted) log.error({ err }, `${what} failed`)
      })
    }
    return () => {
      underWay ??= attempt().finally(() => {
        underWay = null
      })
      return underWay
    }
  }

  const closing = duty('closing payment pages of what is sold no more', () =>
    closeUnsold(deps, stopping.signal),
  )
  // One that is taken off show is told of at once.
  notifications.listen('matinee_playback', (subject) => {
    if (subject.startsWith('video:')) closing()
  })
  const duties = [
    closing,
    duty('looking for missed events', () => {
      // A server that starts may have been away: it looks at once, but not each of many that start.
      const recently = ago(first ? minuteMs : eventsEveryMs)
      first = false
      return reconcileEvents(deps, { recently })
    }),
    duty('mail about failed payments', () =>
      tellOfPaymentFailures(deps, undefined, stopping.signal),
    ),
    duty('moving subscribers to new prices', () => moveSubscribers(deps, stopping.signal)),
    duty('keeping what subscriptions are worth', async () => {
      if (clock.now() < worthDueAt) return
      worthDueAt = new Date(clock.now().getTime() + worthEveryMs)
      await recordMissedWorth(deps, stopping.signal)
    }),
    duty('the nightly sweep', async () => {
      if (!isNight(clock.now())) return
      await reconcileCustomers(deps, {
        recently: ago(sweepEveryMs / 2),
        notSince: ago(sweepEveryMs / 2),
        signal: stopping.signal,
      })
    }),
  ]
  const round = async () => {
    await Promise.all(duties.map((begin) => begin()))
  }
  const timer = setInterval(round, lookEveryMs)
  timer.unref()
  const starting = round()

  return {
    round,
    async close() {
      clearInterval(timer)
      stopping.abort(new Error('the server is stopping'))
      await starting
      await round()
    },
  }
}
