import type { Confirmation } from '../../../contract/billing.ts'
import type { Api } from '../../ui/api.ts'
import { pause } from '../../ui/pause.ts'
import { toProblem } from '../../ui/problem.ts'

/** Waits between tries, in milliseconds: a payment provider that hesitates is asked again. */
const waits = [500, 1_500, 3_000]

/** Failures that pass by themselves. */
const passing = new Set([0, 502, 503, 504])

/** Has the API look at a checkout that has come back from Stripe, patiently. */
export async function confirmCheckout(
  api: Api,
  sessionId: string,
  signal: AbortSignal,
  wait = pause,
): Promise<Confirmation> {
  for (const ms of waits) {
    try {
      return await confirm(api, sessionId, signal)
    } catch (error) {
      if (!passing.has(toProblem(error).status)) throw error
      await wait(ms, signal)
    }
  }
  return confirm(api, sessionId, signal)
}

const confirm = (api: Api, sessionId: string, signal: AbortSignal): Promise<Confirmation> =>
  api.request('POST', '/api/billing/confirm', { body: { sessionId }, signal })
