import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Account } from '../account.ts'
import { newId } from '../ids.ts'
import { errorBody, Fault } from './faults.ts'

/** Calls that go wrong on purpose. */
export interface PlannedTrouble {
  /** 429, 500, 503 and so on; 0 cuts the connection without an answer; 200 is only slow. */
  status: number
  /** How many calls. */
  count: number
  /** How long each waits first. */
  delayMs: number
  /** The call is carried out, and only its answer is lost. */
  after: boolean
  /** Only calls whose path begins so. */
  path: string
  /** Only calls of this method. */
  method: string | null
}

interface Meeting {
  isOnlySlow: boolean
  after: boolean
  delayMs: number
  delay(): Promise<void>
  answer(request: FastifyRequest, reply: FastifyReply): FastifyReply
}

/** Stripe on a bad day: errors, slowness, lost answers, limits. Held in memory only. */
export class Trouble {
  #planned: PlannedTrouble | undefined
  #second = 0
  #inSecond = 0

  plan(trouble: PlannedTrouble): void {
    this.#planned = trouble.count > 0 ? trouble : undefined
  }

  /** The trouble that this call meets, if any; it is used up by that. */
  next(method: string, url: string): Meeting | undefined {
    const planned = this.#planned
    if (!planned || !url.startsWith(planned.path)) return undefined
    if (planned.method !== null && planned.method !== method) return undefined
    this.plan({ ...planned, count: planned.count - 1 })
    const { status, after, delayMs } = planned
    // A call that is only slow goes its usual way after the wait.
    return {
      isOnlySlow: status === 200,
      delayMs,
      after,
      delay: () => new Promise((resolve) => setTimeout(resolve, delayMs)),
      answer: (request, reply) => {
        if (status === 0) {
          request.raw.socket.destroy()
          return reply.hijack()
        }
        return reply
          .code(status)
          .headers({ 'content-type': 'application/json', 'request-id': newId('req', 14) })
          .send(JSON.stringify(errorBody(faultOf(status), newId('req', 14))))
      },
    }
  }

  /** "429 Too Many Requests" beyond the account's limit for a second. */
  refuseOverLimit(account: Account): void {
    const limit = account.knobs.rateLimit
    if (limit === null) return
    if (this.#second !== account.wallClock) {
      this.#second = account.wallClock
      this.#inSecond = 0
    }
    if (++this.#inSecond > limit) throw faultOf(429)
  }
}

const faultOf = (status: number): Fault =>
  status === 429
    ? new Fault(
        429,
        'rate_limit_error',
        'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
        { code: 'rate_limit' },
      )
    : new Fault(
        status,
        'api_error',
        'Sorry! There was an error while talking to one of our backends.',
      )
