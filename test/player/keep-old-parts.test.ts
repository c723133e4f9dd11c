import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { build } from 'vite'
import { keepOldParts } from '../../player/keep-old-parts.ts'
import { scratch } from '../fixtures/scratch.ts'

t.test('parts of the build before stay for a day after they were replaced', async (t) => {
  const root = await scratch(t)
  const assets = join(root, 'dist', 'assets')
  await mkdir(assets, { recursive: true })
  const weekAgo = new Date(Date.now() - 7 * 24 * 3_600_000)
  for (const name of ['site-a.js', 'site-a.js.br']) {
    await writeFile(join(assets, name), '')
    await utimes(join(assets, name), weekAgo, weekAgo)
  }
  await writeFile(join(root, 'main.js'), 'console.log(1)')
  let now = Date.now()
  const buildAs = (name: string) =>
    build({
      root,
      logLevel: 'silent',
      configFile: false,
      plugins: [keepOldParts(() => now)],
      build: {
        emptyOutDir: false,
        rolldownOptions: {
          input: join(root, 'main.js'),
          output: { entryFileNames: `assets/${name}.js` },
        },
      },
    })
  const kept = async () => (await readdir(assets)).sort()
  await buildAs('site-b')
  t.same(await kept(), ['site-a.js', 'site-a.js.br', 'site-b.js'], 'a week old, replaced just now')
  now += 23 * 3_600_000
  await buildAs('site-c')
  t.same(await kept(), ['site-a.js', 'site-a.js.br', 'site-b.js', 'site-c.js'])
  now += 2 * 3_600_000
  await buildAs('site-b')
  t.same(await kept(), ['site-b.js', 'site-c.js'], 'one that is made again is no old one')
  now += 25 * 3_600_000
  await buildAs('site-b')
  t.same(await kept(), ['site-b.js'])
})
