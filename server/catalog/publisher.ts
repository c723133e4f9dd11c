import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { repeat } from '../plugins/repeat.ts'
import type { Services } from '../services.ts'
import { publishDue } from './publish-due.ts'

/** Puts films on show at their time, also when nobody asks for one, for as long as the app runs. */
export const publisher = fp(
  async (app: FastifyInstance, deps: Pick<Services, 'database' | 'clock' | 'log'>) => {
    repeat(app, {
      everyMs: 20_000,
      work: async () => {
        await publishDue(deps)
      },
      onError: (error) => deps.log.warn({ err: error }, 'films could not be put on show in time'),
    })
  },
  { name: 'publisher' },
)
