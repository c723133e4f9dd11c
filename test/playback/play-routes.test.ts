import t from 'tap'
import { build } from '../helper.ts'
import { signedUp } from '../visitor.ts'
import { addPlan, stageFilm, subscribe } from './stage.ts'

const deviceId = 'device-of-ana'

t.test('a subscriber gets URLs that the bucket serves, and only for so long', async (t) => {
  const { app, services } = await build(t)
  const film = await stageFilm(services, { stored: true })
  await addPlan(services, [film.id])
  const ana = await signedUp(app)
  const refused = await ana.post(`/api/videos/${film.id}/playback`, { deviceId })
  t.equal(refused.statusCode, 402)
  t.match(refused.json(), { code: 'PAYMENT_REQUIRED', offers: [{ kind: 'plan' }] })

  await subscribe(services, ana.userId)
  const started = await ana.post(`/api/videos/${film.id}/playback`, { deviceId })
  t.equal(started.statusCode, 201, started.body)
  const { token, hlsUrl, first } = started.json()
  t.same(
    first.map(({ rendition, from, urls }: { rendition: string; from: number; urls: string[] }) => [
      rendition,
      from,
      urls.length,
    ]),
    [
      ['720p', 0, 3],
      ['audio', 0, 3],
    ],
  )
  const master = await app.inject(hlsUrl)
  t.equal(master.statusCode, 200)
  t.match(master.body, '720p/index.m3u8')
  const batch = await app.inject(`/play/${token}/1080p/urls?from=2&count=3`)
  t.equal(batch.statusCode, 200, batch.body)
  const { urls, initUrl } = batch.json()
  t.equal(await (await fetch(urls[0])).text(), '1080p 2.m4s')
  t.equal(await (await fetch(initUrl)).text(), '1080p init.mp4')
  const native = await app.inject(`/play/${token}/audio/4.m4s`)
  t.equal(native.statusCode, 302)
  t.equal(await (await fetch(native.headers.location ?? '')).text(), 'audio 4.m4s')
  services.clock.advance(61)
  t.equal((await fetch(urls[0])).status, 403)
})
