import t from 'tap'
import { addPlayableVideo } from '../fixtures/rows.ts'
import { batchOf, begin, watching } from '../fixtures/watching.ts'

type Watching = Awaited<ReturnType<typeof watching>>

const rowsOf = ({ services, video }: Watching) =>
  services.database.playbackSession.findMany({ where: { videoId: video.id } })

/** Opens the page and says what came of it. */
async function opened({ openPage }: Watching, deviceId: string) {
  const answer = await openPage(deviceId)
  return answer.json() as {
    id: string
    token: string
    first: { rendition: string; from: number }[]
  }
}

t.test('only what plays takes a place', async (t) => {
  const stage = await watching(t)
  const { app, services } = stage
  const page = await opened(stage, 'laptop')
  t.equal(
    (await stage.play('television')).statusCode,
    201,
    'a page that is open is in nobody’s way',
  )
  const refused = await begin(app, page.token)
  t.equal(refused.statusCode, 409)
  t.match(refused.json(), { code: 'TOO_MANY_STREAMS', streams: [{}, {}] })
  t.equal((await rowsOf(stage)).length, 2, 'who is refused takes none')
  t.match(await services.database.playRefusal.findMany(), [{ reason: 'too_many_streams' }])
  await app.inject({ method: 'DELETE', url: `/play/${stage.token}` })
  t.equal((await begin(app, page.token)).statusCode, 204)
  t.ok((await rowsOf(stage)).some(({ id }) => id === page.id))
  services.clock.advance(1)
  t.equal((await begin(app, page.token)).statusCode, 204, 'twice is once')
  t.equal((await rowsOf(stage)).length, 3)
})

t.test('the first segments may be fetched before play, what is beyond them is play', async (t) => {
  const stage = await watching(t)
  const { app } = stage
  const { id, token, first } = await opened(stage, 'laptop')
  t.same(
    first.map(({ rendition }) => rendition),
    ['360p', 'audio'],
  )
  const before = ['main.m3u8', '720p/index.m3u8', '1080p/0.m4s', '720p/init.mp4', 'audio/2.m4s']
  for (const path of [...before, '720p/urls?from=0&count=3']) {
    t.ok((await app.inject(`/play/${token}/${path}`)).statusCode < 400, path)
  }
  t.equal((await rowsOf(stage)).length, 1)
  t.equal((await app.inject(`/play/${token}/720p/3.m4s`)).statusCode, 302)
  t.same((await rowsOf(stage)).map((row) => row.id).includes(id), true)
  const other = await opened(stage, 'television')
  const refused = await batchOf(app, other.token, 'audio', 'from=0&count=4')
  t.equal(refused.statusCode, 409)
  t.equal(refused.json().code, 'TOO_MANY_STREAMS')
})

t.test('where play goes on, the first segments are those from there', async (t) => {
  const stage = await watching(t)
  const { app, ana, video } = stage
  await ana.request('PUT', `/api/videos/${video.id}/progress`, { positionSeconds: 22 })
  const { token, first } = await opened(stage, 'laptop')
  t.same(
    first.map(({ from }) => from),
    [5, 5],
  )
  for (const from of [0, 5]) {
    t.equal((await batchOf(app, token, '720p', `from=${from}&count=3`)).statusCode, 200)
  }
  t.equal((await rowsOf(stage)).length, 1)
  t.equal((await batchOf(app, token, '720p', 'from=4&count=3')).statusCode, 200)
  t.equal((await rowsOf(stage)).length, 2)
})

t.test('of many that begin one playback at once one row comes', async (t) => {
  const stage = await watching(t)
  const { app } = stage
  const { token } = await opened(stage, 'laptop')
  const answers = await Promise.all(Array.from({ length: 8 }, () => begin(app, token)))
  t.same(new Set(answers.map(({ statusCode }) => statusCode)), new Set([204]))
  t.equal((await rowsOf(stage)).length, 2)
})

