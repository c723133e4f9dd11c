import { randomUUID } from 'node:crypto'
import t from 'tap'
import type { Card } from '../../contract/catalog.ts'
import { mostOnWatchlist } from '../../server/catalog/watchlist.ts'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

const { app, services } = await build(t)
const ana = await signedUp(app, 'ana@films.example')
const path = (id: string) => `/api/me/watchlist/${id}`
const titles = async (who = ana) =>
  (await who.get('/api/me/watchlist')).json().videos.map(({ title }: Card) => title)

t.test('films are kept for later, the last one first, each once and for one person', async (t) => {
  const [first, second] = [
    await addVideo(services, { title: 'First' }),
    await addVideo(services, { title: 'Second' }),
  ]
  for (const { id } of [first, second, first]) {
    services.clock.advance(1)
    t.equal((await ana.request('PUT', path(id))).statusCode, 204)
  }
  t.same(await titles(), ['Second', 'First'])
  t.same(await titles(await signedUp(app, 'bo@films.example')), [])
  t.equal((await ana.request('DELETE', path(second.id))).statusCode, 204)
  t.equal((await ana.request('DELETE', path(second.id))).statusCode, 204, 'twice is no error')
  t.same(await titles(), ['First'])
  await services.database.video.update({ where: { id: first.id }, data: { published: false } })
  t.same(await titles(), [], 'what is not on show is not shown')
})

t.test('pressed twice at the same moment it is there once', async (t) => {
  const { id } = await addVideo(services, { title: 'Twice' })
  const answers = await Promise.all([1, 2, 3].map(() => ana.request('PUT', path(id))))
  t.same(
    answers.map(({ statusCode }) => statusCode),
    [204, 204, 204],
  )
  t.same(await titles(), ['Twice'])
})

t.test('what is not there, a draft, a full list and a stranger are refused', async (t) => {
  const draft = await addVideo(services, { published: false })
  t.equal((await ana.request('PUT', path(randomUUID()))).statusCode, 404)
  t.equal((await ana.request('PUT', path(draft.id))).statusCode, 404)
  t.equal((await ana.request('PUT', path('a-slug'))).statusCode, 400)
  t.equal((await app.inject('/api/me/watchlist')).statusCode, 401)
  const full = await signedUp(app, 'full@films.example')
  const rows = []
  for (let count = 0; count < mostOnWatchlist; count++) rows.push(await addVideo(services))
  await services.database.watchlistEntry.createMany({
    data: rows.map(({ id }) => ({
      userId: full.userId,
      videoId: id,
      addedAt: services.clock.now(),
    })),
  })
  const one = await addVideo(services)
  t.equal((await full.request('PUT', path(one.id))).json().code, 'CONFLICT')
  t.equal((await full.request('PUT', path(rows[0]?.id ?? ''))).statusCode, 204, 'it is there')
})

t.test('what was watched can be forgotten', async (t) => {
  const { id } = await addVideo(services)
  await services.database.watchProgress.create({
    data: { userId: ana.userId, videoId: id, positionSeconds: 30, updatedAt: services.clock.now() },
  })
  t.equal((await ana.get('/api/me/begun')).json().videos.length, 1)
  t.equal((await ana.request('DELETE', '/api/me/begun')).statusCode, 204)
  t.same((await ana.get('/api/me/begun')).json().videos, [])
  t.equal((await app.inject({ method: 'DELETE', url: '/api/me/begun' })).statusCode, 401)
})

t.test('the list is in what someone is given of what is kept of them', async (t) => {
  const { id } = await addVideo(services, { title: 'Kept' })
  const cleo = await signedUp(app, 'cleo@films.example')
  await cleo.request('PUT', path(id))
  const { watchlist } = (await cleo.get('/api/me/export')).json()
  t.match(watchlist, [{ video: { title: 'Kept' } }])
})
