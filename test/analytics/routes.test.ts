import t from 'tap'
import { newToken } from '../../server/accounts/tokens.ts'
import { watching } from '../fixtures/watching.ts'

const report = { startUpMs: 412, watchedSeconds: 61.5, stallCount: 1, stallMs: 230 }

t.test('the last report of a viewing is kept, also after its end', async (t) => {
  const { app, services, id, token } = await watching(t)
  const send = (payload: object) =>
    app.inject({ method: 'POST', url: `/play/${token}/beacon`, payload })
  t.equal((await send(report)).statusCode, 204)
  await app.inject({ method: 'DELETE', url: `/play/${token}` })
  t.equal((await send({ watchedSeconds: 70, errorCode: 'MEDIA_DECODE' })).statusCode, 204)
  t.match(await services.database.viewingReport.findMany(), [
    { playbackSessionId: id, watchedSeconds: 70, startUpMs: null, errorCode: 'MEDIA_DECODE' },
  ])
})

t.test('what was played is kept in spans, where the viewer came from, and with what', async (t) => {
  const { app, services, token } = await watching(t)
  const { database } = services
  await database.video.updateMany({ data: { durationSeconds: 95 } })
  await database.playbackSession.updateMany({ data: { deviceName: 'Firefox on Linux' } })
  const send = async (payload: object, status = 204) => {
    const answer = await app.inject({ method: 'POST', url: `/play/${token}/beacon`, payload })
    t.equal(answer.statusCode, status)
  }
  const kept = () => database.viewingReport.findMany()
  await send({ ...report, watched: [0, 3, 3, 4, 8, 9], source: 'News.Example' })
  t.match(await kept(), [
    { watched: [0, 4, 8, 9], source: 'news.example', device: 'Firefox on Linux' },
  ])
  await send({ ...report, watched: [2, 5, 4, 6, 0, 1, 7, 7, 8, 400, 9] })
  t.same(
    (await kept()).map(({ watched, source }) => ({ watched, source })),
    [{ watched: [2, 6, 8, 10], source: null }],
    'each step once, and none behind the end',
  )
  await send({ ...report, watched: Array.from({ length: 202 }, (_, step) => step) }, 400)
  await send({ ...report, watched: [-1, 2] }, 400)
  await send({ ...report, source: 'news.example/path?of=ana' }, 400)
})

t.test('a report that a closing page leaves behind comes as text, from any origin', async (t) => {
  const { app, token, services } = await watching(t)
  const answer = await app.inject({
    method: 'POST',
    url: `/play/${token}/beacon`,
    payload: JSON.stringify(report),
    headers: { 'content-type': 'text/plain;charset=UTF-8', origin: 'https://elsewhere.example' },
  })
  t.equal(answer.statusCode, 204)
  t.match(await services.database.viewingReport.findMany(), [report])
})

t.test(
  'what a page of another version reports more or less is no reason to lose the rest',
  async (t) => {
    const { app, token, services } = await watching(t)
    const send = (payload: object) =>
      app.inject({ method: 'POST', url: `/play/${token}/beacon`, payload })
    t.equal((await send({ ...report, unknown: 1 })).statusCode, 204)
    t.match(await services.database.viewingReport.findMany(), [report])
    t.equal((await send({})).statusCode, 204)
    t.match(await services.database.viewingReport.findMany(), [
      { watchedSeconds: 0, stallCount: 0, startUpMs: null, errorCode: null },
    ])
  },
)

t.test('what is no report is refused and not kept', async (t) => {
  const { app, token, services } = await watching(t)
  const send = (payload: object | string, to = token) =>
    app.inject({
      method: 'POST',
      url: `/play/${to}/beacon`,
      payload,
      headers: { 'content-type': 'application/json' },
    })
  for (const wrong of [
    { ...report, watchedSeconds: -1 },
    { ...report, stallCount: 1.5 },
    { ...report, errorCode: '<script>' },
    '{"__proto__": {}, "watchedSeconds": 1}',
    'not json',
  ]) {
    t.equal((await send(wrong)).statusCode, 400, JSON.stringify(wrong))
  }
  t.equal((await send({ ...report, errorCode: 'x'.repeat(5000) })).statusCode, 413)
  t.equal((await send(report, newToken())).statusCode, 404)
  t.equal(await services.database.viewingReport.count(), 0)
})
