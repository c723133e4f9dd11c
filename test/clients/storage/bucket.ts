import type { Test } from 'tap'
import type { OpenBucket } from './bucket-for-tests.ts'

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

export async function bucketSuite(t: Test, open: OpenBucket): Promise<void> {
  await t.test('a bucket is made when it is not there, and left alone when it is', async (t) => {
    const beside = await open(t)
    const storage = beside.at({ bucket: `${beside.location.bucket}-beside` })
    await t.rejects(storage.ping(), { code: 'UNAVAILABLE' })
    await storage.ensureBucket()
    await storage.putBytes('kept', 'x', { contentType: 'text/plain' })
    await storage.ensureBucket()
    t.ok(await storage.head('kept'))
  })

  await t.test('the pages of an origin may ask once its rule is set', async (t) => {
    const storage = await open(t)
    const url = `${storage.endpoint}/${storage.location.bucket}/film`
    t.equal(await preflight(url), 403)
    await storage.ensureCors([rule])
    t.equal(await preflight(url), 200)
  })

  await t.test('ping tells a bucket that answers from one that does not know us', async (t) => {
    const storage = await open(t)
    await t.resolves(storage.ping())
    const credentials = { ...(await storage.credentials()), secretAccessKey: 'wrong' }
    await t.rejects(storage.at({ credentials }).ping(), { code: 'UNAVAILABLE' })
    const stranger = { accessKeyId: 'NOBODY', secretAccessKey: 'wrong' }
    await t.rejects(storage.at({ credentials: stranger }).ping(), {
      code: 'UNAVAILABLE',
    })
    await t.rejects(storage.at({ endpoint: 'http://127.0.0.1:1' }).ping(), { code: 'UNAVAILABLE' })
  })
}
