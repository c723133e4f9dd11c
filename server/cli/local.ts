import { runLocal } from '../local/run.ts'
import { closeOnSignal } from './close-on-signal.ts'

/** `matinee local`: everything on this machine, until it is told to stop. */
export async function runLocalCommand(): Promise<void> {
  const running = await runLocal(process.env, process.stdout)
  closeOnSignal(running.close)
}
