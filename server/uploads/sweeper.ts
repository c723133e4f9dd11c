import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { UploadParts } from './parts.ts'
import { sweepUploads } from './sweep.ts'

const intervalMs = 15 * 60_000

/** Sweeps now and then for as long as the app runs. */
export const uploadSweeper = fp(
  async (app: FastifyInstance, parts: UploadParts) => {
    let sweeping: Promise<void> = Promise.resolve()
    const sweep = async () => {
      try {
        const swept = await sweepUploads(parts)
        if (Object.values(swept).some((count) => count > 0)) {
          parts.log.info(swept, 'swept up after uploads')
        }
      } catch (error) {
        parts.log.warn({ err: error }, 'uploads could not be swept')
      }
    }
    const timer = setInterval(() => {
      sweeping = sweeping.then(sweep)
    }, intervalMs)
    timer.unref()
    app.addHook('onClose', async () => {
      clearInterval(timer)
      await sweeping
    })
  },
  { name: 'upload-sweeper' },
)
