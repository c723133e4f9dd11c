import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { signedUp, visitor } from '../fixtures/visitor.ts'

async function studio(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const patch = (id: string, change: object) =>
    operator.request('PATCH', `/api/studio/videos/${id}`, change)
  return { app, services, operator, patch }
}

t.test('only an operator gets into the studio', async (t) => {
  const { app, services } = await studio(t)
  const { id } = await addVideo(services)
  const member = await signedUp(app, 'member@films.example')
  for (const [method, url] of [
    ['GET', '/api/studio/videos'],
    ['POST', '/api/studio/videos'],
    ['GET', `/api/studio/videos/${id}`],
    ['PATCH', `/api/studio/videos/${id}`],
    ['DELETE', `/api/studio/videos/${id}`],
  ] as const) {
    const body = method === 'POST' || method === 'PATCH' ? { title: 'Mine' } : undefined
    t.match((await visitor(app).request(method, url, body)).json(), { code: 'SIGN_IN_REQUIRED' })
    t.match((await member.request(method, url, body)).json(), { code: 'FORBIDDEN' })
  }
  t.equal((await services.database.video.findMany()).length, 1)
})

t.test(
  'a new film is a draft with a slug of its title, and a second one gets its own',
  async (t) => {
    const { operator } = await studio(t)
    const first = await operator.post('/api/studio/videos', { title: ' Größe & Glück ' })
    t.equal(first.statusCode, 201)
    t.match(first.json(), {
      slug: 'groesse-and-glueck',
      title: 'Größe & Glück',
      status: 'draft',
      published: false,
      access: { free: false, planIds: [], rent: null, buy: null, teaserSeconds: null },
    })
    const second = await operator.post('/api/studio/videos', { title: 'Größe & Glück' })
    t.match(second.json().slug, /^groesse-and-glueck-[0-9a-f]{6}$/)
    t.match(await operator.post('/api/studio/videos', { title: '映画' }), { statusCode: 201 })
    const { videos } = (await operator.get('/api/studio/videos')).json()
    t.equal(videos.length, 3, 'drafts are in the library')
  },
)

t.test('the library comes page by page, and is searched by words of titles', async (t) => {
  const { services, operator } = await studio(t)
  for (const title of ['Fog', 'Fog at 100%', 'The long fog', 'Rain']) {
    await addVideo(services, { title })
  }
  const find = async (query: string) => {
    const { videos, nextCursor } = (await operator.get(`/api/studio/videos?${query}`)).json()
    return { titles: videos.map(({ title }: { title: string }) => title), nextCursor }
  }
  const first = await find('limit=2')
  t.same(first.titles, ['Rain', 'The long fog'])
  const second = await find(`limit=2&cursor=${first.nextCursor}`)
  t.same(second, { titles: ['Fog at 100%', 'Fog'], nextCursor: null })
  t.same((await find('q=FOG+long')).titles, ['The long fog'])
  t.same((await find('q=100%25')).titles, ['Fog at 100%'], 'no wildcards')
  t.same((await find('q=snow')).titles, [])
  for (const wrong of ['limit=0', 'limit=101', 'cursor=mine']) {
    t.equal((await operator.get(`/api/studio/videos?${wrong}`)).statusCode, 400, wrong)
  }
})

t.test('what a film costs is changed in part, and the rest stays', async (t) => {
  const { services, operator, patch } = await studio(t)
  const plan = { id: 'standard', name: 'Standard', stripeProductId: 'prod_1' }
  await services.database.plan.create({ data: plan })
  const { id } = await addVideo(services)
  const rent = { amount: 399, currency: 'eur', startDays: 30, watchHours: 48 }
  await patch(id, { access: { rent, planIds: ['standard'] } })
  const answer = await patch(id, { access: { teaserSeconds: 60 } })
  const access = { free: false, planIds: ['standard'], rent, buy: null, teaserSeconds: 60 }
  t.same(answer.json().access, access)
  t.same((await operator.get(`/api/studio/videos/${id}`)).json().access, access)
  t.match((await patch(id, { access: { rent: null } })).json(), { access: { rent: null } })
})

