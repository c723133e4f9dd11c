import { randomBytes } from 'node:crypto'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Test } from 'tap'
import { scratch } from '../../fixtures/scratch.ts'
import { breakingNetwork } from './breaking-network.ts'
import { all, type OpenBucket } from './bucket-for-tests.ts'

const type = { contentType: 'text/plain' }

export async function objectsSuite(t: Test, open: OpenBucket): Promise<void> {
  await t.test('what was put is told of and read, whole or in part', async (t) => {
    const storage = await open(t)
    await storage.putBytes('a/b.txt', '0123456789', type)
    const stored = await storage.head('a/b.txt')
    t.match(stored, { sizeBytes: 10, contentType: 'text/plain' })
    t.match(stored?.etag, /^"[0-9a-f]{32}"$/)
    t.equal(String(Buffer.from((await storage.getBytes('a/b.txt')) ?? [])), '0123456789')
    const range = { start: 2, end: 4 }
    t.equal(String(Buffer.from((await storage.getBytes('a/b.txt', { range })) ?? [])), '234')
    const rest = await storage.getStream('a/b.txt', { range: { start: 7 } })
    if (rest === null) throw new Error('it was put')
    t.match(rest, { sizeBytes: 10, etag: stored?.etag }, 'the size is the whole object’s')
    t.equal(String(Buffer.concat(await all(rest.body))), '789')
  })

  await t.test('what is not there is null, and deleting it succeeds', async (t) => {
    const storage = await open(t)
    t.equal(await storage.head('never'), null)
    t.equal(await storage.getBytes('never'), null)
    t.equal(await storage.getStream('never'), null)
    await t.resolves(storage.delete('never'))
  })

  await t.test('files of any size are put as they are', async (t) => {
    const storage = await open(t)
    const path = join(await scratch(t), 'file')
    for (const size of [0, 1, 8 * 1024 ** 2, 8 * 1024 ** 2 + 1]) {
      const bytes = randomBytes(size)
      await writeFile(path, bytes)
      await storage.putFile('file', path, { contentType: 'video/mp4', cacheControl: 'private' })
      t.ok(Buffer.from((await storage.getBytes('file')) ?? []).equals(bytes), `${size} bytes`)
    }
    t.ok((await readFile(path)).length > 0, 'the file stays')
  })

  await t.test(
    'a file that is not there, or too large for one PUT, is refused before it is sent',
    async (t) => {
      const storage = await open(t)
      const path = join(await scratch(t), 'file')
      await t.rejects(storage.putFile('file', path, type), { code: 'ENOENT' })
      await writeFile(path, '')
      await truncate(path, 5 * 1024 ** 3 + 1)
      await t.rejects(storage.putFile('file', path, type), { code: 'EntityTooLarge' })
    },
  )

  await t.test('listing goes over all pages', async (t) => {
    const storage = await open(t)
    const keys = Array.from({ length: 1001 }, (_, at) => `many/${String(at).padStart(4, '0')}`)
    for (let at = 0; at < keys.length; at += 50) {
      await Promise.all(keys.slice(at, at + 50).map((key) => storage.putBytes(key, 'x', type)))
    }
    await storage.putBytes('other/1', 'x', type)
    const listed = await all(storage.list('many/'))
    t.same(
      listed.map(({ key }) => key),
      keys,
    )
    t.match(listed[0], { sizeBytes: 1, lastModified: Date })

    t.equal(await storage.deletePrefix('many/'), 1001)
    t.same(
      (await all(storage.list(''))).map(({ key }) => key),
      ['other/1'],
      'and nothing beside it is deleted',
    )
    t.equal(await storage.deletePrefix('many/'), 0)
  })

  await t.test('only a folder can be deleted whole', async (t) => {
    const storage = await open(t)
    await storage.putBytes('film/1', 'x', type)
    for (const prefix of ['', '/', 'film', 'fil']) {
      await t.rejects(storage.deletePrefix(prefix), RangeError, JSON.stringify(prefix))
    }
    t.ok(await storage.head('film/1'))
  })

  await t.test('a large file whose sending breaks is sent again, and not for ever', async (t) => {
    const direct = await open(t)
    const path = join(await scratch(t), 'file')
    const bytes = randomBytes(9 * 1024 ** 2)
    await writeFile(path, bytes)
    const unlucky = direct.at({ endpoint: await breakingNetwork(t, direct.endpoint, [1, 1]) })
    await unlucky.putFile('file', path, type)
    t.ok(Buffer.from((await direct.getBytes('file')) ?? []).equals(bytes))
    const hopeless = direct.at({
      endpoint: await breakingNetwork(t, direct.endpoint, new Array(20).fill(1)),
    })
    await t.rejects(hopeless.putFile('file', path, type), { code: 'UNAVAILABLE' })
  })
}
