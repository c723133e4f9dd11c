import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { MatineeError } from '../errors.ts'
import { normaliseEmail } from './emails.ts'

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/**
 * Two limits for one route: by client address, asked before the body is read, and by the account
 * that the body names, whether or not there is one. Counted in this process: N copies of the API
 * let through up to N times as many.
 */
export interface AttemptLimits {
  onRequest: Hook
  preHandler: Hook
}

/** @param perMinute AUTH_ATTEMPTS_PER_MINUTE */
export function attemptLimits(app: FastifyInstance, perMinute: number): AttemptLimits {
  const limit = { max: perMinute, timeWindow: 60_000 }
  const byAddress = app.createRateLimit(limit)
  const byAccount = app.createRateLimit({
    ...limit,
    keyGenerator: (request) => normaliseEmail((request.body as { email: string }).email),
  })
  const refuseBeyond =
    (count: typeof byAddress): Hook =>
    async (request, reply) => {
      const result = await count(request)
      if (result.isAllowed || !result.isExceeded) return
      reply.header('retry-after', result.ttlInSeconds)
      throw new MatineeError('TOO_MANY_REQUESTS')
    }
  return { onRequest: refuseBeyond(byAddress), preHandler: refuseBeyond(byAccount) }
}
