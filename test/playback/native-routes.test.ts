import t from 'tap'
import { until } from '../fixtures/until.ts'
import { visitor } from '../fixtures/visitor.ts'
import { watching } from '../fixtures/watching.ts'

t.test('each address of the playlists leads to its object, ranges and all', async (t) => {
  const { app, token } = await watching(t, { stored: true })
  const init = await app.inject(`/play/${token}/720p/init.mp4`)
  t.equal(init.statusCode, 302)
  t.equal(init.headers['cache-control'], 'no-store')
  t.equal(await (await fetch(init.headers.location ?? '')).text(), '720p init.mp4')
  const segment = await app.inject(`/play/${token}/audio/7.m4s`)
  const part = await fetch(segment.headers.location ?? '', { headers: { range: 'bytes=6-' } })
  t.equal(part.status, 206)
  t.equal(await part.text(), '7.m4s')
})

t.test('a client that looks first is sent to where it may look', async (t) => {
  const { app, token } = await watching(t, { stored: true })
  const head = await app.inject({ method: 'HEAD', url: `/play/${token}/720p/3.m4s` })
  t.equal(head.statusCode, 302)
  const looked = await fetch(head.headers.location ?? '', { method: 'HEAD' })
  t.equal(looked.status, 200)
  t.equal(looked.headers.get('content-length'), String('720p 3.m4s'.length))
})

t.test('captions lead to the bucket too', async (t) => {
  const { app, token, services, video } = await watching(t)
  const key = `videos/${video.id}/captions/one.vtt`
  await services.storage.putBytes(key, 'WEBVTT', { contentType: 'text/vtt' })
  await services.database.caption.create({
    data: { videoId: video.id, language: 'de', label: 'Deutsch', key },
  })
  // The change is heard of; that takes a moment.
  const answer = await until('the captions', async () => {
    const asked = await app.inject(`/play/${token}/captions-de/0.vtt`)
    return asked.statusCode !== 404 && asked
  })
  t.equal(await (await fetch(answer.headers.location ?? '')).text(), 'WEBVTT')
  t.match((await app.inject(`/play/${token}/captions-de/index.m3u8`)).body, '0.vtt')
  t.match((await app.inject(`/play/${token}/main.m3u8`)).body, 'captions-de/index.m3u8')
  t.equal((await app.inject(`/play/${token}/captions-fr/0.vtt`)).statusCode, 404)
})

t.test('who sees a preview reads what is said in it, and no more', async (t) => {
  const { app, services, video, ana } = await watching(t, { video: { teaserSeconds: 60 } })
  const key = `videos/${video.id}/captions/one.vtt`
  const cue = (at: string, text: string) => `${at} --> 00:02:00.000\n${text}`
  const said = ['1\n00:00:59.999 --> 00:01:02.000\nnow', cue('00:01:00.000', 'then')]
  const note = 'NOTE\n00:x9 --> a time that is none\n1:2:3,4 => 5: nor this'
  const head = ['WEBVTT', 'STYLE\n::cue { color: red }', note]
  const whole = `${[...head, cue('00:00:01.000', 'first'), ...said].join('\n\n')}\n`
  await services.storage.putBytes(key, whole, { contentType: 'text/vtt' })
  await services.database.caption.create({
    data: { videoId: video.id, language: 'de', label: 'Deutsch', key },
  })
  const stranger = visitor(app)
  const ask = async (who: typeof stranger, deviceId: string) =>
    (await who.post(`/api/videos/${video.id}/playback`, { deviceId })).json()
  const preview = await until('the captions', async () => {
    const opened = await ask(stranger, 'device-of-a-stranger')
    return opened.captions.length > 0 && opened
  })
  t.equal(preview.teaserSeconds, 60)
  const read = await app.inject(preview.captions[0].url)
  t.equal(read.statusCode, 200)
  t.match(read.headers['content-type'], 'text/vtt')
  t.equal(read.headers['cache-control'], 'no-store')
  t.match(read.body, 'color: red')
  t.match(read.body, 'first')
  t.match(read.body, 'now')
  t.notMatch(read.body, 'then')
  const paid = await ask(ana, 'device-of-ana')
  t.equal((await app.inject(paid.captions[0].url)).statusCode, 302)
  t.not(
    new URL(paid.captions[0].url, 'http://x').searchParams.get('v'),
    new URL(preview.captions[0].url, 'http://x').searchParams.get('v'),
    'who has paid meanwhile reads them anew',
  )
  t.not(paid.extras, preview.extras)
})

t.test(
  'the pictures over the timeline are mapped, and may be kept for as long as they last',
  async (t) => {
    const { app, token, services, video } = await watching(t, {
      video: {
        storyboard: {
          everySeconds: 10,
          tileWidth: 160,
          tileHeight: 90,
          columns: 5,
          rows: 5,
          sheets: 1,
        },
      },
    })
    const map = await app.inject(`/play/${token}/storyboard.vtt`)
    t.equal(map.headers['content-type'], 'text/vtt; charset=utf-8')
    t.match(map.body, 'storyboard/0.jpg#xywh=480,0,160,90')
    const key = `videos/${video.id}/${video.encodeId}/storyboard/0.jpg`
    await services.storage.putBytes(key, 'jpeg', { contentType: 'image/jpeg' })
    const sheet = await app.inject(`/play/${token}/storyboard/0.jpg`)
    t.equal(sheet.headers['cache-control'], 'private, max-age=45')
    t.equal(await (await fetch(sheet.headers.location ?? '')).text(), 'jpeg')
    t.equal((await app.inject(`/play/${token}/storyboard/1.jpg`)).statusCode, 404)
  },
)

t.test('a film without pictures has no map', async (t) => {
  const { app, token } = await watching(t)
  t.equal((await app.inject(`/play/${token}/storyboard.vtt`)).statusCode, 404)
  t.equal((await app.inject(`/play/${token}/storyboard/0.jpg`)).statusCode, 404)
})

t.test('segments that do not exist lead nowhere', async (t) => {
  const { app, token } = await watching(t)
  const names = ['10.m4s', '-1.m4s', '1.5.m4s', '01x.m4s', '..%2F0.m4s', '9999999.m4s', '.m4s']
  for (const name of names) {
    const { statusCode, headers } = await app.inject(`/play/${token}/720p/${name}`)
    t.ok(statusCode === 400 || statusCode === 404, `${name} answers ${statusCode}`)
    t.equal(headers.location, undefined)
  }
  t.equal((await app.inject(`/play/${token}/2160p/init.mp4`)).statusCode, 404)
})

t.test('fetching segment by segment at full speed is slowed down as well', async (t) => {
  const { app, token } = await watching(t, { segments: 300 })
  const statuses = new Set<number>()
  for (let index = 0; index < 300; index++) {
    statuses.add((await app.inject(`/play/${token}/720p/${index}.m4s`)).statusCode)
  }
  t.same([...statuses], [302, 429])
})
