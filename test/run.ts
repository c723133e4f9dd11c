// Runs the suite: `node dist/test/run.js [test files]`. Starts one throwaway Postgres for all test
// files, makes sure that there is a browser, runs tap, and closes with the line that counts.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../server/clients/migrate.ts'
import { startPostgres } from '../server/local/postgres.ts'
import { findBrowser } from './browser.ts'
import { type CoverageSummary, shortfalls } from './coverage.ts'
import { failuresOf, totalsOf } from './tap-output.ts'

const root = join(import.meta.dirname, '..', '..')
const tap = join(root, 'node_modules', '@tapjs', 'run', 'dist', 'esm', 'index.js')

function run(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** tap comes with its TypeScript plugin, which our TypeScript cannot load, until it is built without. */
async function hasTypeScriptPlugin(): Promise<boolean> {
  const built = join(root, 'node_modules/@tapjs/test/test-built/dist/esm/index.js')
  return (await readFile(built, 'utf8')).includes('@tapjs/typescript')
}

/** What the whole suite left uncovered beyond what is allowed; tap has written the summary. */
async function uncovered(): Promise<string[]> {
  const summary = await readFile(join(root, '.tap/report/coverage-summary.json'), 'utf8')
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
  const output = join(scratch, 'output.tap')
  const env = {
    ...process.env,
    TEST_DATABASE_URL: template,
    TEST_BROWSER: await findBrowser(),
    TEST_SCRATCH: scratch,
    NODE_NO_WARNINGS: '1',
  }
  if (await hasTypeScriptPlugin()) await run([tap, 'build'], env)
  // Only failures and totals, where nobody watches the lines being rewritten.
  const reporter = process.stdout.isTTY ? 'terse' : 'min'
  const options = [`--reporter=${reporter}`, `--output-file=${output}`]
  const chosen = process.argv.slice(2)
  exitCode = await run([tap, ...options, ...chosen], env)
  const written = await readFile(output, 'utf8')
  const { passed, failed } = totalsOf(written)
  // Once more at the end, where whoever reads only the last page of a long log finds them.
  if (failed > 0) console.log(failuresOf(written))
  const missing = chosen.length === 0 ? await uncovered() : []
  for (const sentence of missing) console.log(sentence)
  console.log(`${passed} passed, ${failed} failed`)
  if (passed === 0 || failed > 0 || missing.length > 0) exitCode ||= 1
} finally {
  await postgres.close()
  await rm(scratch, { recursive: true, force: true })
}
process.exitCode = exitCode
