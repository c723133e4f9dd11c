import type { FastifyInstance } from 'fastify'

/**
 * Runs work that an answer must not wait for. A failure is logged; closing the app waits for what is
 * under way.
 */
export function backgroundOf(app: FastifyInstance): (work: () => Promise<void>) => void {
  const underWay = new Set<Promise<void>>()
  app.addHook('onClose', async () => {
    await Promise.all(underWay)
  })
  return (work) => {
    const run = work()
      .catch((error: unknown) => app.log.error({ err: error }, 'background work failed'))
      .finally(() => underWay.delete(run))
    underWay.add(run)
  }
}
