// What a player does that shows pictures while one winds: from the master playlist to the bytes.
import t from 'tap'
import { build } from '../fixtures/app.ts'
import { readyVideo } from '../fixtures/media.ts'

t.test('a player that winds finds each key frame, by ranges of the segments', async (t) => {
  const { app, services } = await build(t)
  const { id } = await readyVideo(t, services, { seconds: 9 })
  await services.database.video.update({
    where: { id },
    data: { published: true, publishedAt: services.clock.now(), free: true },
  })
  const started = await app.inject({
    method: 'POST',
    url: `/api/videos/${id}/playback`,
    headers: { origin: 'http://localhost:3000' },
    payload: { deviceId: 'device-of-a-test' },
  })
  const path = `/play/${started.json().token}`
  const master = (await app.inject(`${path}/main.m3u8`)).body
  const [, uri] = /#EXT-X-I-FRAME-STREAM-INF:.*RESOLUTION=320x180,URI="([^"]+)"/.exec(master) ?? []
  t.equal(uri, '180p/keys.m3u8')
  const keys = (await app.inject(`${path}/${uri}`)).body
  const ranges = [...keys.matchAll(/#EXT-X-BYTERANGE:(\d+)@0\n(\d+\.m4s)/g)]
  t.equal(ranges.length, 3, 'one for each segment')
  for (const [, length, name] of ranges) {
    const { location } = (await app.inject(`${path}/180p/${name}`)).headers
    const range = `bytes=0-${Number(length) - 1}`
    const answer = await fetch(String(location), { headers: { range } })
    t.equal(answer.status, 206)
    t.equal((await answer.arrayBuffer()).byteLength, Number(length))
  }
  t.equal((await app.inject(`${path}/audio/keys.m3u8`)).statusCode, 404, 'sound has none')
})
