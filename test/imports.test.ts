import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import t from 'tap'

const server = join(import.meta.dirname, '..', '..', 'server')

/** From the outermost to the innermost: a folder may import what stands to its right, and its own. */
const order = [
  'cli',
  'local',
  'app',
  'doctor',
  'retention',
  'studio',
  'analytics',
  'playback',
  'transcode',
  'uploads',
  'embed',
  'letters',
  'catalog',
  'entitlements',
  'billing',
  'accounts',
  'site',
  'audit',
  'plugins',
  'services',
  'settings',
  'clients',
  'config',
  'errors',
  'contract',
]

const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('clients/prisma/'))
  .sort()

const layerOf = (file: string) =>
  (file.replace(/^\.\.\//, '').split('/')[0] ?? '').replace(/\.ts$/, '')

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
    for (const next of importsOf(file).filter((target) => !target.startsWith('..'))) {
      visit(next, [...path, file])
    }
    done.add(file)
  }
  for (const file of sources) visit(file, [])
  t.ok(done.size >= sources.length)
})

t.test('addresses are read by parsedUrl alone, as URL.canParse cannot be relied on', async (t) => {
  const others = sources.filter((file) =>
    /URL\.canParse\(/.test(readFileSync(join(server, file), 'utf8')),
  )
  t.same(others, [])
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

const packages = join(import.meta.dirname, '..', '..', 'packages')
const names = readdirSync(packages, { withFileTypes: true })
  .map(({ name }) => name)
  .filter((name) => existsSync(join(packages, name, 'package.json')))

/** The TypeScript below `folder`, with what each file imports by name or by path. */
function modulesBelow(folder: string): { file: string; imports: string[] }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(^|\/)(dist|node_modules)\//.test(file))
    .map((file) => {
      const source = readFileSync(join(folder, file), 'utf8')
      const imports = [...source.matchAll(/\b(?:from |import |import\(\s*)'([^']+)'/g)]
      return { file, imports: imports.map(([, path]) => path ?? '') }
    })
}

t.test('a package knows only itself and what it declares', async (t) => {
  t.ok(names.length > 0)
  for (const name of names) {
    const folder = join(packages, name)
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Record<string, string> | undefined>
    const declared = { src: dependencies, test: { ...dependencies, ...devDependencies } }
    for (const { file, imports } of modulesBelow(folder)) {
      const allowed = declared[file.startsWith('test/') ? 'test' : 'src']
      for (const path of imports) {
        const own = !relative(folder, join(folder, dirname(file), path)).startsWith('..')
        const module = path.split('/', path.startsWith('@') ? 2 : 1).join('/')
        const known = path.startsWith('node:') || Object.hasOwn(allowed, module)
        t.ok(path.startsWith('.') ? own : known, `${name}/${file} may import ${path}`)
      }
    }
  }
})

t.test('of the product only local mode imports the packages', async (t) => {
  const users = modulesBelow(server).filter(
    ({ file, imports }) =>
      layerOf(file) !== 'local' && imports.some((path) => names.includes(path)),
  )
  t.same(
    users.map(({ file }) => file),
    [],
  )
})

const root = join(import.meta.dirname, '..', '..')

/** Every import between files of contract/ and player/, by path from the root, or a package's name. */
function importsBelow(folder: string) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const file = join(folder, name)
      const source = readFileSync(join(root, file), 'utf8')
      const statements = source.matchAll(/^(import type|import|export)\b[^']*?from '([^']+)'/gm)
      const dynamic = source.matchAll(/\b(import)\(\s*'([^']+)'/g)
      return [...statements, ...dynamic].map(([, kind, path = '']) => ({
        file,
        typesOnly: kind === 'import type',
        target: path.startsWith('.') ? join(dirname(file), path) : path,
      }))
    })
}

t.test(
  'the contract imports typebox and itself; its words, the library that says them',
  async (t) => {
    for (const { file, target } of importsBelow('contract')) {
      const words = file.startsWith('contract/words/')
      const packages = words ? ['@internationalized/string'] : ['typebox']
      t.ok(target.startsWith('contract/') || packages.includes(target), `${file} imports ${target}`)
    }
  },
)

/** What each folder of the pages may import besides packages. */
const below: Record<string, string[]> = {
  // The site loads the studio when someone goes there.
  site: ['site', 'studio', 'ui', 'element', 'contract'],
  studio: ['studio', 'ui', 'contract'],
  embed: ['embed', 'ui', 'element', 'contract'],
  ui: ['ui', 'contract'],
  element: ['element', 'contract'],
}

t.test('the pages import what lies below them, and of schemas only the types', async (t) => {
  // The build's settings are no page.
  const imports = importsBelow('player').filter(({ file }) => !/^player\/[^/]+$/.test(file))
  for (const { file, target, typesOnly } of imports) {
    if (!target.includes('/') || !/^(player|contract|server|packages|test)\//.test(target)) continue
    const [, folder = ''] = file.split('/')
    const to = target.replace(/^player\//, '').split('/')[0] ?? ''
    t.ok(below[folder]?.includes(to), `${file} imports ${target}`)
    const hasSchemas =
      /^contract\/(?!words\/|(?:csv|pages|send-file|colours|charge-limits|minor-units|site-defaults|film-code|roles|audit-actions|price-currencies|front-rows|library-limits|search-limits|subscription-statuses)\.)/.test(
        target,
      )
    t.ok(!hasSchemas || typesOnly, `${file} imports the types of ${target} alone`)
  }
})
