import { parseArgs } from 'node:util'
import { runLocal } from '../local/run.ts'
import { closeOnSignal } from './close-on-signal.ts'

/** `matinee local`: everything on this machine, until it is told to stop. */
export async function runLocalCommand(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { empty: { type: 'boolean', default: false } } })
  const running = await runLocal(process.env, process.stdout, values)
  closeOnSignal(running.close)
}
