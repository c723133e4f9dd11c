import { gunzipSync } from 'node:zlib'
import fastify from 'fastify'
import t from 'tap'
import { prepareText } from '../../server/playback/playable-video.ts'
import { sendPrepared } from '../../server/playback/send-prepared.ts'

const text = '#EXTM3U\n'.repeat(50)

async function open(t: { teardown(close: () => unknown): void }) {
  const app = fastify()
  t.teardown(() => app.close())
  const prepared = await prepareText(text)
  app.get('/', async (request, reply) => sendPrepared(request, reply, prepared))
  return (headers: Record<string, string> = {}) => app.inject({ url: '/', headers })
}

t.test('a client that takes gzip gets it, any other the plain text', async (t) => {
  const ask = await open(t)
  for (const accepted of [
    'gzip',
    'br, gzip',
    'gzip;q=0.5, br',
    '*',
    'GZIP',
    'deflate,gzip;q=1.0',
  ]) {
    const answer = await ask({ 'accept-encoding': accepted })
    t.equal(answer.headers['content-encoding'], 'gzip', accepted)
    t.equal(gunzipSync(answer.rawPayload).toString(), text)
  }
  for (const accepted of ['br', 'identity', 'gzip;q=0', 'br, gzip; q=0.0', 'x-gzipped']) {
    const answer = await ask({ 'accept-encoding': accepted })
    t.equal(answer.headers['content-encoding'], undefined, accepted)
    t.equal(answer.body, text)
  }
  const plain = await ask()
  t.equal(plain.body, text)
  t.equal(plain.headers['content-type'], 'application/vnd.apple.mpegurl')
  t.equal(plain.headers.vary, 'accept-encoding')
  t.equal(plain.headers['cache-control'], 'private, no-cache')
})

t.test('an unchanged text is not sent again', async (t) => {
  const ask = await open(t)
  const etag = (await ask()).headers.etag ?? ''
  const zipped = (await ask({ 'accept-encoding': 'gzip' })).headers.etag ?? ''
  t.not(etag, zipped, 'two encodings are two representations')
  for (const known of [etag, zipped, `W/${etag}`, `"other", ${etag}`, '*']) {
    const answer = await ask({ 'if-none-match': known })
    t.equal(answer.statusCode, 304, known)
    t.equal(answer.body, '')
    t.equal(answer.headers.etag, etag)
  }
  t.equal((await ask({ 'if-none-match': '"other"' })).statusCode, 200)
})
