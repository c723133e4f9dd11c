import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { openDisk, readJson } from '../src/disk.ts'
import { scratch } from './helper.ts'

t.test('a commit makes the folders it needs and replaces what was there', async (t) => {
  const root = await scratch(t)
  const disk = await openDisk(root)
  const target = join(root, 'a', 'b', 'file')
  for (const text of ['one', 'two']) {
    const staged = disk.stagingPath()
    await writeFile(staged, text)
    await disk.commit(staged, target)
    t.equal(await readFile(target, 'utf8'), text)
    t.notOk(existsSync(staged))
  }
})

t.test('JSON is written whole and read back; what is not there is null', async (t) => {
  const root = await scratch(t)
  const disk = await openDisk(root)
  await disk.writeJson(join(root, 'value.json'), { a: [1] })
  t.same(await readJson(join(root, 'value.json')), { a: [1] })
  t.equal(await readJson(join(root, 'none.json')), null)
  t.same(readdirSync(join(root, 'staging')), [])
})

t.test('a folder is discarded whole, and discarding none is no error', async (t) => {
  const root = await scratch(t)
  const disk = await openDisk(root)
  await mkdir(join(root, 'folder', 'inner'), { recursive: true })
  await disk.discard(join(root, 'folder'))
  t.notOk(existsSync(join(root, 'folder')))
  await t.resolves(disk.discard(join(root, 'folder')))
})

t.test('what a crash left half-written is thrown away at the next start', async (t) => {
  const root = await scratch(t)
  const staged = (await openDisk(root)).stagingPath()
  await writeFile(staged, 'half')
  await openDisk(root)
  t.same(readdirSync(join(root, 'staging')), [])
})
