// Builds everything into dist/: the Prisma client, the server and its tests (tsc), the pages (Vite).
// Plain JavaScript, because it runs before anything is compiled. `--if-stale` skips the work when no
// source is newer than the last build; `--no-pages` leaves the pages as they are.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const stamp = join(dist, '.built')
const client = join(root, 'server', 'clients', 'prisma')
const sources = ['contract', 'packages', 'player', 'prisma', 'server', 'test']
const packages = existsSync(join(root, 'packages')) ? readdirSync(join(root, 'packages')) : []

/** The newest modification time below `path`, in milliseconds. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined || path === client) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  const entries = readdirSync(path).filter((name) => name !== 'node_modules' && name !== 'dist')
  return Math.max(stat.mtimeMs, ...entries.map((name) => newest(join(path, name))))
}

/** Whether `made` is there and younger than everything that it is made from. */
function isYounger(made, from) {
  const time = statSync(made, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return time > 0 && Math.max(...from.map((name) => newest(join(root, name)))) <= time
}

/** Runs a program of node_modules. What it says is shown when it fails. */
function run(what, command, args) {
  const started = Date.now()
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  const { status, stdout, error } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', command), ...args],
    {
      cwd: root,
      env: { ...process.env, ...colour },
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 64 * 1024 ** 2,
    },
  )
  if (status !== 0) {
    process.stdout.write(stdout ?? '')
    console.error(`The build stopped at ${what}${error ? `: ${error.message}` : '.'}`)
    process.exit(1)
  }
  console.log(`  built ${what} in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

/** Compiled files whose source is gone would still be run, as tests above all. */
function removeOrphans(project, folders) {
  for (const folder of folders) {
    const compiled = join(project, 'dist', folder)
    if (!existsSync(compiled)) continue
    for (const file of readdirSync(compiled, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|d\.ts)(\.map)?$/.test(file)) continue
      const source = join(project, folder, file.replace(/\.(js|d\.ts)(\.map)?$/, ''))
      if (existsSync(`${source}.ts`) || existsSync(`${source}.tsx`)) continue
      rmSync(join(compiled, file))
      removeEmpty(dirname(join(compiled, file)))
    }
  }
}

function removeEmpty(folder) {
  if (readdirSync(folder).length > 0) return
  rmdirSync(folder)
  removeEmpty(dirname(folder))
}

const everything = [...sources, 'package-lock.json', 'tsconfig.json', 'prisma.config.ts']
if (!(process.argv.includes('--if-stale') && isYounger(stamp, everything))) {
  const begun = Date.now()
  const schema = ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']
  if (!isYounger(join(client, 'client.ts'), schema)) {
    run('the database client', 'prisma-cli/build/index.js', ['generate'])
  }
  if (!existsSync(join(dist, 'server'))) rmSync(join(dist, '.tsbuildinfo'), { force: true })
  if (!isYounger(join(dist, 'vendor', 'pg-boss.js'), ['package-lock.json'])) {
    run('the job queue', '../server/vendor.mjs', [])
  }
  const pretty = process.stdout.isTTY ? ['--pretty'] : []
  run('the server and the packages', 'typescript/bin/tsc', ['--build', ...pretty])
  removeOrphans(
    root,
    sources.filter((name) => name !== 'packages'),
  )
  for (const name of packages) removeOrphans(join(root, 'packages', name), ['src', 'test'])
  if (!process.argv.includes('--no-pages')) {
    run('the pages', 'vite/bin/vite.js', [
      'build',
      '--config',
      'player/vite.config.ts',
      '--logLevel',
      'warn',
    ])
    mkdirSync(dist, { recursive: true })
    writeFileSync(stamp, new Date(begun).toISOString())
  }
}
