import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { diskFull } from './full-disk.ts'

export interface ProgramLimits {
  /** Wall-clock time after which the program is ended. */
  seconds: number
  /** Processor time, of which a busy machine leaves the program as much as an idle one. */
  cpuSeconds?: number
  /** Address space, where the platform can limit it. */
  memoryBytes?: number
  /** The largest single file it may write. */
  fileBytes?: number
  /** What it may print; more ends it. */
  stdoutBytes?: number
}

export interface ProgramOptions {
  limits: ProgramLimits
  cwd?: string
  signal?: AbortSignal
  /** Each line of standard output, as it comes. */
  onLine?: (line: string) => void
  /** Gives way to everything else on the machine. */
  background?: boolean
  /** Words before the command that take rights away (clients/isolation). */
  isolation?: readonly string[]
  /** How many of its last lines are kept. */
  keptLines?: number
}

export type ProgramEnd = 'exit' | 'time' | 'work' | 'output' | 'abort' | 'missing'

/** A program that did not end well; `log` holds the last lines that it wrote to standard error. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed'
  readonly end: ProgramEnd
  readonly exitCode: number | null
  readonly log: string[]
  /** ENOSPC where the disk is full; nothing else is told by a code. */
  readonly code: string | undefined

  constructor(end: ProgramEnd, exitCode: number | null, log: string[]) {
    const isFull = log.some((line) => line.includes('No space left on device'))
    const what = isFull ? diskFull : sentences[end]
    super(`${what}${exitCode === null ? '' : ` (${exitCode})`}: ${log.at(-1) ?? ''}`)
    this.end = end
    this.exitCode = exitCode
    this.log = log
    this.code = isFull ? 'ENOSPC' : undefined
  }
}

const sentences: Record<ProgramEnd, string> = {
  exit: 'The program failed',
  time: 'The program took longer than it may',
  work: 'The program took more processor time than it may',
  output: 'The program printed more than it may',
  abort: 'The program was stopped',
  missing: 'The program cannot be run',
}

/** As a shell tells of SIGXCPU. */
const endedByCpuLimit = 152

const usuallyKept = 60
const lifeline = 3

/**
 * The limits hold for the program and not for us, so a shell sets them, and takes our environment,
 * which holds secrets, away. It also holds one end of a
 * pipe (descriptor 3) whose other end is ours alone: when that closes, on purpose or because we
 * crashed, the program is killed, so that nothing goes on working for nobody.
 */
const guard = `
ulimit -c 0 2>/dev/null
[ "$1" = 0 ] || ulimit -v "$1" 2>/dev/null
[ "$2" = 0 ] || ulimit -f "$2" 2>/dev/null
[ "$3" = 0 ] || ulimit -S -t "$3" 2>/dev/null
[ "$4" = 0 ] || renice -n "$4" -p $$ >/dev/null 2>&1
shift 4
env -i PATH="$PATH" LANG=C.UTF-8 "$@" </dev/null 3<&- &
program=$!
{ read -r _ <&3; kill -9 "$program"; } >/dev/null 2>&1 &
watch=$!
exec 3<&- >/dev/null 2>&1
wait "$program"
status=$?
kill -9 "$watch"
exit "$status"
`

function command(program: string, args: string[], options: ProgramOptions) {
  const { limits, background, isolation = [] } = options
  if (process.platform === 'win32') return { file: program, args }
  const kibibytes = Math.ceil((limits.memoryBytes ?? 0) / 1024)
  const blocks = Math.ceil((limits.fileBytes ?? 0) / 512)
  const settings = [kibibytes, blocks, limits.cpuSeconds ?? 0, background ? 10 : 0].map(String)
  return {
    file: '/bin/sh',
    args: ['-c', guard, 'guard', ...settings, ...isolation, program, ...args],
  }
}

/**
 * Runs a program to its end with no input, no environment but PATH, and limits.
 *
 * @returns what it wrote to standard error, the last lines of it
 * @throws ProgramFailed when it fails, is aborted, or passes a limit
 */
export function runProgram(
  program: string,
  args: string[],
  options: ProgramOptions,
): Promise<string[]> {
  const { limits, cwd, signal, onLine, keptLines = usuallyKept } = options
  const log: string[] = []
  if (signal?.aborted) return Promise.reject(new ProgramFailed('abort', null, log))

  return new Promise((done, fail) => {
    const { file, args: argv } = command(program, args, options)
    const child = spawn(file, argv, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let end: ProgramEnd = 'exit'
    const stop = (why: ProgramEnd) => {
      if (end === 'exit') end = why
      child.stdio[lifeline]?.destroy()
      if (process.platform === 'win32') child.kill('SIGKILL')
    }
    const onAbort = () => stop('abort')
    signal?.addEventListener('abort', onAbort, { once: true })
    const timer = setTimeout(() => stop('time'), limits.seconds * 1000)

    let printed = 0
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.length
      if (printed > (limits.stdoutBytes ?? 16 * 2 ** 20)) stop('output')
    })
    if (child.stdout && onLine) createInterface({ input: child.stdout }).on('line', onLine)
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        log.push(line.slice(0, 500))
        if (log.length > keptLines) log.shift()
      })
    }
    child.stdio[lifeline]?.on('error', () => undefined)

    const settle = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      child.stdio[lifeline]?.destroy()
    }
    child.once('error', (error) => {
      settle()
      fail(new ProgramFailed('missing', null, [error.message]))
    })
    child.once('close', (code) => {
      settle()
      if (code === 0 && end === 'exit') return done(log)
      // 126 and 127 are the shell's own: not executable, not found.
      if (code === 126 || code === 127) end = 'missing'
      if (code === endedByCpuLimit && end === 'exit') end = 'work'
      fail(new ProgramFailed(end, code, log))
    })
  })
}
