import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import t, { type Test } from 'tap'
import { bucketForTests, credentials, storageAt } from './storage/bucket-for-tests.ts'

/** A server that takes connections and never says a word. */
async function silentServer(t: Test): Promise<string> {
  const sockets: Socket[] = []
  const server = createServer((socket) => sockets.push(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

t.test('the presigner finds the place and the credentials here', async (t) => {
  const storage = await bucketForTests(t)
  t.same(storage.location, {
    ...{ endpoint: storage.endpoint, region: 'us-east-1' },
    ...{ bucket: 'matinee-test', forcePathStyle: true, prefix: null },
  })
  t.match(await storage.credentials(), credentials)
})

t.test('Amazon’s own address needs no endpoint', async (t) => {
  const storage = storageAt(t, '', { endpoint: undefined, forcePathStyle: undefined })
  t.match(storage.location, { endpoint: null, forcePathStyle: false })
})

t.test('a bucket that is down is UNAVAILABLE, whatever is asked', async (t) => {
  const storage = storageAt(t, 'http://127.0.0.1:1')
  const unavailable = { name: 'MatineeError', code: 'UNAVAILABLE' }
  await t.rejects(storage.head('x'), unavailable)
  await t.rejects(storage.getBytes('x'), unavailable)
  await t.rejects(storage.putBytes('x', 'x', { contentType: 'text/plain' }), unavailable)
  await t.rejects(storage.list('x').next(), unavailable)
  await t.rejects(storage.createMultipart('x', { contentType: 'video/mp4' }), unavailable)
  await t.rejects(storage.listMultiparts('x').next(), unavailable)
})

t.test('a bucket that takes the call and never answers is given up', async (t) => {
  const storage = storageAt(t, await silentServer(t), { idleTimeoutMs: 100 })
  await t.rejects(storage.head('x'), { code: 'UNAVAILABLE' })
  await t.rejects(storage.ping(), { code: 'UNAVAILABLE' })
})
