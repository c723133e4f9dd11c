import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { ProgramFailed, runProgram } from '../../server/clients/run-program.ts'
import { scratch } from '../fixtures/scratch.ts'
import { until } from '../fixtures/until.ts'

const node = process.execPath
const limits = { seconds: 20 }
const script = (code: string) => ['-e', code]

const alive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function failure(run: Promise<unknown>): Promise<ProgramFailed> {
  const error = await run.then(
    () => null,
    (caught: unknown) => caught,
  )
  if (!(error instanceof ProgramFailed)) throw new Error(`expected a failed program, got ${error}`)
  return error
}

t.test('lines of output arrive one by one and the log is answered', async (t) => {
  const lines: string[] = []
  const log = await runProgram(node, script('console.log("a\\nb"); console.error("said")'), {
    limits,
    onLine: (line) => lines.push(line),
  })
  t.same(lines, ['a', 'b'])
  t.same(log, ['said'])
})

t.test('a failing program tells its code and its last words', async (t) => {
  const error = await failure(
    runProgram(node, script('console.error("out of luck"); process.exit(3)'), { limits }),
  )
  t.match(error, { end: 'exit', exitCode: 3, log: ['out of luck'] })
  t.match(error.message, 'out of luck')
})

t.test('a full disk is told by what to do', async (t) => {
  const code = "console.error('Error closing file: No space left on device'); process.exit(1)"
  await t.rejects(runProgram(node, script(code), { limits }), {
    message: /^The disk of DATA_DIR is full: make room there \(1\)/,
  })
})

t.test('only the last lines of a long log are kept, each cut to a bearable length', async (t) => {
  const code = 'for (let i = 0; i < 500; i++) console.error(i + "x".repeat(2000))'
  const log = await runProgram(node, script(code), { limits })
  t.equal(log.length, 60)
  t.ok(log.every((line) => line.length <= 500))
  t.match(log.at(-1), /^499x/)
})

t.test('a program that is not there is told apart', async (t) => {
  const error = await failure(runProgram('/nowhere/ffmpeg', [], { limits }))
  t.equal(error.end, 'missing')
})

t.test('time, output and abort each end it and say so', async (t) => {
  const forever = script('setInterval(() => {}, 1000)')
  t.equal((await failure(runProgram(node, forever, { limits: { seconds: 0.2 } }))).end, 'time')

  const chatter = script('setInterval(() => console.log("x".repeat(10000)), 1)')
  const talkative = runProgram(node, chatter, { limits: { seconds: 20, stdoutBytes: 50_000 } })
  t.equal((await failure(talkative)).end, 'output')

  const busy = script('for (;;);')
  const working = runProgram(node, busy, { limits: { seconds: 300, cpuSeconds: 1 } })
  t.match(await failure(working), { end: 'work', message: /more processor time than it may/ })
  const waiting = script('setTimeout(() => console.error("done"), 1500)')
  t.same(await runProgram(node, waiting, { limits: { seconds: 300, cpuSeconds: 2 } }), ['done'])

  const control = new AbortController()
  const aborted = runProgram(node, script('console.log("up"); setInterval(() => {}, 1000)'), {
    limits,
    signal: control.signal,
    onLine: () => control.abort(),
  })
  t.equal((await failure(aborted)).end, 'abort')
  const never = runProgram(node, forever, { limits, signal: control.signal })
  t.equal((await failure(never)).end, 'abort')
})

t.test('what it writes to disk is limited', async (t) => {
  const file = join(await scratch(t), 'large')
  const code = `require('node:fs').writeFileSync(${JSON.stringify(file)}, Buffer.alloc(5e6))`
  await failure(runProgram(node, script(code), { limits: { seconds: 20, fileBytes: 1_000_000 } }))
  t.ok((await stat(file)).size <= 1_000_448)
})

t.test('it sees nothing of our environment but PATH', async (t) => {
  const lines: string[] = []
  process.env.A_SECRET = 'kept'
  t.teardown(() => {
    delete process.env.A_SECRET
  })
  await runProgram(node, script('console.log(JSON.stringify(process.env))'), {
    limits,
    onLine: (line) => lines.push(line),
  })
  t.same(JSON.parse(lines.join('')), { PATH: process.env.PATH, LANG: 'C.UTF-8' })
})

t.test('when we are killed outright, the program does not live on', async (t) => {
  const module = join(import.meta.dirname, '..', '..', 'server', 'clients', 'run-program.js')
  const code = `
    import { runProgram } from ${JSON.stringify(module)}
    const child = 'console.log(process.pid); setInterval(() => {}, 1000)'
    await runProgram(process.execPath, ['-e', child], {
      limits: { seconds: 60 },
      onLine: (pid) => process.stdout.write(pid + '\\n'),
    })`
  const us = spawn(node, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [printed] = (await once(us.stdout, 'data')) as [Buffer]
  const pid = Number(printed.toString())
  t.equal(alive(pid), true)
  us.kill('SIGKILL')
  await until('the program to be gone', () => !alive(pid))
})
