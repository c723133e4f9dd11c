import t, { type Test } from 'tap'
import type { Card } from '../../contract/catalog.ts'
import { pageAt } from '../../server/catalog/page-at.ts'
import { build } from '../fixtures/app.ts'
import { addPlan, addPlayableVideo, addSubscription, addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

async function studio(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'editor' } })
  const patch = (id: string, change: object) =>
    operator.request('PATCH', `/api/studio/videos/${id}`, change)
  const actions = async (id: string) =>
    (
      await services.database.auditEntry.findMany({
        where: { subject: `video:${id}` },
        orderBy: { id: 'asc' },
      })
    ).map(({ action }) => action)
  return { app, services, operator, patch, actions }
}

const device = { deviceId: 'a-device' }

t.test(
  'a film in the archive is in no list and sold to nobody, and who bought it watches',
  async (t) => {
    const { app, services, patch, actions } = await studio(t)
    const { database, clock } = services
    const video = { slug: 'old', title: 'Old', buyAmount: 999, teaserSeconds: 20 }
    const { id } = await addPlayableVideo(services, { video })
    await addPlan(services, [id])
    const buyer = await signedUp(app, 'buyer@films.example')
    const sale = { kind: 'buy' as const, status: 'paid', amount: 999, currency: 'usd' }
    const by = { userId: buyer.userId, videoId: id, paidAt: clock.now() }
    await database.purchase.create({ data: { id: 'cs_1', ...sale, ...by } })
    const member = await signedUp(app, 'member@films.example')
    await addSubscription(services, member.userId)
    for (const who of [buyer, member]) {
      await who.request('PUT', `/api/videos/${id}/progress`, { positionSeconds: 20 })
      await who.request('PUT', `/api/me/watchlist/${id}`)
    }
    const play = (who: typeof member) => who.post(`/api/videos/${id}/playback`, device)
    const opened = (await play(member)).json()
    t.equal(
      (await app.inject({ method: 'POST', url: `/play/${opened.token}/begin` })).statusCode,
      204,
    )

    t.match((await patch(id, { archived: true })).json(), {
      state: 'archived',
      archivedAt: clock.now().toISOString(),
    })
    t.same(await actions(id), ['video.archived'])
    const lists = ['/api/videos', '/api/me/begun', '/api/me/watchlist']
    const shown = async (who: typeof member) => {
      const of = async (url: string) =>
        (await who.get(url)).json().videos.map(({ title }: Card) => title)
      return Promise.all(lists.map(of))
    }
    t.same(await shown(member), [[], [], []])
    t.same(await shown(buyer), [[], ['Old'], ['Old']], 'it stays in the lists of who has it')
    t.notMatch((await app.inject('/sitemap.xml')).payload, '/old')
    t.match(await pageAt(services, '/watch/old'), { status: 200, head: { listed: false } })
    t.same((await member.get('/api/search?q=old')).json().hits, [])

    const withheld = { allowed: false, because: 'archived', offers: [] }
    t.match((await member.get('/api/videos/old')).json(), { access: withheld, teaserSeconds: null })
    t.match((await app.inject('/api/videos/old')).json(), { access: withheld })
    t.match((await buyer.get('/api/videos/old')).json(), { access: { because: 'bought' } })
    t.match((await play(member)).json(), { status: 402, reason: 'archived', offers: [] })
    t.equal((await play(buyer)).statusCode, 201)
    clock.advance(16)
    const going = await app.inject(`/play/${opened.token}/720p/urls?from=3&count=1`)
    t.match(going.json(), { status: 402, reason: 'archived' }, 'what runs on a plan stops')
    const checkout = { videoId: id, kind: 'buy' }
    t.equal((await member.post('/api/billing/checkout', checkout)).statusCode, 404)

    t.match((await patch(id, { archived: false })).json(), { state: 'published', archivedAt: null })
    t.same(await shown(member), [['Old'], ['Old'], ['Old']])
    t.equal((await play(member)).statusCode, 201)
    t.same(await actions(id), ['video.archived', 'video.restored'])
  },
)