t.test('the rental’s clock starts when play begins', async (t) => {
  const stage = await watching(t)
  const { app, services, ana, video, subscription } = stage
  await services.database.subscription.delete({ where: { id: subscription.id } })
  const rental = { id: 'cs_rent', kind: 'rent', status: 'paid', currency: 'usd' } as const
  const about = { userId: ana.userId, videoId: video.id, amount: 400, watchHours: 48 }
  const paidAt = services.clock.now()
  const startBy = new Date(paidAt.getTime() + 30 * 86_400_000)
  await services.database.purchase.create({ data: { ...rental, ...about, paidAt, startBy } })
  const begun = async () =>
    (await services.database.purchase.findUniqueOrThrow({ where: { id: rental.id } })).firstPlayedAt
  const { token } = await opened(stage, 'laptop')
  services.clock.advance(3600)
  t.equal(await begun(), null)
  t.equal((await begin(app, token)).statusCode, 204)
  t.same(await begun(), services.clock.now())
})

t.test('what ended before it began does not begin', async (t) => {
  const stage = await watching(t)
  const { app, services, ana } = stage
  const { token } = await opened(stage, 'laptop')
  await ana.post('/api/auth/sign-out')
  services.clock.advance(16)
  const refused = await begin(app, token)
  t.equal(refused.statusCode, 410)
  t.match(refused.json(), { reason: 'signed_out' })
  t.equal((await begin(app, 'x'.repeat(154))).statusCode, 404)
})

t.test('a page that stays open for half a day has to be opened again', async (t) => {
  const stage = await watching(t)
  const { token } = await opened(stage, 'laptop')
  stage.services.clock.advance(12 * 3600 + 1)
  const refused = await begin(stage.app, token)
  t.match(refused.json(), { code: 'PLAYBACK_ENDED', reason: 'expired' })
})

t.test(
  'one name on two browsers is two devices, a browser that changes its name too',
  async (t) => {
    const stage = await watching(t)
    const { app, ana, video } = stage
    const url = `/api/videos/${video.id}/playback`
    const from = async (cookie: string, deviceId: string) => {
      const cookies = new Map([...ana.cookies, ['matinee_device', cookie]])
      const headers = { origin: 'http://localhost:3000' }
      const sent = { cookies: Object.fromEntries(cookies), headers, payload: { deviceId } }
      const answer = await app.inject({ method: 'POST', url, ...sent })
      return (await begin(app, (answer.json() as { token: string }).token)).statusCode
    }
    const [one, other] = ['a'.repeat(43), 'b'.repeat(43)]
    t.equal(await from(one, 'device-of-ana'), 204, 'a second device')
    t.equal(await from(one, 'device-of-ana'), 204, 'is the same when it comes again')
    t.equal(await from(other, 'device-of-ana'), 409, 'a third is not, whatever it is called')
    t.equal(await from(one, 'another-name'), 409)
  },
)

t.test('machines that share even the cookie are told by how much they take', async (t) => {
  // Signs of life are written by the wall's clock: by the test's no lease may run out meanwhile.
  const lease = { STREAM_LEASE_SECONDS: '3600' }
  const stage = await watching(t, { segments: 400 }, lease)
  const { app, services, ana } = stage
  await services.database.plan.updateMany({ data: { maxStreams: 1 } })
  await services.database.playbackSession.deleteMany()
  const videos = [stage.video]
  for (let i = 0; i < 7; i++) videos.push(await addPlayableVideo(services, { segments: 400 }))
  for (const { id: videoId } of videos.slice(1)) {
    await services.database.videoPlan.create({ data: { videoId, planId: 'standard' } })
  }
  const tokens: string[] = []
  for (const { id } of videos) {
    const payload = { deviceId: 'shared' }
    const { token } = (await ana.post(`/api/videos/${id}/playback`, payload)).json()
    t.equal((await begin(app, token)).statusCode, 204)
    tokens.push(token)
  }
  const left = new Set(tokens)
  for (let second = 0; second < 260; second += 4) {
    for (const token of left) {
      const answer = await batchOf(app, token, '720p', `from=${3 + second / 4}&count=1`)
      if (answer.statusCode === 409) left.delete(token)
      else t.equal(answer.statusCode, 200, `${second}`)
    }
    services.clock.advance(4)
  }
  t.ok(left.size <= 4, `${left.size} of eight go on, within the pace of one film`)
  t.ok(left.size >= 1)
})
