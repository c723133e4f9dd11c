import { parseArgs } from 'node:util'
import { runLocal } from '../local/run.ts'
import { closeOnSignal } from './close-on-signal.ts'

/** `matinee local`: everything on this machine, until it is told to stop. */
export async function runLocalCommand(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { empty: { type: 'boolean', default: false } } })
  const stop = new AbortController()
  const starting = runLocal(process.env, process.stdout, { ...values, signal: stop.signal })
  // Also while it starts: what has been opened by then must not be left behind, and a database that is
  // being made is waited for.
  closeOnSignal(async () => {
    stop.abort()
    const running = await starting.catch(() => null)
    await running?.close()
  }, 60)
  await starting.catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })
}
