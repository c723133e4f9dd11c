import type { FastifyInstance } from 'fastify'

export interface Repetition {
  everyMs: number
  /** Runs alone: the next one waits until this one is done. */
  work(): Promise<void>
  /** Of one run; the next one comes all the same. */
  onError(error: unknown): void
}

/** Does something now and then for as long as the app runs. Closing waits for a run under way. */
export function repeat(app: FastifyInstance, { everyMs, work, onError }: Repetition): void {
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(work).catch(onError)
  }, everyMs)
  timer.unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await running
  })
}
