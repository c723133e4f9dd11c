import { statfs } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { lookAtFolder } from '../clients/folder.ts'
import { sayWhy } from '../clients/say-why.ts'
import { examine, setUpBucket } from '../doctor/examine.ts'
import type { Finding } from '../doctor/finding.ts'
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
  const findings = [...(await examine(deps)), await lookAtScratch(deps)]
  for (const { what, ok, todo, says } of findings) {
    deps.say(`${ok ? (todo ? 'todo' : 'ok  ') : 'FAIL'}  ${what}: ${says}`)
  }
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1
}

/** An original of two hours alone takes about as much. */
const leastGiB = 10

/** Only here: a server keeps no files, and the worker's folder is that of the machine it runs on. */
async function lookAtScratch({ config: { DATA_DIR } }: Services): Promise<Finding> {
  const what = 'scratch files'
  try {
    const { bavail, bsize } = await statfs(await lookAtFolder('DATA_DIR', DATA_DIR))
    const free = (bavail * bsize) / 2 ** 30
    const says = `${resolve(DATA_DIR)} takes them; ${Math.floor(free)} GiB are free`
    if (free >= leastGiB) return { what, ok: true, says }
    const advice = `: a worker holds a film’s original there and what is made of it; make room, or set DATA_DIR elsewhere`
    return { what, ok: true, todo: true, says: `${says}${advice}` }
  } catch (error) {
    return { what, ok: false, says: sayWhy(error) }
  }
}
