import { chmod, mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import t from 'tap'
import { lookAtFolder, makeFolder } from '../../server/clients/folder.ts'
import { scratch } from '../fixtures/scratch.ts'

t.test('a folder is made with those above it, and one that is there stays', async (t) => {
  const folder = join(await scratch(t), 'a', 'b', 'c')
  await makeFolder('DATA_DIR', folder)
  await writeFile(join(folder, 'kept'), '')
  await makeFolder('DATA_DIR', folder)
  t.ok((await stat(join(folder, 'kept'))).isFile())
})

t.test('two that make it at once both have it', async (t) => {
  const folder = join(await scratch(t), 'a', 'b')
  await Promise.all([makeFolder('DATA_DIR', folder), makeFolder('DATA_DIR', folder)])
  t.ok((await stat(folder)).isDirectory())
})

t.test('a file in its place or above it is named', async (t) => {
  const file = join(await scratch(t), 'file')
  await writeFile(file, '')
  for (const path of [file, join(file, 'x'), join(file, 'x', 'y')]) {
    await t.rejects(makeFolder('DATA_DIR', path), {
      message: `DATA_DIR is wrong: ${file} is a file and no folder. Set another.`,
    })
  }
})

t.test(
  'where nothing can be made it says so instead of trying for ever',
  { skip: process.platform !== 'linux' && 'there is no /proc' },
  async (t) => {
    await t.rejects(makeFolder('DATA_DIR', '/proc/nothing/here'), {
      message: /^DATA_DIR is wrong: .* \/proc[ .].*Set another\.$/,
    })
  },
)

t.test(
  'a folder that this user may not write in is named',
  { skip: process.getuid?.() === 0 && 'root may write anywhere' },
  async (t) => {
    const folder = await scratch(t)
    await mkdir(join(folder, 'closed'))
    await chmod(join(folder, 'closed'), 0o500)
    await t.rejects(makeFolder('DATA_DIR', join(folder, 'closed', 'x')), {
      message: /^DATA_DIR is wrong: this user may not write in .*closed\./,
    })
  },
)

t.test('looking makes nothing, and says where it would be made', async (t) => {
  const folder = join(await scratch(t), 'a', 'b')
  t.equal(await lookAtFolder('DATA_DIR', folder), dirname(dirname(folder)))
  await t.rejects(stat(dirname(folder)))
})
