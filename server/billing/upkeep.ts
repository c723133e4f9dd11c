import type { BillingDeps } from '../services.ts'
import { tellOfPaymentFailures } from './payment-failure-mail.ts'
import { reconcileCustomers, reconcileEvents } from './reconcile.ts'

export interface Upkeep {
  /** One round: whatever is due by the clock. Never rejects. */
  round(): Promise<void>
  /** Resolves when the round under way has ended. */
  close(): Promise<void>
}

const minuteMs = 60_000
const lookEveryMs = 5 * minuteMs
const eventsEveryMs = 60 * minuteMs
const sweepEveryMs = 24 * 60 * minuteMs
/** Hours of the night, UTC: 3 to 5. */
const isNight = (now: Date) => now.getUTCHours() >= 3 && now.getUTCHours() < 5

/**
 * What keeps billing true though events get lost, started once in each server process: what the
 * webhook missed, at the start and every hour; every customer, each night; mail that did not go out.
 * Of several processes one does it.
 */
export function startUpkeep(deps: BillingDeps): Upkeep {
  const { clock, log } = deps
  const stopping = new AbortController()
  let rounds: Promise<void> = Promise.resolve()
  let first = true

  const attempt = async (what: string, work: () => Promise<unknown>) => {
    if (stopping.signal.aborted) return
    await work().catch((err: unknown) => {
      if (!stopping.signal.aborted) log.error({ err }, `${what} failed`)
    })
  }
  const ago = (ms: number) => new Date(clock.now().getTime() - ms)

  const doRound = async () => {
    // A server that starts may have been away: it looks at once, but not each of many that start.
    const recently = ago(first ? minuteMs : eventsEveryMs)
    first = false
    await attempt('looking for missed events', () => reconcileEvents(deps, { recently }))
    await attempt('mail about failed payments', () => tellOfPaymentFailures(deps))
    if (!isNight(clock.now())) return
    const sweep = { recently: ago(sweepEveryMs / 2), signal: stopping.signal }
    await attempt('the nightly sweep', () => reconcileCustomers(deps, sweep))
  }

  const round = () => {
    rounds = rounds.then(doRound)
    return rounds
  }
  const timer = setInterval(round, lookEveryMs)
  timer.unref()
  round()

  return {
    round,
    async close() {
      clearInterval(timer)
      stopping.abort(new Error('the server is stopping'))
      await rounds
    },
  }
}
