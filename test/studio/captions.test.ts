import t, { type Test } from 'tap'
import { runCaptionJob } from '../../server/transcode/captions/take-captions.ts'
import { build } from '../fixtures/app.ts'
import { addUser, addVideo } from '../fixtures/rows.ts'
import { put } from '../fixtures/uploads.ts'
import { signedUp } from '../fixtures/visitor.ts'

async function studio(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const video = await addVideo(services, { free: true })
  await services.database.rendition.create({
    data: {
      ...{ videoId: video.id, encodeId: video.encodeId ?? '', name: '360p', kind: 'video' },
      ...{ codecs: 'avc1.64001E', width: 640, height: 360, frameRate: 25, initBytes: 800 },
      ...{ bandwidth: 900_000, averageBandwidth: 700_000, prefix: `videos/${video.id}/e/360p` },
      ...{ segmentSeconds: [4, 4], segmentBytes: [400_000, 300_000] },
    },
  })
  return { app, services, operator, videoId: video.id }
}

async function send(
  { services, operator, videoId }: Omit<Awaited<ReturnType<typeof studio>>, 'app'>,
  text: string,
  more: object = {},
) {
  const begun = await operator.post(`/api/studio/videos/${videoId}/uploads`, {
    ...{ fileName: 'a.srt', contentType: '', sizeBytes: Buffer.byteLength(text) },
    ...{ purpose: 'captions', language: 'de', ...more },
  })
  if (begun.statusCode !== 201) return begun
  const path = `/api/studio/uploads/${begun.json().id}`
  const [part] = (await operator.post(`${path}/parts`, { partNumbers: [1] })).json().parts
  const { etag } = await put(part, Buffer.from(text))
  const answer = await operator.post(`${path}/complete`, { parts: [{ partNumber: 1, etag }] })
  await runCaptionJob(services, { data: { uploadId: begun.json().id, actorId: null } })
  return answer
}

const srt = '1\n00:00:01,000 --> 00:00:02,000\nGuten Tag\n'

t.test('uploaded captions are on the film, in its playlists and behind its gate', async (t) => {
  const { app, services, operator, videoId } = await studio(t)
  t.equal((await send({ services, operator, videoId }, srt)).statusCode, 202)
  t.match((await operator.get(`/api/studio/videos/${videoId}`)).json().captions, [
    { language: 'de', label: 'Deutsch' },
  ])
  const device = { deviceId: 'device-of-a-test' }
  const started = await operator.post(`/api/videos/${videoId}/playback`, device)
  const { token, captions } = started.json()
  const url = `/play/${token}/captions-de/0.vtt`
  t.match(captions, [{ language: 'de', label: 'Deutsch', url: RegExp(`^${url}\\?v=`) }])
  const master = (await app.inject(`/play/${token}/main.m3u8`)).body
  t.match(master, /TYPE=SUBTITLES.*LANGUAGE="de".*URI="captions-de\/index.m3u8"/)
  t.match(master, /EXT-X-STREAM-INF:.*SUBTITLES="captions"/)
  t.match((await app.inject(`/play/${token}/captions-de/index.m3u8`)).body, /\n0\.vtt\n/)
  const signed = String((await app.inject(url)).headers.location)
  t.match(await (await fetch(signed)).text(), /^WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nGuten Tag/)
  t.equal((await fetch(signed.split('?')[0] ?? '')).status, 403, 'nobody reads them unsigned')

  await app.inject({ method: 'POST', url: `/play/${token}/begin` })
  await services.database.playbackSession.updateMany({
    data: { endedAt: services.clock.now(), endReason: 'kicked' },
  })
  services.clock.advance(60)
  t.equal((await app.inject(url)).statusCode, 410, 'nor with a playback that has ended')
})

t.test('captions are taken away again, and leave a trace in the audit log', async (t) => {
  const { services, operator, videoId } = await studio(t)
  await send({ services, operator, videoId }, srt)
  const path = `/api/studio/videos/${videoId}`
  const [caption] = (await operator.get(path)).json().captions
  const remove = () => operator.request('DELETE', `${path}/captions/${caption.id}`)
  t.equal((await remove()).statusCode, 204)
  t.same((await operator.get(path)).json().captions, [])
  t.match((await remove()).json(), { status: 404, detail: 'This film has no such captions.' })
  const action = 'video.captions_removed'
  t.equal(await services.database.auditEntry.count({ where: { action } }), 1)
})

t.test("another film's captions are not taken away by mistake", async (t) => {
  const { services, operator, videoId } = await studio(t)
  await send({ services, operator, videoId }, srt)
  const [caption] = (await operator.get(`/api/studio/videos/${videoId}`)).json().captions
  const other = await addVideo(services)
  const url = `/api/studio/videos/${other.id}/captions/${caption.id}`
  t.equal((await operator.request('DELETE', url)).statusCode, 404)
  t.equal(await services.database.caption.count(), 1)
})

t.test('only an operator takes captions away', async (t) => {
  const { app, services, operator, videoId } = await studio(t)
  await send({ services, operator, videoId }, srt)
  const [caption] = (await operator.get(`/api/studio/videos/${videoId}`)).json().captions
  await addUser(services)
  const member = await signedUp(app, 'member@films.example')
  const url = `/api/studio/videos/${videoId}/captions/${caption.id}`
  t.equal((await member.request('DELETE', url)).statusCode, 403)
  t.equal(await services.database.caption.count(), 1)
})

const refused: [name: string, text: string, more: object, status: number, why: RegExp][] = [
  ['captions without a language', srt, { language: undefined }, 400, /language: is missing/],
  ['a language that is none', srt, { language: 'German please' }, 400, /language/],
  ['prose', 'It was a dark night.', {}, 415, /no captions that can be read here/],
]
for (const [name, text, more, status, why] of refused) {
  t.test(`${name} are refused with what to do`, async (t) => {
    const { services, operator, videoId } = await studio(t)
    const answer = await send({ services, operator, videoId }, text, more)
    t.equal(answer.statusCode, status)
    t.match(answer.json().detail, why)
    t.equal(await services.database.caption.count(), 0)
    for await (const { key } of services.storage.list('originals/')) t.fail(key)
  })
}
