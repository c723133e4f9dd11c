import type { FastifyRequest } from 'fastify'
import type { Clock } from '../../clients/clock.ts'
import { tooMany } from '../../errors.ts'
import { viewerOf } from '../../plugins/auth.ts'
import { openWindowCounts } from '../../plugins/window-counts.ts'

/** Stripe answers a hundred requests a second, to all of a site together. */
const mostAMinute = 60

/**
 * For routes that ask Stripe: one person may do so only so often, or they could have Stripe refuse everyone.
 *
 * @throws SIGN_IN_REQUIRED, TOO_MANY_REQUESTS
 */
export function openAskPace(clock: Clock): { onRequest(request: FastifyRequest): Promise<void> } {
  const asked = openWindowCounts(clock, mostAMinute)
  return {
    async onRequest(request) {
      const { userId } = viewerOf(request)
      const wait = asked.wait(userId)
      if (wait > 0) throw tooMany(wait)
      asked.begin(userId)
    },
  }
}
