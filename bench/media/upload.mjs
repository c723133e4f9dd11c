// How fast a film goes up through Matinee's API, against the AWS SDK's own lib-storage that sends the
// same file straight to the same server, and what memory the API holds meanwhile.

import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { createUser } from '../../dist/server/accounts/users.js'
import { operatorSession } from '../../dist/server/cli/upload/operator-session.js'
import { sendFromDisk } from '../../dist/server/cli/upload/send-from-disk.js'
import { interleave, isMain, median, round, table, verdict } from '../measure.mjs'
import { openSetup } from './setup.mjs'

const mebibyte = 1024 ** 2
const megabytes = Number(process.env.FILM_MEGABYTES ?? 512)
const rounds = Number(process.env.ROUNDS ?? 3)
const sizeBytes = megabytes * mebibyte
const account = { email: 'operator@bench.example', password: 'bench bench bench bench' }

async function writeFile(path) {
  const file = await open(path, 'w')
  const block = randomBytes(8 * mebibyte)
  Buffer.from([0, 0, 0, 24]).copy(block)
  block.write('ftypisom', 4, 'latin1')
  for (let at = 0; at < sizeBytes; at += block.length) await file.write(block, 0, block.length, at)
  await file.close()
}

const speed = async (send) => {
  const began = performance.now()
  await send()
  return megabytes / ((performance.now() - began) / 1000)
}

export async function measureUpload() {
  const setup = await openSetup()
  const api = setup.start('api.mjs')
  try {
    const [, port] = /ready (\d+);/.exec(await api.until(';'))
    const server = `http://127.0.0.1:${port}`
    await createUser(setup.services.database, { ...account, role: 'admin', now: new Date() })
    const session = operatorSession({ server, ...account })
    const path = join(setup.directory, 'film.mp4')
    await writeFile(path)
    const memory = async () => (await (await fetch(`${server}/bench/memory`)).json()).rss / mebibyte
    const seen = []

    const matinee = (checksum) => async () => {
      const video = await session.request('POST', '/api/studio/videos', { title: 'A film' })
      const wanted = { fileName: 'film.mp4', sizeBytes, contentType: 'video/mp4', ...checksum }
      const begun = await session.request('POST', `/api/studio/videos/${video.id}/uploads`, wanted)
      const look = setInterval(async () => seen.push(await memory()), 250)
      const sending = { session, path, onSent: () => undefined, pause: () => undefined }
      await sendFromDisk(sending, begun.id).finally(() => clearInterval(look))
    }
    const client = new S3Client({
      ...{ region: 'us-east-1', endpoint: setup.settings.S3_ENDPOINT, forcePathStyle: true },
      credentials: setup.identity,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    })
    const library = async () => {
      const params = { Bucket: setup.bucket, Key: 'film.mp4', Body: createReadStream(path) }
      await new Upload({ client, params, partSize: 8 * mebibyte, queueSize: 3 }).done()
    }
    await matinee({})()
    const before = await memory()
    seen.length = 0
    const results = await interleave(
      {
        library: () => speed(library),
        plain: () => speed(matinee({})),
        checked: () => speed(matinee({ checksum: 'sha256' })),
      },
      rounds,
    )
    const [library_, plain, checked] = ['library', 'plain', 'checked'].map((n) =>
      median(results[n]),
    )
    const grown = Math.max(...seen) - before
    return table(
      [`${megabytes} MiB, 3 parts at a time`, 'measured', 'target', ''],
      [
        ['@aws-sdk/lib-storage, MiB a second', round(library_), '', ''],
        ['matinee upload, MiB a second', round(plain), '', ''],
        ['… ÷ lib-storage', round(plain / library_, 2), '≥ 0.90', verdict(plain / library_ >= 0.9)],
        ['matinee upload with a SHA-256 for each part', round(checked), '', ''],
        ['memory that the API gains meanwhile, MiB', round(grown), '≤ 32', verdict(grown <= 32)],
      ],
    )
  } finally {
    await api.end()
    await setup.close()
  }
}

if (isMain(import.meta)) console.log(await measureUpload())
