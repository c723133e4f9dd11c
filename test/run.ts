// Runs tests: `node dist/test/run.js [--unit] [--jobs N] [names]`; CONTRIBUTING.md says how and when. With
// CI set, all of them; without, what plays or encodes is left to it. So many files at a time, longest first, over one throwaway Postgres, in as many processes that take one
// file after another. The last line counts.
import { mkdir, mkdtemp, rm, statfs } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate } from '../server/clients/migrate.ts'
import { startPostgres } from '../server/local/postgres.ts'
import { findBrowser } from './fixtures/browser.ts'
import { choose, listTestFiles, type TestFile } from './run/choose.ts'
import { readCoverage, shortfalls } from './run/coverage.ts'
import { isInEveryRun, type Need, needsOf, wantsToBeAlone } from './run/needs.ts'
import { longestFirst, readDurations, writeDurations } from './run/order.ts'
import { fingerprint, hasPassed, notePassed } from './run/packages.ts'
import { type Outcome, openShared, runAlone } from './run/run-file.ts'
import { lookAgain } from './run/second-look.ts'

const root = join(import.meta.dirname, '..', '..')
const cache = join(root, 'node_modules', '.cache', 'matinee-test')
const durationsFile = join(cache, 'durations.json')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    unit: { type: 'boolean', default: false },
    jobs: { type: 'string', default: process.env.TEST_JOBS ?? '' },
    coverage: { type: 'boolean', default: false },
  },
})
const jobs = Number(values.jobs) || availableParallelism() + 1

const all = listTestFiles(root)
const needs = (path: string, need: Need) => needsOf(path).has(need)
const isTimed = ({ path }: TestFile) => needs(path, 'browser') || needs(path, 'ffmpeg')
const isLeftToCi = (file: TestFile) => isTimed(file) && !isInEveryRun(file.path)
const isUnit = ({ path }: TestFile) => needsOf(path).size === 0
const picked = values.unit || positionals.length > 0
const whole = !picked && Boolean(process.env.CI)

/** Suites of packages that passed as they are; in CI they are run all the same. */
const marks = new Map(
  [...new Set(all.map((file) => file.package))]
    .filter((name) => name !== null)
    .map((name) => [name, `${name}-${fingerprint(root, name)}`]),
)
/** Of these neither the tests run nor the sources count. */
const unchanged = (file: TestFile) =>
  file.package !== null && !process.env.CI && hasPassed(cache, marks.get(file.package) ?? '')

function chosenFiles(): TestFile[] {
  if (positionals.length > 0) return choose(all, positionals)
  if (whole) return all
  const kept = all.filter(values.unit ? isUnit : (file) => !isLeftToCi(file))
  return kept.filter((file) => !unchanged(file))
}

/** What a run that nobody narrowed has left out, for whoever takes it for all there is. */
function* leftOut(files: readonly TestFile[]) {
  const left = all.filter((file) => !files.includes(file))
  const timed = left.filter(isLeftToCi).length
  const passed = left.length - timed
  if (passed > 0) yield `${passed} files of packages passed as they are: not run again`
  if (timed > 0) yield `${timed} files that play or encode were left out: npm run test:all`
}

const skippedSources = () => [
  ...new Set(all.filter(unchanged).map((file) => `packages/${file.package}/**`)),
]

/** Tests connect thousands of times, and a password's 4096 rounds of hashing each time guard nothing here. */
async function easePassword(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('set scram_iterations = 1')
  const password = pg.escapeLiteral(new URL(url).password)
  await client.query(`alter role current_user password ${password}`).finally(() => client.end())
}

/** Where Postgres keeps what it throws away: in memory, where there is room. */
async function roomForPostgres(scratch: string): Promise<string> {
  const free = await statfs('/dev/shm').then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  )
  return free > 4 * 2 ** 30
    ? mkdtemp('/dev/shm/matinee-test-')
    : mkdtemp(join(scratch, 'postgres-'))
}

