// Runs the suite: `node dist/test/run.js [test files]`. Starts one throwaway Postgres for all test
// files, makes sure that there is a browser, runs tap, and closes with the line that counts.
import { type StdioOptions, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { migrate } from '../server/clients/migrate.ts'
import { startPostgres } from '../server/local/postgres.ts'
import { type CoverageSummary, shortfalls } from './coverage.ts'
import { findBrowser } from './fixtures/browser.ts'
import { failuresOf, totalsOf } from './tap-output.ts'

const root = join(import.meta.dirname, '..', '..')
const tap = join(root, 'node_modules', '@tapjs', 'run', 'dist', 'esm', 'index.js')

function run(args: string[], env: NodeJS.ProcessEnv, output: StdioOptions = 'inherit') {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: output })
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
  return { child, ended }
}

/** Runs tap and resolves with how it ended and what it wrote, as TAP. */
async function runTap(args: string[], env: NodeJS.ProcessEnv): Promise<[number, string]> {
  if (process.stdout.isTTY) {
    const file = join(scratch, 'output.tap')
    const exitCode = await run([tap, `--output-file=${file}`, ...args], env).ended
    return [exitCode, await readFile(file, 'utf8')]
  }
  const { child, ended } = run([tap, ...args], env, ['ignore', 'pipe', 'inherit'])
  child.stdout?.pipe(process.stdout, { end: false })
  const [exitCode, output] = await Promise.all([ended, child.stdout ? text(child.stdout) : ''])
  return [exitCode, output]
}

/** tap comes with its TypeScript plugin, which our TypeScript cannot load, until it is built without. */
async function hasTypeScriptPlugin(): Promise<boolean> {
  const built = join(root, 'node_modules/@tapjs/test/test-built/dist/esm/index.js')
  return (await readFile(built, 'utf8')).includes('@tapjs/typescript')
}

/** What the whole suite left uncovered beyond what is allowed; tap has written the summary. */
async function uncovered(): Promise<string[]> {
  const file = join(root, '.tap/report/coverage-summary.json')
  const summary = await readFile(file, 'utf8').catch(() => null)
  if (summary === null) return ['Coverage was not measured.']
  return shortfalls(JSON.parse(summary) as CoverageSummary)
}

const scratch = await mkdtemp(join(tmpdir(), 'matinee-test-'))
const postgres = await startPostgres(join(scratch, 'postgres'), [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'max_connections=300',
])
let exitCode = 1
try {
  const template = await postgres.database('matinee_template')
  await migrate(template, join(root, 'prisma'))
  const env = {
    ...process.env,
    TEST_DATABASE_URL: template,
    TEST_BROWSER: await findBrowser(),
    TEST_SCRATCH: scratch,
    NODE_NO_WARNINGS: '1',
  }
  if (await hasTypeScriptPlugin()) await run([tap, 'build'], env).ended
  const chosen = process.argv.slice(2)
  const [code, output] = await runTap(chosen, env)
  exitCode = code
  const { passed, failed } = totalsOf(output)
  // Once more at the end, where whoever reads only the last page of a long log finds them.
  if (failed > 0) console.log(failuresOf(output))
  const missing = chosen.length === 0 ? await uncovered() : []
  for (const sentence of missing) console.log(sentence)
  console.log(`${passed} passed, ${failed} failed`)
  if (passed === 0 || failed > 0 || missing.length > 0) exitCode ||= 1
} finally {
  await postgres.close()
  await rm(scratch, { recursive: true, force: true })
}
process.exitCode = exitCode
