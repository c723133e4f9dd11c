import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { build } from 'vite'
import { keepOldParts } from '../../player/keep-old-parts.ts'
import { scratch } from '../fixtures/scratch.ts'

t.test('parts of the build before stay for a day', async (t) => {
  const root = await scratch(t)
  const assets = join(root, 'dist', 'assets')
  await mkdir(assets, { recursive: true })
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  const old = async (name: string, hours: number) => {
    await writeFile(join(assets, name), '')
    await utimes(join(assets, name), hoursAgo(hours), hoursAgo(hours))
  }
  await old('site-yesterday.js', 23)
  await old('site-yesterday.js.br', 23)
  await old('site-before.js', 25)
  await old('site-before.js.br', 25)
  await writeFile(join(root, 'main.js'), 'console.log(1)')
  await build({
    root,
    logLevel: 'silent',
    configFile: false,
    plugins: [keepOldParts()],
    build: {
      emptyOutDir: false,
      rolldownOptions: {
        input: join(root, 'main.js'),
        output: { entryFileNames: 'assets/[name].js' },
      },
    },
  })
  t.same((await readdir(assets)).sort(), ['main.js', 'site-yesterday.js', 'site-yesterday.js.br'])
})
