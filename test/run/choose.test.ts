import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { scratch } from '../fixtures/scratch.ts'
import { choose, listTestFiles } from './choose.ts'
import { isInEveryRun, needsOf } from './needs.ts'

t.test('files are found by path, by name and by a part of it', async (t) => {
  const root = await scratch(t)
  for (const path of [
    ...['test/billing/plans.test.ts', 'test/billing/shared.ts', 'test/catalog/plans.test.ts'],
    ...['packages/wheel/test/plans.test.ts', 'packages/wheel/test/spokes.test.ts'],
  ]) {
    await mkdir(join(root, path, '..'), { recursive: true })
    await writeFile(join(root, path), '')
  }
  const files = listTestFiles(root)
  t.strictSame(
    files.map(({ name, package: of }) => [name, of]),
    [
      ['billing/plans', null],
      ['catalog/plans', null],
      ['packages/wheel/plans', 'wheel'],
      ['packages/wheel/spokes', 'wheel'],
    ],
  )
  t.equal(files[0]?.path, join(root, 'dist/test/billing/plans.test.js'))
  const named = (...words: string[]) => choose(files, words).map(({ name }) => name)
  for (const word of [
    ...['test/billing/plans.test.ts', './test/billing/plans.test.ts', 'billing/plans'],
    ...['dist/test/billing/plans.test.js', 'billing/'],
  ]) {
    t.strictSame(named(word), ['billing/plans'], word)
  }
  t.strictSame(named('plans'), ['billing/plans', 'catalog/plans', 'packages/wheel/plans'])
  t.strictSame(named('packages/wheel/test/spokes.test.ts'), ['packages/wheel/spokes'])
  t.strictSame(named('packages/wheel/dist/test/spokes.test.js'), ['packages/wheel/spokes'])
  t.strictSame(named('spokes', 'wheel'), ['packages/wheel/spokes', 'packages/wheel/plans'])
  t.throws(() => named('plans', 'nothing'), { message: 'No test file is called nothing.' })
})

t.test('what a file needs is told from what it imports', async (t) => {
  const dist = join(import.meta.dirname, '..')
  const needs = (name: string) => [...needsOf(join(dist, `${name}.test.js`))].sort()
  t.strictSame(needs('entitlements/decide'), [])
  t.strictSame(needs('catalog/routes'), ['postgres'])
  t.strictSame(needs('player/site/looks'), ['browser'])
  t.strictSame(needs('player/element/with-the-api'), ['browser', 'ffmpeg', 'postgres'])
  t.strictSame(needs('transcode/worker'), ['ffmpeg', 'postgres'])
  t.strictSame(needs('e2e/subscriber'), ['browser', 'ffmpeg', 'postgres'])
})

t.test('a file that plays says so where no run goes without it', async (t) => {
  const dist = join(import.meta.dirname, '..')
  const isIn = (name: string) => isInEveryRun(join(dist, `${name}.test.js`))
  t.ok(isIn('uploads/browser'))
  t.notOk(isIn('player/site/looks'))
})
