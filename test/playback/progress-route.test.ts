import t from 'tap'
import { newToken } from '../../server/accounts/tokens.ts'
import { build } from '../fixtures/app.ts'
import { addPlayableVideo } from '../fixtures/rows.ts'
import { watching } from '../fixtures/watching.ts'

async function setUp(options: Parameters<typeof watching>[1] = {}) {
  const watched = await watching(t, options)
  const { app, services, token } = watched
  const keep = async (positionSeconds: unknown, of = token, headers = {}) => {
    const url = `/play/${of}/progress`
    const answer = await app.inject({ method: 'PUT', url, payload: { positionSeconds }, headers })
    return answer.statusCode
  }
  const stored = async () =>
    (await services.database.watchProgress.findMany()).map((row) => row.positionSeconds)
  return { ...watched, keep, stored }
}

t.test('the place of whoever opened the session is kept, without a cookie', async (t) => {
  const { keep, stored } = await setUp()
  t.equal(await keep(12.5), 204)
  t.equal(await keep(21), 204)
  t.same(await stored(), [21])
})

t.test('pages of other origins may say it too, and a cookie adds nothing', async (t) => {
  const { keep, stored } = await setUp()
  const headers = { origin: 'https://elsewhere.example', cookie: 'matinee_access=nonsense' }
  t.equal(await keep(12.5, undefined, headers), 204)
  t.same(await stored(), [12.5])
})

t.test(
  'it asks no more than whose session it is, though what is known has grown old',
  async (t) => {
    const { keep, services, subscription } = await setUp()
    await services.database.subscription.delete({ where: { id: subscription.id } })
    services.clock.advance(30)
    t.equal(await keep(12.5), 204)
  },
)

t.test('what is no place in a film is refused, and so is a token that is none', async (t) => {
  const { keep, stored } = await setUp()
  t.equal(await keep(-1), 400)
  t.equal(await keep('12'), 400)
  t.equal(await keep(12, newToken()), 404)
  t.same(await stored(), [])
})

t.test('after the end of the session its token keeps nothing', async (t) => {
  const { app, keep, stored, token } = await setUp()
  await app.inject({ method: 'DELETE', url: `/play/${token}` })
  t.equal(await keep(12.5), 410)
  t.same(await stored(), [])
})

t.test(
  'of an account that is gone nothing is kept, though its session is still known',
  async (t) => {
    const { ana, keep, services, stored } = await setUp()
    const { database, clock } = services
    t.equal(await keep(12.5), 204)
    await database.watchProgress.deleteMany()
    await database.user.update({ where: { id: ana.userId }, data: { deletedAt: clock.now() } })
    await keep(21)
    t.same(await stored(), [])
    await keep(1e6)
    t.equal(await database.finishedVideo.count(), 0, 'nor that it was seen to its end')
  },
)

t.test('another process knows the session by its row', async (t) => {
  const { services, token, stored } = await setUp()
  const { app: other } = await build(t, { DATABASE_URL: services.config.DATABASE_URL })
  const payload = { positionSeconds: 12.5 }
  const answer = await other.inject({ method: 'PUT', url: `/play/${token}/progress`, payload })
  t.equal(answer.statusCode, 204)
  t.same(await stored(), [12.5])
})

t.test('a stranger has nowhere to keep a place', async (t) => {
  const { app, services } = await build(t)
  const video = await addPlayableVideo(services, { video: { free: true } })
  const payload = { deviceId: 'theirs' }
  const url = `/api/videos/${video.id}/playback`
  const { token } = (await app.inject({ method: 'POST', url, payload })).json<{ token: string }>()
  const answer = await app.inject({
    ...{ method: 'PUT', url: `/play/${token}/progress`, payload: { positionSeconds: 12 } },
  })
  t.equal(answer.statusCode, 401)
  t.equal(answer.json().code, 'SIGN_IN_REQUIRED')
})
