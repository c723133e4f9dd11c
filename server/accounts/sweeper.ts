import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { repeat } from '../plugins/repeat.ts'
import type { Services } from '../services.ts'
import { sweepSessions } from './sessions.ts'

/** Deletes what is left of sign-ins that ended long ago, every hour for as long as the app runs. */
export const sessionSweeper = fp(
  async (app: FastifyInstance, { database, clock, log }: Services) => {
    repeat(app, {
      everyMs: 60 * 60_000,
      work: async () => {
        const rows = await sweepSessions(database, clock.now())
        if (rows > 0) log.info({ rows }, 'swept up after sign-ins that ended long ago')
      },
      onError: (error) => log.warn({ err: error }, 'ended sign-ins could not be swept'),
    })
  },
  { name: 'session-sweeper' },
)
