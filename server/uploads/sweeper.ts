import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { repeat } from '../plugins/repeat.ts'
import type { UploadDeps } from './purposes.ts'
import { sweepUploads } from './sweep.ts'

/** Sweeps now and then for as long as the app runs. */
export const uploadSweeper = fp(
  async (app: FastifyInstance, deps: UploadDeps) => {
    repeat(app, {
      everyMs: 15 * 60_000,
      work: async () => {
        const swept = await sweepUploads(deps)
        if (Object.values(swept).some((count) => count > 0)) {
          deps.log.info(swept, 'swept up after uploads')
        }
      },
      onError: (error) => deps.log.warn({ err: error }, 'uploads could not be swept'),
    })
  },
  { name: 'upload-sweeper' },
)
