import type { FastifyInstance } from 'fastify'

export interface Repetition {
  everyMs: number
  /**
   * Runs alone: what would begin meanwhile is left out.
   *
   * @param signal aborted as soon as the app closes, which waits for the run
   */
  work(signal: AbortSignal): Promise<void>
  /** Of one run; the next one comes all the same. */
  onError(error: unknown): void
}

/** Does something now and then for as long as the app runs. Closing waits for a run under way. */
export function repeat(app: FastifyInstance, { everyMs, work, onError }: Repetition): void {
  const stopping = new AbortController()
  let underWay: Promise<void> | null = null
  const run = async () => {
    await work(stopping.signal).catch(onError)
    underWay = null
  }
  const timer = setInterval(() => {
    underWay ??= run()
  }, everyMs)
  timer.unref()
  app.addHook('preClose', async () => {
    clearInterval(timer)
    stopping.abort(new Error('the server is stopping'))
  })
  app.addHook('onClose', async () => {
    await underWay
  })
}