t.test('a film can be published only when it plays, and keeps its first date', async (t) => {
  const { app, services, patch } = await studio(t)
  const draft = await addVideo(services, { published: false, publishedAt: null, encodeId: null })
  t.match((await patch(draft.id, { published: true })).json(), { status: 409, code: 'CONFLICT' })

  const video = await addVideo(services, { published: false, publishedAt: null })
  const first = await patch(video.id, { published: true })
  t.match(first.json(), { published: true, publishedAt: services.clock.now().toISOString() })
  t.equal((await app.inject(`/api/videos/${video.id}`)).statusCode, 200)
  services.clock.advance(600)
  await patch(video.id, { published: false })
  t.equal((await app.inject(`/api/videos/${video.id}`)).statusCode, 404)
  const again = await patch(video.id, { published: true })
  t.equal(again.json().publishedAt, first.json().publishedAt)
})

const refused: [change: object, field: string][] = [
  [{}, 'fewer than 1'],
  [{ title: '   ' }, 'title'],
  [{ slug: 'Not A Slug' }, 'slug'],
  [{ titel: 'x' }, 'titel'],
  [{ access: { rent: { amount: 0, currency: 'usd' } } }, 'access.rent'],
  [{ access: { teaserSeconds: 0 } }, 'access.teaserSeconds'],
  [{ access: { planIds: ['no-such-plan'] } }, 'access.planIds'],
  [{ chapters: [{ startSeconds: 90, title: 'After the end' }] }, 'chapters.0.startSeconds'],
  [
    { access: { rent: { amount: 1, currency: 'usd' }, buy: { amount: 1, currency: 'eur' } } },
    'access.buy.currency',
  ],
]

for (const [change, field] of refused) {
  t.test(`${JSON.stringify(change)} is refused and changes nothing`, async (t) => {
    const { services, patch } = await studio(t)
    const before = await addVideo(services)
    const answer = await patch(before.id, change)
    t.equal(answer.statusCode, 400)
    t.match(JSON.stringify(answer.json().fields), field)
    t.same(await services.database.video.findUnique({ where: { id: before.id } }), before)
    const changes = { where: { action: { startsWith: 'video.' } } }
    t.equal(await services.database.auditEntry.count(changes), 0)
  })
}

t.test(
  "an address that another film has is refused, and so is an unknown film's change",
  async (t) => {
    const { services, patch } = await studio(t)
    await addVideo(services, { slug: 'taken' })
    const { id } = await addVideo(services)
    t.match((await patch(id, { slug: 'taken' })).json(), { status: 409, detail: /Another film/ })
    t.match((await patch(randomUUID(), { title: 'x' })).json(), { status: 404 })
    t.match((await patch('nothing', { title: 'x' })).json(), { status: 400 })
  },
)

t.test('every change leaves a row in the audit log that nobody can alter', async (t) => {
  const { services, operator, patch } = await studio(t)
  const { id } = (await operator.post('/api/studio/videos', { title: 'Film' })).json()
  const now = services.clock.now()
  const encode = { videoId: id, sourceKey: 'originals/a', createdAt: now, activeAt: now }
  const { id: encodeId } = await services.database.encode.create({ data: encode })
  await services.database.video.update({ where: { id }, data: { encodeId } })
  await patch(id, { published: true })
  await patch(id, { published: false })
  const subject = { subject: `video:${id}` }
  const rows = await services.database.auditEntry.findMany({
    where: subject,
    orderBy: { id: 'asc' },
  })
  t.match(rows, [
    { action: 'video.created', actorId: operator.userId },
    { action: 'video.published' },
    { action: 'video.unpublished' },
  ])
  await t.rejects(services.database.auditEntry.deleteMany(), /never changed or removed/)
  await t.rejects(services.database.auditEntry.updateMany({ data: { action: 'x' } }))
})

t.test('a deleted film is gone, and its objects are to be removed', async (t) => {
  const { services, operator } = await studio(t)
  const { id } = await addVideo(services)
  t.equal((await operator.request('DELETE', `/api/studio/videos/${id}`)).statusCode, 204)
  t.equal((await operator.get(`/api/studio/videos/${id}`)).statusCode, 404)
  t.equal((await operator.request('DELETE', `/api/studio/videos/${id}`)).statusCode, 404)
})

t.test('a film that someone has paid for stays', async (t) => {
  const { services, operator } = await studio(t)
  const { id } = await addVideo(services)
  const sale = { kind: 'buy' as const, status: 'paid', amount: 999, currency: 'usd' }
  const by = { userId: operator.userId, videoId: id, paidAt: services.clock.now() }
  await services.database.purchase.create({ data: { id: 'cs_1', ...sale, ...by } })
  const answer = await operator.request('DELETE', `/api/studio/videos/${id}`)
  t.match(answer.json(), { status: 409, detail: /Archive it instead/ })
  t.equal((await operator.get(`/api/studio/videos/${id}`)).statusCode, 200)
})
