import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import type { Card } from '../../contract/catalog.ts'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { signedUp, visitor } from '../fixtures/visitor.ts'

const root = '/api/studio/collections'

async function studio(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const make = async (body: object) => (await operator.post(root, body)).json()
  const patch = (id: string, change: object) => operator.request('PATCH', `${root}/${id}`, change)
  return { app, services, operator, make, patch }
}

const titlesOf = (videos: Card[]) => videos.map(({ title }) => title)

t.test('only an operator arranges collections', async (t) => {
  const { app, make, services } = await studio(t)
  const { id } = await make({ title: 'Nights' })
  const member = await signedUp(app, 'member@films.example')
  for (const [method, url] of [
    ['GET', root],
    ['POST', root],
    ['GET', `${root}/${id}`],
    ['PATCH', `${root}/${id}`],
    ['DELETE', `${root}/${id}`],
  ] as const) {
    const body = method === 'POST' || method === 'PATCH' ? { title: 'Mine' } : undefined
    t.match((await visitor(app).request(method, url, body)).json(), { code: 'SIGN_IN_REQUIRED' })
    t.match((await member.request(method, url, body)).json(), { code: 'FORBIDDEN' })
  }
  t.match(await services.database.collection.findMany(), [{ title: 'Nights' }])
})

t.test('a collection shows its films in order, each with what the viewer may', async (t) => {
  const { app, services, operator, patch } = await studio(t)
  const one = await addVideo(services, { title: 'One', free: true })
  const two = await addVideo(services, { title: 'Two' })
  const hidden = await addVideo(services, { title: 'Hidden', published: false })
  const unlisted = await addVideo(services, { title: 'Unlisted', visibility: 'unlisted' })
  const videoIds = [two.id, hidden.id, one.id, unlisted.id]
  const made = await operator.post(root, { title: ' Long Nights ', description: 'Dark.', videoIds })
  t.equal(made.statusCode, 201)
  t.match(made.json(), {
    slug: 'long-nights',
    title: 'Long Nights',
    description: 'Dark.',
    videoIds,
    videos: [
      { title: 'Two', onShow: true },
      { title: 'Hidden', onShow: false },
      { title: 'One', onShow: true },
      { title: 'Unlisted', onShow: false },
    ],
  })
  const { id } = made.json()
  t.same((await operator.get(`${root}/${id}`)).json(), made.json())

  const shown = (await app.inject('/api/collections/long-nights')).json()
  t.match(shown, { title: 'Long Nights', description: 'Dark.' })
  t.same(titlesOf(shown.videos), ['Two', 'One'])
  t.match(shown.videos, [
    { access: { allowed: false, because: 'sign_in_required' } },
    { access: { allowed: true, because: 'free' } },
  ])
  const asOperator = (await operator.get('/api/collections/long-nights')).json()
  t.match(asOperator.videos[0].access, { allowed: true, because: 'operator' })

  await patch(id, { videoIds: [one.id, two.id], slug: 'nights' })
  t.same(titlesOf((await app.inject('/api/collections/nights')).json().videos), ['One', 'Two'])
  t.equal((await app.inject('/api/collections/long-nights')).statusCode, 404)
  await patch(id, { title: 'Short Nights' })
  t.match((await operator.get(`${root}/${id}`)).json(), {
    title: 'Short Nights',
    videoIds: [one.id, two.id],
  })
})

t.test('the films of a long collection come by pages, in their order', async (t) => {
  const { app, services, make } = await studio(t)
  const ids = []
  for (const title of ['One', 'Two', 'Hidden', 'Three']) {
    const { id } = await addVideo(services, { title, published: title !== 'Hidden' })
    ids.push(id)
  }
  await make({ title: 'Long', videoIds: ids })
  const first = (await app.inject('/api/collections/long?limit=2')).json()
  t.same(titlesOf(first.videos), ['One', 'Two'])
  const second = (
    await app.inject(`/api/collections/long?limit=2&cursor=${first.nextCursor}`)
  ).json()
  t.same(titlesOf(second.videos), ['Three'])
  t.equal(second.nextCursor, null)
  t.equal((await app.inject('/api/collections/long?limit=3')).json().nextCursor, null)
})

