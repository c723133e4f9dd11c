import { parseArgs } from 'node:util'
import { examine, setUpBucket } from '../doctor/examine.ts'
import type { Services } from '../services.ts'
import type { Terminal } from './terminal.ts'

/**
 * `matinee doctor [--setup]`: tries everything that is needed from outside.
 *
 * @param args what stands behind "doctor"
 */
export async function runDoctorCommand(deps: Services & Terminal, args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { setup: { type: 'boolean' } } })
  if (values.setup) await setUpBucket(deps)
  const findings = await examine(deps)
  for (const { what, ok, says } of findings) {
    deps.say(`${ok ? 'ok  ' : 'FAIL'}  ${what}: ${says}`)
  }
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1
}