/** Opens what the files need, and answers the environment that tells them of it. */
async function prepare(files: readonly TestFile[], scratch: string) {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_NO_WARNINGS: '1', TEST_SCRATCH: scratch }
  env.TEST_CACHE = cache
  // Node 22 and later keep what they compiled.
  env.NODE_COMPILE_CACHE ??= join(cache, 'compiled')
  const close: (() => Promise<void>)[] = []
  if (files.some(({ path }) => needs(path, 'browser'))) env.TEST_BROWSER = await findBrowser()
  if (files.some(({ path }) => needs(path, 'postgres'))) {
    const settings = ['fsync', 'full_page_writes', 'synchronous_commit', 'autovacuum']
    const home = await roomForPostgres(scratch)
    const postgres = await startPostgres(join(home, 'postgres'), [
      ...settings.map((name) => `${name}=off`),
      'max_connections=300',
    ])
    close.push(postgres.close, () => rm(home, { recursive: true, force: true }))
    env.TEST_DATABASE_URL = await postgres.database('matinee_template')
    await migrate(env.TEST_DATABASE_URL, join(root, 'prisma'))
    await easePassword(env.TEST_DATABASE_URL)
  }
  return { env, close }
}

/** Of a whole run; what passes alone has passed, and is told of. */
async function lookAgainAt(outcomes: Map<TestFile, Outcome>, env: NodeJS.ProcessEnv) {
  const looks = await lookAgain(outcomes, isTimed, ({ path }) => runAlone(path, env))
  for (const { file, first, second } of looks) {
    outcomes.set(file, second)
    if (second.failed > 0) continue
    console.log(`unsteady: ${file.name} passed only with the machine to itself\n${first.report}`)
  }
}

const line = ({ passed, failed, seconds }: Outcome, name: string) =>
  `${failed > 0 ? 'not ok' : 'ok    '} ${seconds.toFixed(1).padStart(6)} s  ${name}  ${passed}${failed > 0 ? ` passed, ${failed} failed` : ''}`

async function runAll(files: readonly TestFile[], env: NodeJS.ProcessEnv) {
  const outcomes = new Map<TestFile, Outcome>()
  const waiting = [...files]
  process.once('SIGINT', () => waiting.splice(0))
  const runner = async () => {
    const shared = openShared(env)
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const { path, name } = file
      const outcome = await (wantsToBeAlone(path) ? runAlone(path, env) : shared.run(path))
      outcomes.set(file, outcome)
      console.log(line(outcome, name))
      if (outcome.report !== '') console.log(outcome.report.replaceAll(/^/gm, '    '))
    }
    await shared.close()
  }
  await Promise.all(Array.from({ length: jobs }, runner))
  return outcomes
}

const collector = pathToFileURL(join(import.meta.dirname, 'run', 'collect-coverage.js')).href
const scratch = await mkdtemp(join(tmpdir(), 'matinee-test-'))
await mkdir(cache, { recursive: true })
const durations = await readDurations(durationsFile)
const files = longestFirst(chosenFiles(), durations, needsOf)
const close: (() => Promise<void>)[] = []
try {
  const prepared = await prepare(files, scratch)
  close.push(...prepared.close)
  if (whole || values.coverage) {
    prepared.env.TEST_COVERAGE = join(scratch, 'coverage')
    await mkdir(prepared.env.TEST_COVERAGE)
    prepared.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import=${collector}`
  }
  const outcomes = await runAll(files, prepared.env)
  if (whole) await lookAgainAt(outcomes, prepared.env)
  for (const [{ name }, { seconds }] of outcomes) durations[name] = Number(seconds.toFixed(1))
  await writeDurations(durationsFile, durations)
  const sum = (figure: 'passed' | 'failed', of = (_: TestFile) => true) =>
    [...outcomes].reduce((total, [file, outcome]) => total + (of(file) ? outcome[figure] : 0), 0)
  if (!picked) {
    for (const [name, mark] of marks) {
      const ran = [...outcomes.keys()].some((file) => file.package === name)
      if (ran && sum('failed', (file) => file.package === name) === 0) await notePassed(cache, mark)
    }
  }
  const missing = prepared.env.TEST_COVERAGE
    ? shortfalls(await readCoverage(root, prepared.env.TEST_COVERAGE, skippedSources()))
    : []
  // Once more at the end, where whoever reads only the last page of a long log finds them.
  for (const [{ name }, outcome] of outcomes) {
    if (outcome.failed > 0 && outcomes.size > 20)
      console.log(`${line(outcome, name)}\n${outcome.report}`)
  }
  for (const sentence of missing) console.log(sentence)
  if (!picked) for (const sentence of leftOut(files)) console.log(sentence)
  const [passed, failed] = [sum('passed'), sum('failed')]
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = passed === 0 || failed > 0 || (whole && missing.length > 0) ? 1 : 0
} finally {
  for (const end of close) await end()
  await rm(scratch, { recursive: true, force: true })
}
