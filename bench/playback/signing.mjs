// What signing one URL costs in processor time, which other work on the machine hardly disturbs:
// ours against everybody's.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl, S3RequestPresigner } from '@aws-sdk/s3-request-presigner'
import aws4 from 'aws4'
import { AwsClient } from 'aws4fetch'
import { Client as MinioClient } from 'minio'
import { addressOf } from '../../dist/server/clients/bucket-address.js'
import { systemClock } from '../../dist/server/clients/clock.js'
import { getObject, presignUrl } from '../../dist/server/clients/presign.js'
import { openPresigner } from '../../dist/server/clients/presigner.js'
import { interleave, isMain, median, round, table, verdict } from '../measure.mjs'

const place = { region: 'eu-west-1', bucket: 'films' }
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG',
}
const host = 'films.s3.eu-west-1.amazonaws.com'
const folder =
  'videos/01890a5d-ac96-774b-bcce-b302099a8057/01890a5d-ac96-774b-bcce-b302099a8058/720p/'
const session = '01890a5d-ac96-774b-bcce-b302099a8059'
const expiresInSeconds = 60
const keyOf = (index) => `${folder}${index % 2700}.m4s`

const client = new S3Client({
  region: place.region,
  credentials,
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
})
const lower = new S3RequestPresigner({ ...client.config })
const presigner = openPresigner({ ...place, credentials, clock: systemClock })
const fetcher = new AwsClient({ ...credentials, service: 's3', region: place.region })
const minio = new MinioClient({
  endPoint: 's3.eu-west-1.amazonaws.com',
  region: place.region,
  accessKey: credentials.accessKeyId,
  secretKey: credentials.secretAccessKey,
})

/** Each signs `count` URLs and answers the last. */
const signers = {
  'Matinee, batches of 8': async (count) => {
    let url
    for (let index = 0; index < count; index += 8) {
      const sign = (await presigner.batch({ expiresInSeconds, session })).below(folder)
      for (let offset = 0; offset < 8; offset++) url = sign(`${(index + offset) % 2700}.m4s`)
    }
    return url
  },
  'Matinee, one at a time': async (count) => {
    let url
    const address = addressOf(place)
    for (let index = 0; index < count; index++) {
      const signing = {
        credentials,
        region: place.region,
        address,
        at: new Date(),
        expiresInSeconds,
      }
      url = presignUrl(getObject(keyOf(index), { session }), signing)
    }
    return url
  },
  aws4: async (count) => {
    let url
    for (let index = 0; index < count; index++) {
      const path = `/${keyOf(index)}?X-Amz-Expires=60&x-matinee-session=${session}`
      const options = { host, path, service: 's3', region: place.region, signQuery: true }
      const signed = aws4.sign(options, credentials)
      url = `https://${host}${signed.path}`
    }
    return url
  },
  aws4fetch: async (count) => {
    let url
    for (let index = 0; index < count; index++) {
      const target = `https://${host}/${keyOf(index)}?X-Amz-Expires=60&x-matinee-session=${session}`
      url = (await fetcher.sign(target, { aws: { signQuery: true } })).url
    }
    return url
  },
  minio: async (count) => {
    let url
    for (let index = 0; index < count; index++) {
      url = await minio.presignedUrl('GET', place.bucket, keyOf(index), expiresInSeconds, {
        'x-matinee-session': session,
      })
    }
    return url
  },
  'SDK, S3RequestPresigner': async (count) => {
    let url
    for (let index = 0; index < count; index++) {
      const request = {
        protocol: 'https:',
        hostname: host,
        method: 'GET',
        path: `/${keyOf(index)}`,
        headers: { host },
        query: { 'x-matinee-session': session },
      }
      url = await lower.presign(request, { expiresIn: expiresInSeconds })
    }
    return url
  },
  'SDK, getSignedUrl': async (count) => {
    let url
    for (let index = 0; index < count; index++) {
      const command = new GetObjectCommand({ Bucket: place.bucket, Key: keyOf(index) })
      url = await getSignedUrl(client, command, { expiresIn: expiresInSeconds })
    }
    return url
  },
}

const targets = { 'SDK, getSignedUrl': 100, aws4: 8, "Bun's native signer": 3 }

/** Fast ones sign more, so that each round of each takes some fifty milliseconds. */
const counts = { 'Matinee, batches of 8': 24_000, 'SDK, getSignedUrl': 200 }

function timed(name, sign) {
  const count = counts[name] ?? 2_000
  return async () => {
    const began = process.cpuUsage()
    await sign(count)
    const { user, system } = process.cpuUsage(began)
    return (user + system) / count
  }
}

/** Bun's own signer, in Bun: it writes one line for every line it gets. */
async function bunSigner() {
  const bun = new URL('../node_modules/.bin/bun', import.meta.url).pathname
  const child = spawn(bun, [new URL('bun-signing.mjs', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return {
    run: async () => {
      child.stdin.write(`${JSON.stringify({ folder, count: 8000 })}\n`)
      return Number((await lines.next()).value)
    },
    close: () => child.kill(),
  }
}

export async function measureSigning({ rounds = 9 } = {}) {
  const bun = await bunSigner()
  const contenders = Object.fromEntries(
    Object.entries(signers).map(([name, sign]) => [name, timed(name, sign)]),
  )
  contenders["Bun's native signer"] = bun.run
  await interleave(contenders, 2)
  const results = await interleave(contenders, rounds)
  bun.close()
  const medians = Object.entries(results)
    .map(([name, values]) => [name, median(values)])
    .sort((a, b) => a[1] - b[1])
  const ours = Object.fromEntries(medians)['Matinee, batches of 8']
  const rows = medians.map(([name, value]) => {
    const target = targets[name]
    const judged = target ? [`${target} ×`, verdict(value / ours >= target)] : ['', '']
    return [name, round(value, 2), `${round(value / ours)} ×`, ...judged]
  })
  return table(['signer', 'µs a URL', 'against ours', 'wanted', ''], rows)
}

if (isMain(import.meta)) console.log(await measureSigning())
