import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Test } from 'tap'
import { scratch } from '../../fixtures/scratch.ts'
import { breakingNetwork } from './breaking-network.ts'
import type { OpenBucket } from './bucket-for-tests.ts'

const video = randomBytes(4 * 1024 ** 2)
const type = { contentType: 'video/mp4' }

export async function downloadSuite(t: Test, open: OpenBucket): Promise<void> {
  await t.test('a file is downloaded whole, with its progress told', async (t) => {
    const storage = await open(t)
    await storage.putBytes('film', video, type)
    const path = join(await scratch(t), 'film')
    const progress: number[] = []
    const stored = await storage.getToFile('film', path, {
      onProgress: (received, total) => {
        t.equal(total, video.length)
        progress.push(received)
      },
    })
    t.match(stored, { sizeBytes: video.length, contentType: 'video/mp4' })
    t.ok((await readFile(path)).equals(video))
    t.equal(progress.at(-1), video.length)
    t.same(
      progress,
      [...progress].sort((a, b) => a - b),
    )
  })

  await t.test('an empty object becomes an empty file, and a missing one no file', async (t) => {
    const storage = await open(t)
    await storage.putBytes('empty', '', type)
    const folder = await scratch(t)
    t.match(await storage.getToFile('empty', join(folder, 'empty')), { sizeBytes: 0 })
    t.equal((await readFile(join(folder, 'empty'))).length, 0)
    t.equal(await storage.getToFile('never', join(folder, 'never')), null)
    t.notOk(existsSync(join(folder, 'never')))
  })

  await t.test('a connection that breaks is taken up where it broke', async (t) => {
    const direct = await open(t)
    await direct.putBytes('film', video, type)
    const network = await breakingNetwork(t, direct.endpoint, [300_000, 1_000_000, 70_000])
    const storage = direct.at({ endpoint: network })
    const path = join(await scratch(t), 'film')
    const first: number[] = []
    await storage.getToFile('film', path, { onProgress: (received) => first.push(received) })
    t.ok((await readFile(path)).equals(video))
    t.same(new Set(first).size, first.length, 'no byte was fetched twice')
  })

  await t.test('an object replaced in the meantime is not glued to the old one', async (t) => {
    const direct = await open(t)
    await direct.putBytes('film', video, type)
    const network = await breakingNetwork(t, direct.endpoint, [2_000_000], () =>
      direct.putBytes('film', randomBytes(video.length), type),
    )
    const storage = direct.at({ endpoint: network })
    const path = join(await scratch(t), 'film')
    await t.rejects(storage.getToFile('film', path), { code: 'PreconditionFailed' })
  })

  await t.test('a bucket that never gets a byte across is given up', async (t) => {
    const direct = await open(t)
    await direct.putBytes('film', video, type)
    const network = await breakingNetwork(t, direct.endpoint, new Array(100).fill(1))
    const storage = direct.at({ endpoint: network })
    const path = join(await scratch(t), 'film')
    await t.rejects(storage.getToFile('film', path), { code: 'UNAVAILABLE' })
  })

  await t.test('a download can be called off', async (t) => {
    const storage = await open(t)
    await storage.putBytes('film', video, type)
    const abort = new AbortController()
    const download = storage.getToFile('film', join(await scratch(t), 'film'), {
      signal: abort.signal,
      onProgress: () => abort.abort(new Error('cancelled')),
    })
    await t.rejects(download, { message: 'cancelled' })
  })

  await t.test('a disk that cannot be written is named as such', async (t) => {
    const storage = await open(t)
    await storage.putBytes('film', video, type)
    const path = join(await scratch(t), 'no such folder', 'film')
    await t.rejects(storage.getToFile('film', path), { code: 'ENOENT' })
  })

  const fullDisk = '/dev/full'
  const skip = !existsSync(fullDisk) && 'this system has no disk that is always full'

  await t.test('a disk that is full is named as such, and not tried again', { skip }, async (t) => {
    const storage = await open(t)
    await storage.putBytes('film', video, type)
    await t.rejects(storage.getToFile('film', fullDisk), { code: 'ENOSPC' })
  })
}
