import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { compression } from '../../server/plugins/compression.ts'

const long = { text: 'film '.repeat(400) }

async function answering(t: Test) {
  const app = Fastify()
  t.teardown(() => app.close())
  await app.register(compression)
  app.get('/api/long', async () => long)
  app.get('/api/short', async () => ({ text: 'film' }))
  app.get('/page', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(`<p>${long.text}</p>`),
  )
  app.get('/problem', async (_request, reply) =>
    reply.type('application/problem+json').send(JSON.stringify(long)),
  )
  app.get('/picture', async (_request, reply) =>
    reply.type('image/jpeg').send(Buffer.from(long.text)),
  )
  app.get('/events', async (_request, reply) => reply.type('text/event-stream').send(long.text))
  return (url: string, encodings = 'gzip, deflate, br') =>
    app.inject({ url, headers: { 'accept-encoding': encodings } })
}

t.test('JSON and pages are compressed as the browser likes it', async (t) => {
  const get = await answering(t)
  const answer = await get('/api/long')
  t.equal(answer.headers['content-encoding'], 'br')
  t.match(answer.headers.vary, /accept-encoding/i)
  t.strictSame(JSON.parse(brotliDecompressSync(answer.rawPayload).toString()), long)
  const older = await get('/api/long', 'gzip')
  t.equal(older.headers['content-encoding'], 'gzip')
  t.strictSame(JSON.parse(gunzipSync(older.rawPayload).toString()), long)
  t.equal((await get('/page')).headers['content-encoding'], 'br')
  t.equal((await get('/problem')).headers['content-encoding'], 'br')
})

t.test('what would not get smaller, or must not wait, goes out as it is', async (t) => {
  const get = await answering(t)
  for (const url of ['/api/short', '/picture', '/events']) {
    t.equal((await get(url)).headers['content-encoding'], undefined, url)
  }
  t.equal((await get('/api/long', 'identity')).headers['content-encoding'], undefined)
})
