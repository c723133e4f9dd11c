// What one URL costs in processor time, by who serves it: batches of 8, as players ask for them.
import { generateKeyPairSync } from 'node:crypto'
import { systemClock } from '../../dist/server/clients/clock.js'
import { openDelivery } from '../../dist/server/clients/delivery/open.js'
import { openPresigner } from '../../dist/server/clients/presigner.js'
import { interleave, isMain, median, round, table } from '../measure.mjs'

const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG',
}
const presigner = openPresigner({
  region: 'eu-west-1',
  bucket: 'films',
  credentials,
  clock: systemClock,
})
const folder =
  'videos/01890a5d-ac96-774b-bcce-b302099a8057/01890a5d-ac96-774b-bcce-b302099a8058/720p/'
const session = '01890a5d-ac96-774b-bcce-b302099a8059'

const pair = (type, options) => {
  const { privateKey } = generateKeyPairSync(type, options)
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  return `K2JCJMDEHXQW5F:${Buffer.from(pem).toString('base64')}`
}
const kinds = {
  s3: ['s3', undefined, 24_000],
  hmac: ['hmac', 'k'.repeat(64), 16_000],
  bunny: ['bunny', 'k'.repeat(36), 16_000],
  'cloudfront, ECDSA': ['cloudfront', pair('ec', { namedCurve: 'P-256' }), 800],
  'cloudfront, RSA': ['cloudfront', pair('rsa', { modulusLength: 2048 }), 160],
}

function timed([DELIVERY, DELIVERY_KEYS, count]) {
  const config = { DELIVERY, DELIVERY_KEYS, DELIVERY_URL: 'https://edge.films.example' }
  const options = { config, clock: systemClock, presigner, credentials: async () => credentials }
  const delivery = openDelivery(options)
  return async () => {
    const began = process.cpuUsage()
    for (let index = 0; index < count; index += 8) {
      const sign = (await delivery.batch({ expiresInSeconds: 60, session })).below(folder)
      for (let offset = 0; offset < 8; offset++) sign(`${(index + offset) % 2700}.m4s`)
    }
    const { user, system } = process.cpuUsage(began)
    return (user + system) / count
  }
}

export async function measureDelivery({ rounds = 9 } = {}) {
  const contenders = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, timed(kind)]),
  )
  await interleave(contenders, 2)
  const results = await interleave(contenders, rounds)
  const rows = Object.entries(results).map(([name, values]) => [name, round(median(values), 2)])
  return table(['DELIVERY', 'µs a URL'], rows)
}

if (isMain(import.meta)) console.log(await measureDelivery())
