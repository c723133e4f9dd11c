import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import t from 'tap'
import { openDelivery } from '../../../server/clients/delivery/open.ts'
import { openPresigner } from '../../../server/clients/presigner.ts'
import { testClock } from '../../fixtures/clock.ts'
import { config } from '../../fixtures/config.ts'

const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'secret' }
const clock = testClock('2026-03-04T23:59:30.750Z')
const presigner = openPresigner({ region: 'eu-west-1', bucket: 'films', credentials, clock })
const open = (settings: Record<string, string>) =>
  openDelivery({ config: config(settings), clock, presigner, credentials: async () => credentials })

const edge = { DELIVERY_URL: 'https://edge.films.example/' }
const hmac = { ...edge, DELIVERY: 'hmac', DELIVERY_KEYS: 'k'.repeat(32) }
const pem = (key: KeyObject) =>
  Buffer.from(key.export({ type: 'pkcs8', format: 'pem' })).toString('base64')
const pair = (key: KeyObject, id = 'K2JCJMDEHXQW5F') => `${id}:${pem(key)}`
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).privateKey

t.test('unless something else is set, viewers fetch from the bucket, as ever', async (t) => {
  const delivery = open({})
  t.equal(delivery.batch, presigner.batch, 'by the very same function')
  t.equal(delivery.origin, presigner.origin)
  t.equal(delivery.bindsRange, true)
  const { url } = await delivery.get('a', { expiresInSeconds: 60, session: 's' })
  t.equal(await delivery.verify(new URL(url)), 'genuine')
  t.equal(await delivery.verify(new URL(url.replace('/a?', '/b?'))), 'forged')
})

t.test('an edge’s URLs live as long as the bucket’s do', async (t) => {
  const delivery = open(hmac)
  t.equal(delivery.origin, 'https://edge.films.example')
  t.equal(delivery.bindsRange, false)
  const second = Math.floor(clock.now().getTime() / 1000)
  const expiry = (url: string) => Number(new URL(url).searchParams.get('expires')) - second
  const batch = await delivery.batch({ expiresInSeconds: 60, session: 's' })
  t.equal(batch.expiresInSeconds, 60)
  t.equal(expiry(batch.below('v/720p/')('1.m4s')), 60)
  const at = new Date((second - 100) * 1000)
  t.equal(expiry((await delivery.get('p.jpg', { at, expiresInSeconds: 3600 })).url), 3500)
  t.equal(expiry((await delivery.head('a', { expiresInSeconds: 1 })).url), 1)
  await t.rejects(delivery.get('a', { expiresInSeconds: 0 }), RangeError)
  await t.rejects(delivery.batch({ expiresInSeconds: 604_801 }), RangeError)
})

t.test('what must not be signed is not', async (t) => {
  const delivery = open(hmac)
  const life = { expiresInSeconds: 60 }
  for (const key of ['', '/a', 'a/../b', 'a\\b', './a']) {
    await t.rejects(delivery.get(key, life), RangeError, key)
    await t.rejects(delivery.head(key, life), RangeError, key)
  }
  const { below } = await delivery.batch(life)
  t.throws(() => below('v/')('../other'), RangeError)
  await t.rejects(delivery.get('a', { ...life, range: 'bytes=0-1' }), RangeError)
  t.match((await delivery.get('a b/ü', life)).url, '/a%20b/%C3%BC?')
})

t.test('the prefix of a shared bucket stands in the path', async (t) => {
  const delivery = open({ ...hmac, S3_PREFIX: 'staging/two' })
  const { url } = await delivery.get('videos/a', { expiresInSeconds: 60 })
  t.match(url, /^https:\/\/edge\.films\.example\/staging\/two\/videos\/a\?/)
})

t.test(
  'a leaked URL is known by the edge’s keys, and one of the bucket by the bucket’s',
  async (t) => {
    const delivery = open(hmac)
    const life = { expiresInSeconds: 60, session: 's' }
    t.equal(await delivery.verify(new URL((await delivery.get('a', life)).url)), 'genuine')
    t.equal(await delivery.verify(new URL((await presigner.get('a', life)).url)), 'genuine')
  },
)

t.test('each kind says what its settings lack, in one sentence that names it', (t) => {
  const fails = (settings: Record<string, string>, message: RegExp) =>
    t.throws(() => open(settings), { name: 'ConfigError', message })
  for (const DELIVERY of ['hmac', 'bunny', 'cloudfront']) {
    fails({ DELIVERY, DELIVERY_KEYS: 'k' }, /^DELIVERY_URL is not set.*=/)
    fails({ DELIVERY, ...edge }, /^DELIVERY_KEYS is not set/)
  }
  fails({ DELIVERY: 'akamai' }, /^DELIVERY is wrong.*cloudfront, bunny, hmac/)
  fails({ ...hmac, DELIVERY_URL: 'edge.films.example' }, /^DELIVERY_URL is wrong/)
  fails({ ...hmac, DELIVERY_KEYS: `${'k'.repeat(32)},short` }, /^DELIVERY_KEYS.*32 characters/)
  const cloudfront = { ...edge, DELIVERY: 'cloudfront' }
  for (const DELIVERY_KEYS of ['K2', 'K2:', 'K2:bm8gcGVt', `:${pem(ec('P-256'))}`]) {
    fails({ ...cloudfront, DELIVERY_KEYS }, /^DELIVERY_KEYS is wrong: .*ID:PEM/)
  }
  for (const key of [ec('P-384'), rsa(1024), generateKeyPairSync('ed25519').privateKey]) {
    fails({ ...cloudfront, DELIVERY_KEYS: pair(key) }, /RSA keys of 2048 bits and ECDSA/)
  }
  const keys = [pair(ec('P-256'), 'KNEW'), pair(rsa(2048), 'KOLD')].join()
  t.doesNotThrow(() => open({ ...cloudfront, DELIVERY_KEYS: keys }))
  t.doesNotThrow(() => open({ ...edge, DELIVERY: 'bunny', DELIVERY_KEYS: 'a-b,c-d' }))
  t.end()
})

t.test('a wrong key is not shown', (t) => {
  t.throws(() => config({ DELIVERY_KEYS: 'se cret' }), {
    message: /^DELIVERY_KEYS is wrong: The value/,
  })
  t.end()
})
