// Builds everything into dist/: the Prisma client, the server and its tests (tsc), the pages (Vite).
// Plain JavaScript, because it runs before anything is compiled. `--if-stale` skips the work when no
// source is newer than the last build.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'dist', '.built')

/** The newest modification time below `path`, in milliseconds. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  const entries = readdirSync(path).filter(
    (name) =>
      !['dist', 'node_modules'].includes(name) && !(name === 'prisma' && path.endsWith('clients')),
  )
  return Math.max(stat.mtimeMs, ...entries.map((name) => newest(join(path, name))))
}

function isFresh() {
  if (!existsSync(stamp)) return false
  const sources = [
    'contract',
    'server',
    'player',
    'packages',
    'prisma',
    'test',
    'package-lock.json',
    'tsconfig.json',
  ]
  return Math.max(...sources.map((name) => newest(join(root, name)))) <= statSync(stamp).mtimeMs
}

function run(what, command, args) {
  const started = Date.now()
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', command), ...args], {
    cwd: root,
    stdio: ['ignore', process.env.MATINEE_BUILD_VERBOSE ? 'inherit' : 'ignore', 'inherit'],
  })
  if (status !== 0) {
    console.error(
      `The build stopped at ${what}. Run it again with MATINEE_BUILD_VERBOSE=1 to see why.`,
    )
    process.exit(1)
  }
  console.log(`  built ${what} in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

if (!(process.argv.includes('--if-stale') && isFresh())) {
  const begun = Date.now()
  run('the database client', 'prisma/build/index.js', ['generate'])
  run('the server and the packages', 'typescript/bin/tsc', ['--build'])
  if (existsSync(join(root, 'player', 'vite.config.ts'))) {
    run('the pages', 'vite/bin/vite.js', [
      'build',
      '--config',
      'player/vite.config.ts',
      '--logLevel',
      'warn',
    ])
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, new Date(begun).toISOString())
}
