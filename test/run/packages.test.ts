import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { scratch } from '../fixtures/scratch.ts'
import { fingerprint, hasPassed, notePassed } from './packages.ts'

t.test('a package is another when a source or a dependency is, not when it is built', async (t) => {
  const root = await scratch(t)
  const write = async (path: string, text: string) => {
    await mkdir(join(root, path, '..'), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const mark = () => fingerprint(root, 'wheel')
  await write('package-lock.json', '{}')
  await write('packages/wheel/src/wheel.ts', 'one')
  const first = mark()
  await write('packages/wheel/dist/src/wheel.js', 'built')
  t.equal(mark(), first)
  await write('packages/wheel/src/wheel.ts', 'two')
  const second = mark()
  t.not(second, first)
  await write('packages/wheel/test/wheel.test.ts', '')
  t.not(mark(), second, 'a new test counts')
  await write('packages/wheel/src/wheel.ts', 'one')
  const third = mark()
  await write('package-lock.json', '{"wheel":2}')
  t.not(mark(), third)
  t.notOk(hasPassed(root, third))
  await notePassed(root, third)
  t.ok(hasPassed(root, third))
  t.notOk(hasPassed(root, first))
})
