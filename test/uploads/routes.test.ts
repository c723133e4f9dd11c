import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { newUpload, put, videoBytes } from '../fixtures/uploads.ts'
import { signedUp, visitor } from '../fixtures/visitor.ts'

async function studio(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const { id } = await addVideo(services, { status: 'draft', published: false, encodeId: null })
  return { app, services, operator, videoId: id }
}

t.test('a film goes from the browser to the bucket to the transcode', async (t) => {
  const { services, operator, videoId } = await studio(t)
  const bytes = videoBytes(9 * 1024 ** 2)
  const begun = await operator.post(
    `/api/studio/videos/${videoId}/uploads`,
    newUpload(bytes.length),
  )
  t.equal(begun.statusCode, 201)
  const { id, partSizeBytes, partCount } = begun.json()
  t.same([partSizeBytes, partCount], [8 * 1024 ** 2, 2])

  const signed = await operator.post(`/api/studio/uploads/${id}/parts`, { partNumbers: [1, 2] })
  t.equal(signed.statusCode, 200)
  t.equal(signed.headers['cache-control'], 'private, no-store')
  const parts = []
  for (const part of signed.json().parts) {
    const from = (part.partNumber - 1) * partSizeBytes
    const { status, etag } = await put(part, bytes.subarray(from, from + part.sizeBytes))
    t.equal(status, 200)
    parts.push({ partNumber: part.partNumber, etag })
  }
  const waiting = await operator.get(`/api/studio/videos/${videoId}/uploads`)
  t.match(waiting.json(), { uploads: [{ id, status: 'open', parts: [{}, {}] }] })

  const done = await operator.post(`/api/studio/uploads/${id}/complete`, { parts })
  t.same([done.statusCode, done.json()], [202, { videoId, status: 'completed' }])
  t.match((await operator.get(`/api/studio/uploads/${id}`)).json(), { status: 'completed' })
  const video = await services.database.video.findUnique({
    where: { id: videoId },
    include: { encodes: true },
  })
  t.match(video, { status: 'queued', encodes: [{ sourceKey: `originals/${videoId}/${id}` }] })
})

t.test('an uploaded poster becomes the film’s', async (t) => {
  const { services, operator, videoId } = await studio(t)
  // One pixel.
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const poster = { fileName: 'a.png', contentType: 'image/png', purpose: 'poster' } as const
  const wanted = newUpload(png.length, poster)
  const { id } = (await operator.post(`/api/studio/videos/${videoId}/uploads`, wanted)).json()
  const signed = await operator.post(`/api/studio/uploads/${id}/parts`, { partNumbers: [1] })
  const { etag } = await put(signed.json().parts[0], png)
  const parts = [{ partNumber: 1, etag }]
  t.equal((await operator.post(`/api/studio/uploads/${id}/complete`, { parts })).statusCode, 202)
  const video = await services.database.video.findUniqueOrThrow({ where: { id: videoId } })
  t.equal(video.posterKey, `videos/${videoId}/posters/${id}.jpg`)
  t.equal(await services.storage.head(`originals/${videoId}/${id}`), null, 'as sent it is gone')
  const shown = await services.storage.head(video.posterKey ?? '')
  const html = Buffer.from('<script>alert(1)</script>'.padEnd(png.length))
  await put(signed.json().parts[0], html)
  t.same(await services.storage.head(video.posterKey ?? ''), shown, 'what is shown stays')
})

t.test('an upload is given up with DELETE', async (t) => {
  const { operator, videoId } = await studio(t)
  const begun = await operator.post(`/api/studio/videos/${videoId}/uploads`, newUpload(1))
  const url = `/api/studio/uploads/${begun.json().id}`
  t.equal((await operator.request('DELETE', url)).statusCode, 204)
  t.match((await operator.get(url)).json(), { status: 'aborted' })
  t.match(await operator.post(`${url}/parts`, { partNumbers: [1] }), { statusCode: 409 })
})

