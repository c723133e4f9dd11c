import { spawnSync } from 'node:child_process'
import { copyFile, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { scratch } from './fixtures/scratch.ts'

const root = join(import.meta.dirname, '..', '..')

/** A project as small as the build allows, with the files given. */
async function project(t: Test, files: Record<string, string>) {
  const folder = await scratch(t)
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await cp(join(root, 'server/clients/prisma'), join(folder, 'server/clients/prisma'), {
    recursive: true,
  })
  for (const name of [
    'server/build.mjs',
    'server/vendor.mjs',
    'server/third-party-notices.mjs',
    'package.json',
  ]) {
    await copyFile(join(root, name), join(folder, name))
  }
  const settings = JSON.parse(await readFile(join(root, 'tsconfig.json'), 'utf8'))
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ ...settings, references: [] }))
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  for (const [name, text] of Object.entries(files)) await write(name, text)
  // Without the loaders that tap adds for coverage, which the compiler cannot be loaded through.
  const build = () =>
    spawnSync('env', ['-u', 'NODE_OPTIONS', process.execPath, 'server/build.mjs', '--no-pages'], {
      cwd: folder,
      encoding: 'utf8',
    })
  return { folder, write, build }
}

t.test('a type error stops the build and is printed', async (t) => {
  const { build, write } = await project(t, {
    'server/sum.ts': `export const sum: number = 'one'\n`,
  })
  const failed = build()
  t.equal(failed.status, 1)
  t.match(failed.stdout, /server\/sum\.ts.*TS2322: Type 'string' is not assignable/)
  t.match(failed.stderr, /The build stopped at the server/)
  await write('server/sum.ts', 'export const sum: number = 1\n')
  const passed = build()
  t.equal(passed.status, 0, passed.stdout)
  t.notMatch(passed.stdout, /TS\d+/)
})

t.test('what was compiled goes with its source', async (t) => {
  const { build, folder } = await project(t, {
    'server/kept.ts': 'export const kept = 1\n',
    'test/old/gone.test.ts': 'export const gone = 1\n',
  })
  t.equal(build().status, 0)
  t.same((await readdir(join(folder, 'dist/test/old'))).sort(), [
    'gone.test.js',
    'gone.test.js.map',
  ])
  await rm(join(folder, 'test/old'), { recursive: true })
  t.equal(build().status, 0)
  const left = await readdir(join(folder, 'dist'), { recursive: true })
  t.ok(left.includes('server/kept.js'))
  t.notOk(
    left.some((name) => name.startsWith('test/')),
    'nothing of the test is left',
  )
})
