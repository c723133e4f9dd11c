import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

export interface GracefulCloseOptions {
  /** How long answers under way may still take. */
  deadlineMs?: number
}

/**
 * Lets close() end. A kept-alive connection would hold it open for a minute after its last answer,
 * so each answer given while closing says `connection: close`; what has not ended by the deadline is
 * cut off.
 */
export const gracefulClose = fp<GracefulCloseOptions>(
  async (app: FastifyInstance, { deadlineMs = 7_000 }) => {
    let closing = false
    let deadline: NodeJS.Timeout | undefined
    app.addHook('onSend', (_request, reply, payload, done) => {
      if (closing) reply.header('connection', 'close')
      done(null, payload)
    })
    app.addHook('preClose', async () => {
      closing = true
      deadline = setTimeout(() => app.server.closeAllConnections(), deadlineMs)
      deadline.unref()
    })
    app.addHook('onClose', async () => clearTimeout(deadline))
  },
  { name: 'graceful-close', fastify: '5.x' },
)
