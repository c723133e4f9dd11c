import { pino } from 'pino'
import t from 'tap'
import { operations } from '../../contract/operations.ts'
import { buildApp } from '../../server/app.ts'
import { openLog } from '../../server/clients/log.ts'
import { openServices } from '../../server/services.ts'
import { storageCredentials } from '../fixtures/s3.ts'
import { until } from '../fixtures/until.ts'
import { batchOf, listening, watching } from '../fixtures/watching.ts'

t.test('any page may play with a token, and no cookie is needed', async (t) => {
  const { app, token } = await watching(t)
  const headers = { origin: 'https://elsewhere.example', 'accept-encoding': 'br, gzip' }
  for (const path of ['main.m3u8', '720p/index.m3u8', '720p/urls?from=0', '720p/0.m4s']) {
    const answer = await app.inject({ url: `/play/${token}/${path}`, headers })
    t.ok(answer.statusCode < 400, path)
    t.equal(answer.headers['access-control-allow-origin'], '*')
    t.equal(answer.headers['cross-origin-resource-policy'], 'cross-origin')
    t.equal(answer.headers['access-control-allow-credentials'], undefined)
    t.equal(answer.headers['x-content-type-options'], 'nosniff')
    const isPlaylist = path.endsWith('.m3u8')
    t.equal(
      answer.headers['content-encoding'],
      isPlaylist ? 'gzip' : undefined,
      'signatures stay as they are',
    )
  }
  const refused = await app.inject({ url: `/play/${token}/720p/urls?from=99`, headers })
  t.equal(refused.headers['access-control-allow-origin'], '*', 'errors can be read as well')
  const german = { ...headers, 'accept-language': 'de' }
  const inGerman = await app.inject({ url: `/play/${token}/720p/urls?from=99`, headers: german })
  t.same(inGerman.json(), refused.json(), 'players say it in their viewer’s language themselves')
  const preflight = await app.inject({
    method: 'OPTIONS',
    url: `/play/${token}`,
    headers: { ...headers, 'access-control-request-method': 'DELETE' },
  })
  t.equal(preflight.statusCode, 204)
  const allowed = String(preflight.headers['access-control-allow-methods']).split(', ')
  const asked = Object.keys(operations).filter((key) => key.includes(' /play/'))
  for (const key of asked) t.ok(allowed.includes(key.split(' ')[0] ?? ''), key)
  const ended = await app.inject({ method: 'DELETE', url: `/play/${token}`, headers })
  t.equal(ended.statusCode, 204)
})

t.test('a player that is done frees its place at once, and may say so twice', async (t) => {
  const { app, token, play } = await watching(t)
  t.equal((await play('another-device')).statusCode, 201)
  t.equal((await play('a-third-device')).statusCode, 409)
  const end = () => app.inject({ method: 'DELETE', url: `/play/${token}` })
  t.equal((await end()).statusCode, 204)
  t.equal((await play('a-third-device')).statusCode, 201)
  t.equal((await end()).statusCode, 204)
  const late = await batchOf(app, token, '720p', 'from=0')
  t.equal(late.statusCode, 410)
  t.match(late.json(), { code: 'PLAYBACK_ENDED', reason: 'stopped' })
})

t.test('past the teaser nobody gets a URL, whatever way they ask', async (t) => {
  const { app, services, ana, video, subscription } = await watching(t, {
    video: { teaserSeconds: 10 },
  })
  await services.database.subscription.delete({ where: { id: subscription.id } })
  const started = await ana.post(`/api/videos/${video.id}/playback`, { deviceId: 'fresh-device' })
  const { token, teaserSeconds } = started.json()
  t.equal(teaserSeconds, 10)
  const within = await batchOf(app, token, '720p', 'from=0&count=8')
  t.equal(within.json().urls.length, 3)
  for (const path of ['720p/urls?from=3', 'audio/urls?from=3', '720p/3.m4s', 'audio/9.m4s']) {
    const refused = await app.inject(`/play/${token}/${path}`)
    t.equal(refused.statusCode, 402, path)
    t.match(refused.json(), { code: 'PAYMENT_REQUIRED', offers: [{ kind: 'plan' }] })
    t.equal(refused.headers.location, undefined)
  }
})

