import t from 'tap'
import { bucketForTests, storageAt } from './bucket-for-tests.ts'

const rule = {
  origins: ['http://localhost:3000'],
  methods: ['GET'],
  allowedHeaders: ['range'],
  exposedHeaders: ['ETag'],
  maxAgeSeconds: 60,
}
const preflight = async (url: string) => {
  const headers = { origin: 'http://localhost:3000', 'access-control-request-method': 'GET' }
  return (await fetch(url, { method: 'OPTIONS', headers })).status
}

t.test('a bucket is made when it is not there, and left alone when it is', async (t) => {
  const { endpoint } = await bucketForTests(t)
  const storage = storageAt(t, endpoint, { bucket: 'another' })
  await t.rejects(storage.ping(), { code: 'UNAVAILABLE' })
  await storage.ensureBucket()
  await storage.putBytes('kept', 'x', { contentType: 'text/plain' })
  await storage.ensureBucket()
  t.ok(await storage.head('kept'))
})

t.test('the pages of an origin may ask once its rule is set', async (t) => {
  const storage = await bucketForTests(t)
  const url = `${storage.endpoint}/matinee-test/film`
  t.equal(await preflight(url), 403)
  await storage.ensureCors([rule])
  t.equal(await preflight(url), 200)
})

t.test('ping tells a bucket that answers from one that does not know us', async (t) => {
  const storage = await bucketForTests(t)
  await t.resolves(storage.ping())
  const credentials = { accessKeyId: 'LOCALTESTKEY', secretAccessKey: 'wrong' }
  await t.rejects(storageAt(t, storage.endpoint, { credentials }).ping(), { code: 'UNAVAILABLE' })
  const stranger = { accessKeyId: 'NOBODY', secretAccessKey: 'wrong' }
  await t.rejects(storageAt(t, storage.endpoint, { credentials: stranger }).ping(), {
    code: 'UNAVAILABLE',
  })
  await t.rejects(storageAt(t, 'http://127.0.0.1:1').ping(), { code: 'UNAVAILABLE' })
})
