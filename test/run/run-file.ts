import { spawn } from 'node:child_process'
import { Parser } from 'tap-parser'

export interface Outcome {
  passed: number
  failed: number
  seconds: number
  /** What went wrong, for people: failed assertions as TAP, then what was written to stderr. */
  report: string
}

/** Longer than any file takes on a busy machine: one that hangs says where it was. */
const limitSeconds = 1200

/** Assertions of a file's output, told flat: each with the tests that it is in. */
export function readTap(output: string) {
  const asserts = Parser.parse(output, { flat: true }).filter(([kind]) => kind === 'assert')
  const whole = new Parser()
  whole.end(output)
  const failures = asserts.filter(([, { ok, todo, skip }]) => !ok && !todo && !skip)
  const passed = asserts.filter(([, { ok, todo, skip }]) => ok && !todo && !skip).length
  const failed = failures.length
  const report = Parser.stringify(failures, { flat: true }).trim()
  return { passed, failed, report, asPlanned: whole.results?.ok ?? false }
}

/** Runs one compiled test file in a process of its own. */
export async function runFile(path: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--enable-source-maps', path], {
    env: { ...env, TAP_TIMEOUT: String(limitSeconds) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    written.out += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    written.err += chunk
  })
  const ended = await new Promise<string | null>((resolve) => {
    // tap gives up first and says why; this is for a file that cannot even do that.
    const giveUp = setTimeout(() => child.kill('SIGKILL'), (limitSeconds + 30) * 1000)
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => {
      clearTimeout(giveUp)
      resolve(code === 0 ? null : `The file ended with ${signal ?? `code ${code}`}.`)
    })
  })
  const seconds = (performance.now() - began) / 1000
  const { passed, failed, report, asPlanned } = readTap(written.out)
  const odd = passed + failed === 0 ? 'holds no assertion' : 'has not made all that it planned'
  const wrong = ended ?? (asPlanned && passed + failed > 0 ? null : `The file ${odd}.`)
  if (wrong === null && failed === 0) return { passed, failed, seconds, report: '' }
  const told = [report, failed > 0 ? '' : `${wrong}\n${written.out.slice(-4000)}`, written.err]
  return {
    passed,
    failed: Math.max(failed, 1),
    seconds,
    report: told
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n'),
  }
}
