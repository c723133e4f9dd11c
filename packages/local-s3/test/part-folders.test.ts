import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import t, { type Test } from 'tap'
import { openDisk } from '../src/disk.ts'
import { openPartFolders } from '../src/part-folders.ts'
import { scratch } from './helper.ts'

const joined = {
  uploadId: 'upload',
  parts: [
    { number: 2, size: 3 },
    { number: 7, size: 4 },
  ],
}

async function folders(t: Test) {
  const root = await scratch(t)
  const open = openPartFolders(root, await openDisk(root))
  await mkdir(dirname(open.partPath('upload', 2)), { recursive: true })
  await writeFile(open.partPath('upload', 2), 'one and a description')
  await writeFile(open.partPath('upload', 7), 'four and more')
  return open
}

async function read(
  pinned: ReturnType<Awaited<ReturnType<typeof folders>>['pin']>,
  span: { start: number; end: number },
) {
  const chunks: Buffer[] = []
  for await (const chunk of pinned?.stream(span) ?? []) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

t.test('parts are read as one, whatever lies behind their bytes', async (t) => {
  const open = await folders(t)
  t.equal(await read(open.pin(joined), { start: 0, end: 6 }), 'onefour')
  t.equal(await read(open.pin(joined), { start: 2, end: 3 }), 'ef')
  t.equal(open.pin(joined)?.stream(null), null)
})

t.test('a folder goes when its last reader has let go', async (t) => {
  const open = await folders(t)
  const [one, two] = [open.pin(joined), open.pin(joined)]
  open.discard('upload')
  t.equal(open.pin(joined), null, 'nobody new may begin')
  one?.release()
  one?.release()
  await open.settled()
  t.ok(existsSync(open.folderOf('upload')), 'letting go twice counts once')
  t.equal(await read(two, { start: 0, end: 6 }), 'onefour')
  await open.settled()
  t.notOk(existsSync(open.folderOf('upload')))
})

t.test('a reader that goes away in the middle lets go, too', async (t) => {
  const open = await folders(t)
  const stream = open.pin(joined)?.stream({ start: 0, end: 6 })
  open.discard('upload')
  const closed = new Promise((resolve) => stream?.once('close', resolve))
  stream?.destroy()
  await closed
  await open.settled()
  t.notOk(existsSync(open.folderOf('upload')))
})
