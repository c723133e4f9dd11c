import t, { type Test } from 'tap'
import { pieceJobs } from '../../server/transcode/queue/queue.ts'
import { build } from '../fixtures/app.ts'
import {
  heldEncode,
  look,
  makeClip,
  settled,
  untilVideo,
  uploaded,
  worker,
} from '../fixtures/media.ts'
import { addVideo } from '../fixtures/rows.ts'
import { until } from '../fixtures/until.ts'
import { signedUp, visitor } from '../fixtures/visitor.ts'

async function studio(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const urlOf = (id: string) => `/api/studio/videos/${id}/encode`
  const stateOf = async (id: string) => (await operator.get(urlOf(id))).json()
  return { app, services, operator, urlOf, stateOf }
}

t.test('an encode is followed step by step to its end', async (t) => {
  const { services, operator, urlOf, stateOf } = await studio(t)
  const id = await uploaded(services, await makeClip(t, { size: '854x480' }))
  t.match(await stateOf(id), { status: 404 })
  t.equal((await operator.post(urlOf(id))).statusCode, 202)
  t.match(await stateOf(id), {
    status: 'waiting',
    steps: [{ kind: 'look', state: 'waiting' }],
    secondsLeft: null,
  })
  await worker(t, services)
  await untilVideo(services, id, settled)
  const state = await stateOf(id)
  t.match(state, { status: 'finished', playable: true, failure: null, log: null })
  t.same(
    state.steps.map(({ kind, renditions, progress, state }: Record<string, unknown>) => ({
      ...{ kind, renditions, progress, state },
    })),
    [
      { kind: 'look', renditions: [], progress: 1, state: 'done' },
      { kind: 'poster', renditions: [], progress: 1, state: 'done' },
      { kind: 'audio', renditions: ['audio'], progress: 1, state: 'done' },
      { kind: 'video', renditions: ['480p'], progress: 1, state: 'done' },
      { kind: 'storyboard', renditions: [], progress: 1, state: 'done' },
      { kind: 'video', renditions: ['360p'], progress: 1, state: 'done' },
    ],
  )
})

t.test('a cancelled encode stops, leaves nothing, and can be started again', async (t) => {
  const { services, operator, urlOf, stateOf } = await studio(t)
  const id = await uploaded(services, await makeClip(t, { size: '854x480' }))
  // Nothing but the cancellation ends it.
  const held = heldEncode(services)
  await worker(t, held.deps)
  await operator.post(urlOf(id))
  await held.begun
  t.equal((await operator.request('DELETE', urlOf(id))).statusCode, 204)
  t.match(await look(services, id), { status: 'failed', failure: /was cancelled\. Start it again/ })
  t.match(await stateOf(id), { status: 'failed', failure: /was cancelled/, secondsLeft: null })
  t.match((await operator.request('DELETE', urlOf(id))).json(), { status: 409 })
  const stored = async () => {
    for await (const { key } of services.storage.list(`videos/${id}/`)) return key
  }
  // The worker takes away what it had written once its ffmpeg has gone.
  let left: string | undefined
  await until(
    () => `${left} to go`,
    async () => {
      left = await stored()
      return left === undefined
    },
    { seconds: 60, everyMs: 50 },
  )

  t.equal((await operator.post(urlOf(id))).statusCode, 202)
  t.match(await untilVideo(services, id, settled), { status: 'ready', failure: null })
})

t.test('a film put first has its pieces before those of others', async (t) => {
  const { services, operator, urlOf, stateOf } = await studio(t)
  const id = await uploaded(services, await makeClip(t, { seconds: 1 }))
  await operator.post(urlOf(id))
  t.match(await stateOf(id), { first: false })
  t.equal((await operator.post(`${urlOf(id)}/first`)).statusCode, 204)
  t.match(await stateOf(id), { first: true })
  await worker(t, services)
  await untilVideo(services, id, settled)
  t.match((await operator.post(`${urlOf(id)}/first`)).json(), { status: 409 })
  const [queued] = await services.database.$queryRaw<{ priority: number }[]>`
    select min(priority)::int as priority from jobs.job where name = ${pieceJobs.name}`
  t.ok((queued?.priority ?? 0) >= 100, 'every piece was queued ahead of the ordinary')
})

t.test('the operator finds the sentence and the log of a failed encode', async (t) => {
  const { services, stateOf } = await studio(t)
  const { id } = await addVideo(services)
  const failed = { failedAt: services.clock.now(), failure: 'The file is damaged.', log: 'moov' }
  await services.database.encode.create({ data: { videoId: id, sourceKey: 'x', ...failed } })
  t.match(await stateOf(id), { status: 'failed', failure: 'The file is damaged.', log: 'moov' })
})

t.test('only operators follow, start and cancel', async (t) => {
  const { app, services, urlOf } = await studio(t)
  const { id } = await addVideo(services)
  const member = await signedUp(app, 'member@films.example')
  for (const [method, url] of [
    ['GET', urlOf(id)],
    ['POST', urlOf(id)],
    ['DELETE', urlOf(id)],
    ['POST', `${urlOf(id)}/first`],
    ['GET', `/api/studio/videos/${id}/events`],
  ] as const) {
    t.equal((await visitor(app).request(method, url)).statusCode, 401)
    t.equal((await member.request(method, url)).statusCode, 403)
  }
})

t.test('a page hears of changes at once, and the stream ends when the server closes', async (t) => {
  const { app, services, operator } = await studio(t)
  const { id } = await addVideo(services, { title: 'Night Ferry', encodeId: null })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const cookie = [...operator.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(`${origin}/api/studio/videos/${id}/events`, { headers: { cookie } })
  t.equal(answer.headers.get('content-type'), 'text/event-stream')
  const lines = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const heard = async (pattern: RegExp) => {
    while (!pattern.test(text)) {
      const { value, done } = (await lines?.read()) ?? { done: true }
      if (done) throw new Error(`the stream ended: ${text}`)
      text += value
    }
  }
  await heard(/"title":"Night Ferry".*"encode":null/)
  await services.database.video.update({ where: { id }, data: { title: 'Glasshouse' } })
  await heard(/"title":"Glasshouse"/)
  await app.close()
  t.equal((await lines?.read())?.done, true)
})
