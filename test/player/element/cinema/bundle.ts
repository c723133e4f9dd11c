import { mkdtemp, readdir, readFile, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..', '..', '..', '..')
const scratch = process.env.TEST_SCRATCH ?? tmpdir()

/** The element's scripts by path, bundled once for all test files of a run. */
export async function bundleElement(): Promise<Map<string, Buffer>> {
  const home = join(scratch, 'player-bundle')
  await readdir(home).catch(() => bundle(home))
  const files = new Map<string, Buffer>()
  for (const name of await readdir(home, { recursive: true })) {
    if (name.endsWith('.js')) files.set(`/${name}`, await readFile(join(home, name)))
  }
  return files
}

async function bundle(home: string): Promise<void> {
  const work = await mkdtemp(join(scratch, 'player-bundle-'))
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: work,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: { 'matinee-player': join(root, 'player', 'element', 'define.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  })
  // Another test file may have been faster: then its bundle is as good.
  await rename(work, home).catch(() => undefined)
}