t.test('only an operator uploads', async (t) => {
  const { app, operator, videoId, services } = await studio(t)
  const begun = await operator.post(`/api/studio/videos/${videoId}/uploads`, newUpload(1))
  const { id } = begun.json()
  const member = await signedUp(app, 'member@films.example')
  const claimed = { parts: [{ partNumber: 1, etag: 'x' }] }
  for (const [method, url, body] of [
    ['POST', `/api/studio/videos/${videoId}/uploads`, newUpload(1)],
    ['GET', `/api/studio/videos/${videoId}/uploads`, undefined],
    ['GET', `/api/studio/uploads/${id}`, undefined],
    ['POST', `/api/studio/uploads/${id}/parts`, { partNumbers: [1] }],
    ['POST', `/api/studio/uploads/${id}/complete`, claimed],
    ['DELETE', `/api/studio/uploads/${id}`, undefined],
  ] as const) {
    t.match((await visitor(app).request(method, url, body)).json(), { code: 'SIGN_IN_REQUIRED' })
    t.match((await member.request(method, url, body)).json(), { code: 'FORBIDDEN' })
  }
  t.match(await services.database.upload.findMany(), [{ id, status: 'open' }])
})

t.test('what is no upload, part or film is refused by its field, or not found', async (t) => {
  const { operator, videoId } = await studio(t)
  const begin = (body: object) => operator.post(`/api/studio/videos/${videoId}/uploads`, body)
  const refused = async (body: object, field: string) =>
    t.match((await begin(body)).json(), { status: 400, detail: new RegExp(field) }, field)
  await refused({ ...newUpload(1), sizeBytes: 0 }, 'This file is empty')
  await refused({ ...newUpload(1), sizeBytes: 1.5 }, 'sizeBytes')
  await refused({ ...newUpload(1), fileName: '' }, 'fileName')
  await refused({ ...newUpload(1), checksum: 'md5' }, 'checksum')
  await refused({ ...newUpload(1), purpose: 'trailer' }, 'purpose')
  await refused({ ...newUpload(1), extra: 1 }, 'extra')
  t.equal((await begin(newUpload(6 * 1024 ** 4))).statusCode, 413)
  t.equal((await begin(newUpload(1, { contentType: 'text/html' }))).statusCode, 415)

  const { id } = (await begin(newUpload(1))).json()
  const sign = (body: object) => operator.post(`/api/studio/uploads/${id}/parts`, body)
  for (const partNumbers of [
    [],
    [0],
    [10_001],
    [1, 1],
    ['1'],
    Array.from({ length: 101 }, (_, n) => n + 1),
  ]) {
    t.match((await sign({ partNumbers })).json(), { status: 400, detail: /partNumbers/ })
  }
  const complete = (parts: object[]) =>
    operator.post(`/api/studio/uploads/${id}/complete`, { parts })
  t.equal((await complete([])).statusCode, 400)
  t.match((await complete([{ partNumber: 1, etag: 'x' }])).json(), { code: 'CONFLICT' })

  for (const url of [
    `/api/studio/uploads/${randomUUID()}`,
    `/api/studio/uploads/${randomUUID()}/x`,
  ]) {
    t.equal((await operator.get(url)).statusCode, 404)
  }
  t.equal((await operator.get('/api/studio/uploads/not-an-id')).statusCode, 400)
  const nowhere = `/api/studio/videos/${randomUUID()}/uploads`
  t.equal((await operator.post(nowhere, newUpload(1))).statusCode, 404)
})

t.test('ten thousand parts can be named when completing', async (t) => {
  const { operator, videoId } = await studio(t)
  const begun = await operator.post(`/api/studio/videos/${videoId}/uploads`, newUpload(1))
  const etag = `"${'0'.repeat(32)}"`
  const parts = Array.from({ length: 10_000 }, (_, at) => ({ partNumber: at + 1, etag }))
  const answer = await operator.post(`/api/studio/uploads/${begun.json().id}/complete`, { parts })
  t.match(answer.json(), { code: 'CONFLICT' }, 'read, and found not to be what arrived')
})