t.test(
  'a player that fetches far ahead may have playlists that end with the preview',
  async (t) => {
    const { app, services, ana, video, token, subscription } = await watching(t, {
      video: { teaserSeconds: 10 },
    })
    const lines = async (of: string, path: string) =>
      (await app.inject(`/play/${of}/${path}`)).body
        .split('\n')
        .filter((line) => /^[^#]/.test(line))
    t.equal(
      (await lines(token, '720p/index.m3u8?end=preview')).length,
      10,
      'whoever has paid sees all',
    )
    await services.database.subscription.delete({ where: { id: subscription.id } })
    const started = await ana.post(`/api/videos/${video.id}/playback`, { deviceId: 'fresh-device' })
    const { token: preview } = started.json()
    const variants = await lines(preview, 'main.m3u8?end=preview')
    t.equal(variants.length, 3)
    t.ok(variants.every((line) => line.endsWith('/index.m3u8?end=preview')))
    t.notMatch((await app.inject(`/play/${preview}/main.m3u8?end=preview`)).body, 'I-FRAME')
    for (const rendition of ['720p', 'audio']) {
      const segments = await lines(preview, `${rendition}/index.m3u8?end=preview`)
      t.same(segments, ['0.m4s', '1.m4s', '2.m4s'])
      for (const name of segments) {
        t.equal((await app.inject(`/play/${preview}/${rendition}/${name}`)).statusCode, 302, name)
      }
    }
    t.equal((await lines(preview, '720p/index.m3u8')).length, 10)
    t.equal((await app.inject(`/play/${preview}/main.m3u8?end=never`)).statusCode, 400)
  },
)

t.test('neither token nor signature reaches the log', async (t) => {
  const { app, token, services } = await watching(t)
  t.ok(token)
  const lines: string[] = []
  const log = openLog('trace', { write: (line: string) => lines.push(line) })
  const loud = await openServices(services.config, {
    log,
    clock: services.clock,
    storageCredentials,
  })
  const noisy = await buildApp(loud)
  t.teardown(async () => {
    await noisy.close()
    await loud.close()
  })
  const batch = await batchOf(noisy, token, '720p', 'from=0')
  await noisy.inject(`/play/${token}/720p/0.m4s`)
  await noisy.inject(`/play/${token}/720p/urls?from=99`)
  await noisy.inject(`/play/${token}/no/such/route`)
  t.equal(batch.statusCode, 200)
  const text = lines.join('')
  t.notMatch(text, token)
  t.notMatch(text, /X-Amz-Signature=[0-9a-f]/)
  await app.close()
})

t.test('what ends a playback is heard by every process within a second', async (t) => {
  const { app, services, token, subscription } = await watching(t)
  const other = await openServices(services.config, {
    clock: services.clock,
    log: pino({ level: 'silent' }),
    storageCredentials,
  })
  const second = await buildApp(other)
  t.teardown(async () => {
    await second.close()
    await other.close()
  })
  await listening(other)
  services.clock.advance(0.001)
  for (const process of [app, second]) {
    t.equal((await batchOf(process, token, '720p', 'from=0&count=1')).statusCode, 200)
  }
  services.clock.advance(0.001)
  const began = performance.now()
  await services.database.subscription.delete({ where: { id: subscription.id } })
  for (const process of [app, second]) {
    const answer = await until('the end of the playback', async () => {
      const asked = await batchOf(process, token, '720p', 'from=0&count=1')
      return asked.statusCode !== 200 && asked
    })
    t.equal(answer.statusCode, 402)
    t.match(answer.json(), { reason: 'not_entitled', offers: [{ kind: 'plan' }] })
  }
  const took = performance.now() - began
  t.ok(took < 1000, `${Math.round(took)} ms`)
})