t.test('a bundle with a film in the archive is not sold', async (t) => {
  const { app, services, patch } = await studio(t)
  const [one, two] = [await addVideo(services), await addVideo(services)]
  const videos = { create: [one, two].map(({ id }, position) => ({ videoId: id, position })) }
  const bundle = { title: 'Both', amount: 999, currency: 'usd', videos }
  const { id: bundleId } = await services.database.bundle.create({ data: bundle })
  const viewer = await signedUp(app, 'viewer@films.example')
  const offers = async () => (await viewer.get(`/api/videos/${one.id}`)).json().access.offers
  t.match(await offers(), [{ kind: 'bundle', bundleId }])
  await patch(two.id, { archived: true })
  t.same(await offers(), [])
  t.equal((await viewer.post('/api/billing/checkout', { bundleId })).statusCode, 404)
})

t.test(
  'what is in the archive is neither published nor planned, and keeps its first day there',
  async (t) => {
    const { services, patch } = await studio(t)
    const { id } = await addVideo(services, { published: false, publishedAt: null })
    const later = new Date(services.clock.now().getTime() + 60_000).toISOString()
    await patch(id, { publishAt: later })
    const first = (await patch(id, { archived: true })).json()
    t.match(first, { state: 'archived', publishAt: null })
    for (const change of [{ published: true }, { publishAt: later }]) {
      t.match((await patch(id, change)).json(), { status: 409, detail: /in the archive/ })
    }
    services.clock.advance(61)
    t.match((await patch(id, { archived: true })).json(), { archivedAt: first.archivedAt })
    t.match((await patch(id, { archived: false, published: true })).json(), { state: 'published' })
  },
)

t.test('two operators save the same film: the second is told what differs', async (t) => {
  const { services, operator, patch } = await studio(t)
  const { id } = await addVideo(services, { title: 'Fog' })
  const { version } = (await operator.get(`/api/studio/videos/${id}`)).json()
  t.match((await patch(id, { version, title: 'Fog at sea' })).json(), { version: version + 1 })
  const mine = { version, title: 'Sea fog', access: { free: true }, description: '' }
  const refused = (await patch(id, mine)).json()
  t.match(refused, {
    ...{ status: 409, code: 'CONFLICT' },
    current: { title: 'Fog at sea', version: version + 1 },
  })
  t.same(refused.differs, ['title', 'access.free'])
  t.match((await patch(id, { ...mine, version: version + 1 })).json(), {
    title: 'Sea fog',
    access: { free: true },
  })
  const same = await patch(id, { version, title: 'Sea fog' })
  t.equal(same.statusCode, 200, 'what is stored already is no quarrel')
  t.match(
    (await patch(id, { title: 'Last' })).json(),
    { title: 'Last' },
    'without one the last wins',
  )

  const now = (await operator.get(`/api/studio/videos/${id}`)).json().version
  const both = ['One', 'Two'].map((title) => patch(id, { version: now, title }))
  const codes = (await Promise.all(both)).map(({ statusCode }) => statusCode)
  t.same(codes.sort(), [200, 409], 'at the same moment one of them is stored')
})

t.test('what is announced is told to viewers before it is out', async (t) => {
  const { app, services, patch } = await studio(t)
  const { id } = await addPlayableVideo(services, {
    video: { slug: 'soon', title: 'Soon', published: false, publishedAt: null, free: true },
  })
  const publishAt = new Date(services.clock.now().getTime() + 60_000).toISOString()
  await patch(id, { publishAt })
  t.equal((await app.inject('/api/videos/soon')).statusCode, 404)
  t.match((await patch(id, { announced: true })).json(), { announced: true, state: 'scheduled' })
  const { access, comingAt } = (await app.inject('/api/videos/soon')).json()
  t.match(access, { allowed: false, because: 'coming', offers: [] })
  t.equal(comingAt, publishAt)
  t.match(await pageAt(services, '/watch/soon'), { status: 200, head: { listed: false } })
  t.same((await app.inject('/api/videos')).json().videos, [], 'it is in no list yet')
  const viewer = await signedUp(app, 'viewer@films.example')
  t.equal((await viewer.post(`/api/videos/${id}/playback`, device)).statusCode, 404)
  services.clock.advance(60)
  t.equal((await viewer.post(`/api/videos/${id}/playback`, device)).statusCode, 201)
  t.match((await app.inject('/api/videos/soon')).json(), { comingAt: null })
  await patch(id, { published: false })
  t.equal((await app.inject('/api/videos/soon')).statusCode, 404)
})
