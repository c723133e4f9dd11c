import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { MatineeError } from '../errors.ts'

/** @param headers names and values in turn, as they came */
function countHosts(headers: readonly string[]): number {
  let count = 0
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at]
    if (name?.length === 4 && name.toLowerCase() === 'host') count++
  }
  return count
}

/** "A server MUST respond with a 400 … to any request message that contains more than one Host" (RFC 9112, 3.2) */
export const oneHost = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRequest', ({ raw }, _reply, done) => {
      done(countHosts(raw.rawHeaders) > 1 ? new MatineeError('BAD_REQUEST') : undefined)
    })
  },
  { name: 'one-host', fastify: '5.x' },
)
