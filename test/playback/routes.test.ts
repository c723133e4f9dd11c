import { randomUUID } from 'node:crypto'
import pg from 'pg'
import t from 'tap'
import { signedUp, visitor } from '../fixtures/visitor.ts'
import { batchOf, endOf, watching } from '../fixtures/watching.ts'

/** How many statements are sent to Postgres while `work` runs. */
async function roundTrips(work: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype
  let count = 0
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    count += 1
    return Reflect.apply(query, this, args)
  } as typeof query
  await work().finally(() => {
    pg.Client.prototype.query = query
  })
  return count
}

t.test('pressing play answers as promised', async (t) => {
  const { play, video } = await watching(t)
  const answer = await play()
  t.equal(answer.statusCode, 201)
  t.equal(answer.headers['cache-control'], 'private, no-store')
  const started = answer.json()
  t.same(Object.keys(started).sort(), [
    'captions',
    'chapters',
    'expiresInSeconds',
    'extras',
    'first',
    'hlsUrl',
    'id',
    'keepsPlace',
    'notice',
    'resumeSeconds',
    'storyboardUrl',
    'teaserSeconds',
    'token',
  ])
  t.same(Object.keys(started.first[0]).sort(), [
    'expiresInSeconds',
    'from',
    'initUrl',
    'rendition',
    'urls',
  ])
  t.ok(video)
})

t.test(
  'opening a film takes three round trips to the database, the sign-in among them',
  async (t) => {
    const { openPage } = await watching(t)
    const counts: number[] = []
    for (let time = 0; time < 5; time++) counts.push(await roundTrips(openPage))
    // What the process does beside it may count for one start, not for all.
    t.equal(Math.min(...counts), 3)
  },
)

t.test('the notice of a failed payment comes as a time', async (t) => {
  const { play, services, subscription } = await watching(t)
  await services.database.subscription.update({
    where: { id: subscription.id },
    data: { status: 'past_due', pastDueSince: services.clock.now() },
  })
  const { notice } = (await play()).json()
  t.equal(notice.kind, 'payment_failed')
  t.match(notice.graceUntil, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
})

t.test('bad input is named', async (t) => {
  const { ana, video } = await watching(t)
  const url = `/api/videos/${video.id}/playback`
  for (const body of [{}, { deviceId: '' }, { deviceId: 7 }, { deviceId: 'x'.repeat(201) }]) {
    const answer = await ana.post(url, body)
    t.equal(answer.statusCode, 400)
    t.match(answer.json(), { fields: [{ field: 'deviceId' }] })
  }
  for (const deviceId of ['x', 'Ana’s phone', 'x'.repeat(200)]) {
    const started = await ana.post(url, { deviceId })
    t.equal(started.statusCode, 201, 'any name will do')
    await ana.request('DELETE', `/play/${started.json().token}`)
  }
  const misspelt = await ana.post(url, { deviceId: 'device-of-ana', device: 'x' })
  t.match(misspelt.json(), { code: 'BAD_REQUEST', fields: [{ field: 'device' }] })
  const nowhere = await ana.post('/api/videos/nothing/playback', { deviceId: 'device-of-ana' })
  t.equal(nowhere.statusCode, 404)
  const unknown = await ana.post(`/api/videos/${randomUUID()}/playback`, {
    deviceId: 'device-of-ana',
  })
  t.equal(unknown.statusCode, 404)
})

t.test('a stranger is asked to sign in', async (t) => {
  const { app, video } = await watching(t)
  const answer = await visitor(app).post(`/api/videos/${video.id}/playback`, {
    deviceId: 'device-x',
  })
  t.equal(answer.statusCode, 401)
  t.match(answer.json(), { code: 'SIGN_IN_REQUIRED' })
})

t.test('a place can be freed from the device that wants it, and the other hears why', async (t) => {
  const { app, ana, play, id, token } = await watching(t)
  await play('another-device')
  const refused = await play('a-third-device')
  t.equal(refused.statusCode, 409)
  const { code, streams } = refused.json()
  t.equal(code, 'TOO_MANY_STREAMS')
  t.equal(streams.length, 2)
  const mine = (await ana.get('/api/me/streams')).json().streams
  t.same(mine, streams)

  t.equal((await ana.request('DELETE', `/api/me/streams/${id}`)).statusCode, 204)
  t.equal((await play('a-third-device')).statusCode, 201)
  const stopped = await endOf(app, token)
  t.equal(stopped.statusCode, 409)
  t.match(stopped.json(), { code: 'STREAM_TAKEN_OVER', reason: 'taken_over' })
})

t.test('nobody stops another’s stream', async (t) => {
  const { app, id, token } = await watching(t)
  const ben = await signedUp(app, 'ben@films.example')
  t.equal((await ben.request('DELETE', `/api/me/streams/${id}`)).statusCode, 404)
  t.equal((await batchOf(app, token, '720p', 'from=0')).statusCode, 200)
  t.equal((await visitor(app).request('DELETE', `/api/me/streams/${id}`)).statusCode, 401)
  t.same((await ben.get('/api/me/streams')).json(), { streams: [] })
})

t.test('the position is kept for the next time, on whatever device', async (t) => {
  const { app, ana, video, play } = await watching(t)
  const url = `/api/videos/${video.id}/progress`
  t.equal((await ana.request('PUT', url, { positionSeconds: 22.5 })).statusCode, 204)
  t.match((await play('another-device')).json(), { resumeSeconds: 22.5, first: [{ from: 5 }] })
  t.equal((await visitor(app).request('PUT', url, { positionSeconds: 5 })).statusCode, 401)
  for (const positionSeconds of [-1, 1e9, '5', null]) {
    t.equal((await ana.request('PUT', url, { positionSeconds })).statusCode, 400)
  }
})

t.test('signing out ends what that browser plays', async (t) => {
  const { app, ana, token } = await watching(t)
  t.equal((await ana.post('/api/auth/sign-out')).statusCode, 204)
  const answer = await endOf(app, token)
  t.equal(answer.statusCode, 410)
  t.match(answer.json(), { code: 'PLAYBACK_ENDED', reason: 'signed_out' })
})

t.test('a film is played, and its position kept, by its slug as by its id', async (t) => {
  const { ana, video } = await watching(t)
  const open = (name: string) =>
    ana.post(`/api/videos/${name}/playback`, { deviceId: 'device-of-ana' })
  t.equal((await open(video.slug)).statusCode, 201)
  const saved = await ana.request('PUT', `/api/videos/${video.slug}/progress`, {
    positionSeconds: 12,
  })
  t.equal(saved.statusCode, 204)
  t.equal((await open(video.id)).json().resumeSeconds, 12, 'it is one film')
  for (const none of ['no-such-film', randomUUID()]) {
    const refused = await open(none)
    t.match([refused.statusCode, refused.json().code], [404, 'NOT_FOUND'], none)
    const unsaved = await ana.request('PUT', `/api/videos/${none}/progress`, {
      positionSeconds: 12,
    })
    t.equal(unsaved.statusCode, 404)
  }
})