t.test('the list holds collections with a film on show, by pages', async (t) => {
  const { app, services, operator, make } = await studio(t)
  const { id } = await addVideo(services)
  const hidden = await addVideo(services, { published: false })
  await make({ title: 'Empty' })
  await make({ title: 'Hidden', videoIds: [hidden.id] })
  for (const title of ['A', 'B', 'C']) await make({ title, videoIds: [id] })
  const pagesOf = async (address: string) => {
    const seen: string[] = []
    let cursor = ''
    do {
      const page = (await operator.get(`${address}?limit=2${cursor}`)).json()
      seen.push(...page.collections.map(({ title }: { title: string }) => title))
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
    } while (cursor !== '')
    return seen
  }
  t.same(await pagesOf('/api/collections'), ['C', 'B', 'A'])
  t.same(await pagesOf(root), ['C', 'B', 'A', 'Hidden', 'Empty'])
  t.match((await app.inject('/api/collections/empty')).json(), { title: 'Empty', videos: [] })
  t.match((await app.inject('/api/collections/nothing')).json(), { status: 404, code: 'NOT_FOUND' })
  t.equal((await app.inject('/api/collections?limit=0')).statusCode, 400)
})

t.test('films that are unknown or named twice are refused, and nothing changes', async (t) => {
  const { services, operator, make, patch } = await studio(t)
  const { id: videoId } = await addVideo(services)
  const before = await make({ title: 'Nights', videoIds: [videoId] })
  const refused: [change: object, field: string][] = [
    [{ videoIds: [videoId, randomUUID()] }, 'videoIds.1'],
    [{ videoIds: [videoId, videoId] }, 'videoIds.1'],
    [{ videoIds: ['film'] }, 'videoIds'],
    [{ title: ' ' }, 'title'],
    [{ slug: 'Not A Slug' }, 'slug'],
    [{ videoIds: [before.id] }, 'A collection cannot be in itself'],
    [{ name: 'x' }, 'name'],
    [{}, 'fewer than 1'],
  ]
  for (const [change, field] of refused) {
    const answer = await patch(before.id, change)
    t.equal(answer.statusCode, 400, JSON.stringify(change))
    t.match(JSON.stringify(answer.json().fields), field)
  }
  t.equal((await operator.post(root, { title: 'x', videoIds: [randomUUID()] })).statusCode, 400)
  const { videos: _, ...listed } = before
  t.same((await operator.get(root)).json().collections, [listed])
})

t.test('an address that is taken is refused; one made from a title gets an end', async (t) => {
  const { operator, make, patch } = await studio(t)
  await make({ title: 'Nights' })
  const second = await make({ title: 'Nights' })
  t.match(second.slug, /^nights-[0-9a-f]{6}$/)
  t.match((await operator.post(root, { title: 'x', slug: 'nights' })).json(), { status: 409 })
  t.match((await patch(second.id, { slug: 'nights' })).json(), { detail: /Choose another/ })
})

t.test('what is gone is gone, and every change is in the audit log', async (t) => {
  const { services, operator, make, patch } = await studio(t)
  const film = await addVideo(services)
  const kept = await addVideo(services)
  const { id } = await make({ title: 'Nights', videoIds: [film.id, kept.id] })
  t.equal((await operator.request('DELETE', `/api/studio/videos/${film.id}`)).statusCode, 204)
  t.match((await operator.get(`${root}/${id}`)).json(), { videoIds: [kept.id] })
  await patch(id, { description: 'Dark.' })
  t.equal((await operator.request('DELETE', `${root}/${id}`)).statusCode, 204)
  t.equal((await operator.get(`${root}/${id}`)).statusCode, 404)
  t.equal((await patch(id, { title: 'x' })).statusCode, 404)
  t.equal((await operator.request('DELETE', `${root}/${id}`)).statusCode, 404)
  t.equal(await services.database.video.count({ where: { id: kept.id } }), 1)
  const rows = await services.database.auditEntry.findMany({
    where: { subject: `collection:${id}` },
    orderBy: { id: 'asc' },
  })
  t.match(rows, [
    { action: 'collection.created', actorId: operator.userId },
    { action: 'collection.changed', details: { description: 'Dark.' } },
    { action: 'collection.deleted', details: { title: 'Nights' } },
  ])
})
