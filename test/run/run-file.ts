// Runs compiled test files, each in a process of its own or one after another in a process that they share.
import { type ChildProcess, fork, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Parser } from 'tap-parser'
import type { Answered, Asked } from './shared-process.ts'

export interface Outcome {
  passed: number
  failed: number
  seconds: number
  /** What went wrong, for people: failed assertions as TAP, then what was written to stderr. */
  report: string
}

/** What a file wrote, and how its process ended when that was not as it should. */
interface Ran {
  out: string
  err: string
  ended: string | null
}

/** Longer than any file takes on a busy machine: one that hangs says where it was. */
const limitSeconds = 1200
/** tap gives up first and says why; this is for a file that cannot even do that. */
const killSeconds = limitSeconds + 30

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

async function judged(run: () => Promise<Ran>): Promise<Outcome> {
  const began = performance.now()
  const { out, err, ended } = await run()
  const seconds = (performance.now() - began) / 1000
  const { passed, failed, report, asPlanned } = readTap(out)
  const odd = passed + failed === 0 ? 'holds no assertion' : 'has not made all that it planned'
  const wrong = ended ?? (asPlanned && passed + failed > 0 ? null : `The file ${odd}.`)
  if (wrong === null && failed === 0) return { passed, failed, seconds, report: '' }
  const told = [report, failed > 0 ? '' : `${wrong}\n${out.slice(-4000)}`, err]
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

/** What a child writes, from now on. */
function written(child: ChildProcess) {
  const text = { out: '', err: '' }
  const listen = (stream: ChildProcess['stdout'], key: 'out' | 'err') =>
    stream?.setEncoding('utf8').on('data', (chunk) => {
      text[key] += chunk
    })
  listen(child.stdout, 'out')
  listen(child.stderr, 'err')
  return text
}

const sentence = (code: number | null, signal: string | null) =>
  `The file ended with ${signal ?? `code ${code}`}.`

/** Runs one file in a process of its own. */
export const runAlone = (path: string, env: NodeJS.ProcessEnv): Promise<Outcome> =>
  judged(async () => {
    const child = spawn(process.execPath, ['--enable-source-maps', path], {
      env: { ...env, TAP_TIMEOUT: String(limitSeconds) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const text = written(child)
    const giveUp = setTimeout(() => child.kill('SIGKILL'), killSeconds * 1000)
    const [code, signal] = await once(child, 'close').catch((error) => [error.message])
    clearTimeout(giveUp)
    return { ...text, ended: code === 0 ? null : sentence(code, signal) }
  })

const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', 'ipc']

/**
 * A process that runs files one after another. When one of them ends it, that file has failed, and the
 * next gets a new process.
 */
export function openShared(env: NodeJS.ProcessEnv) {
  let open: { child: ChildProcess; text: ReturnType<typeof written> } | undefined
  const start = () => {
    const child = fork(join(import.meta.dirname, 'shared-process.js'), {
      // The root test, which runs for as long as the process, has no time limit; a file's test has.
      env: { ...env, TEST_PROCESS: 'shared', TAP_TIMEOUT: '0' },
      execArgv: ['--enable-source-maps'],
      stdio,
    })
    return { child, text: written(child) }
  }

  const run = (path: string) =>
    judged(async () => {
      open ??= start()
      const { child, text } = open
      text.err = ''
      const asked: Asked = { path, timeoutMs: limitSeconds * 1000 }
      const giveUp = setTimeout(() => child.kill('SIGKILL'), killSeconds * 1000)
      const ran = await new Promise<Ran>((resolve) => {
        // tap itself sends messages, too.
        const answered = ({ output }: Partial<Answered>) => {
          if (output === undefined) return
          child.off('message', answered).off('close', closed)
          resolve({ out: output, err: text.err, ended: null })
        }
        const closed = (code: number | null, signal: string | null) => {
          open = undefined
          resolve({ ...text, ended: sentence(code, signal) })
        }
        child.on('message', answered).once('close', closed)
        child.send(asked)
      })
      clearTimeout(giveUp)
      return ran
    })

  const close = async () => {
    if (open === undefined) return
    // Once it has been disconnected, Node tells of no 'close' any more.
    const ended = once(open.child, 'exit')
    open.child.disconnect()
    await ended
  }
  return { run, close }
}
