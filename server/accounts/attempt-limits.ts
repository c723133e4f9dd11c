import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { MatineeError } from '../errors.ts'

/** Asked before the body is read. */
export interface AttemptLimits {
  onRequest(request: FastifyRequest, reply: FastifyReply): Promise<void>
}

/**
 * A limit for one route by client address, and by nothing that the body names: whoever asks a lot about
 * someone else's account must not have its owner refused. Counted in this process: N copies of the API let
 * through up to N times as many.
 *
 * @param perMinute AUTH_ATTEMPTS_PER_MINUTE
 */
export function attemptLimits(app: FastifyInstance, perMinute: number): AttemptLimits {
  const count = app.createRateLimit({ max: perMinute, timeWindow: 60_000 })
  return {
    async onRequest(request, reply) {
      const result = await count(request)
      if (result.isAllowed || !result.isExceeded) return
      reply.header('retry-after', result.ttlInSeconds)
      throw new MatineeError('TOO_MANY_REQUESTS')
    },
  }
}
