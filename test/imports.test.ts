import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import t from 'tap'

const server = join(import.meta.dirname, '..', '..', 'server')

/** From the outermost to the innermost: a folder may import what stands to its right, and its own. */
const order = [
  'cli',
  'local',
  'app',
  'doctor',
  'studio',
  'analytics',
  'playback',
  'transcode',
  'uploads',
  'catalog',
  'entitlements',
  'billing',
  'accounts',
  'audit',
  'plugins',
  'services',
  'clients',
  'config',
  'errors',
]

const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('clients/prisma/'))
  .sort()

const layerOf = (file: string) => (file.split('/')[0] ?? '').replace(/\.ts$/, '')

/** Server files that `file` imports; types count too, since they tie the reader just the same. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(server, file), 'utf8')
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path]) =>
    relative(server, join(server, dirname(file), path ?? '')),
  )
}

t.test('imports between folders flow one way', async (t) => {
  for (const file of sources) {
    const from = order.indexOf(layerOf(file))
    t.not(from, -1, `${file} belongs to a known layer`)
    for (const target of importsOf(file)) {
      const to = order.indexOf(layerOf(target))
      t.ok(to >= from, `${file} may import ${target}`)
    }
  }
})

t.test('only the command line imports the local stand-ins', async (t) => {
  const users = sources.filter(
    (file) =>
      layerOf(file) !== 'local' && importsOf(file).some((target) => layerOf(target) === 'local'),
  )
  t.same(
    users.filter((file) => layerOf(file) !== 'cli'),
    [],
  )
})

t.test('no file imports itself in a circle', async (t) => {
  const done = new Set<string>()
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) t.fail([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    for (const next of importsOf(file)) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of sources) visit(file, [])
  t.ok(done.size >= sources.length)
})

t.test('only config.ts and the command line read the environment', async (t) => {
  const readers = sources.filter((file) =>
    readFileSync(join(server, file), 'utf8').includes('process.env'),
  )
  t.same(
    readers.filter(
      (file) => layerOf(file) !== 'cli' && !['config.ts', 'local/postgres.ts'].includes(file),
    ),
    [],
  )
})
