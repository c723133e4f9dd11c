import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import type { BulkResult } from '../../contract/bulk.ts'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

const draft = { published: false, publishedAt: null }

async function studio(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'editor' } })
  const bulk = (videoIds: string[], change: object) =>
    operator.post('/api/studio/videos/bulk', { videoIds, change })
  const outcomes = async (videoIds: string[], change: object) =>
    (await bulk(videoIds, change)).json().results.map(({ outcome }: BulkResult) => outcome)
  const audited = (action: string) => services.database.auditEntry.count({ where: { action } })
  return { app, services, operator, bulk, outcomes, audited }
}

t.test('of each film it is said what was done, or why not, and nothing is half done', async (t) => {
  const { services, bulk, audited } = await studio(t)
  const { database } = services
  const ready = await addVideo(services, { title: 'Ready', ...draft })
  const shown = await addVideo(services, { title: 'Shown' })
  const empty = await addVideo(services, { title: 'Empty', ...draft, encodeId: null })
  const stored = await addVideo(services, { title: 'Stored', ...draft, archivedAt: new Date() })
  const gone = randomUUID()
  const collection = await database.collection.create({ data: { slug: 'c', title: 'C' } })
  const ids = [ready.id, shown.id, empty.id, stored.id, gone]
  const answer = await bulk(ids, { published: true, addToCollection: collection.id })
  t.match(answer.json().results, [
    { id: ready.id, title: 'Ready', outcome: 'done', reason: null },
    { id: shown.id, outcome: 'done' },
    { id: empty.id, title: 'Empty', outcome: 'refused', reason: /cannot be played yet/ },
    { id: stored.id, outcome: 'refused', reason: /in the archive/ },
    { id: gone, title: null, outcome: 'refused', reason: /no such film/ },
  ])
  const rows = await database.collectionVideo.findMany({ orderBy: { position: 'asc' } })
  t.same(
    rows.map(({ videoId }) => videoId),
    [ready.id, shown.id],
    'what was refused is nowhere',
  )
  t.equal(await audited('video.published'), 1, 'what was on show is not published again')
  const again = await bulk(ids.slice(0, 2), { published: true, addToCollection: collection.id })
  t.match(again.json().results, [{ outcome: 'unchanged' }, { outcome: 'unchanged' }])
  t.equal(await audited('video.published'), 1)
})

t.test('films are listed, unlisted, archived, brought back, and given away', async (t) => {
  const { services, outcomes } = await studio(t)
  const { database } = services
  const plan = { id: 'all', name: 'All', stripeProductId: 'prod_1' }
  await database.plan.create({ data: plan })
  const { id } = await addVideo(services, { buyAmount: 999 })
  const row = () => database.video.findUniqueOrThrow({ where: { id }, include: { plans: true } })
  for (const [change, expected] of [
    [{ visibility: 'unlisted' }, { visibility: 'unlisted' }],
    [{ visibility: 'public' }, { visibility: 'public' }],
    [{ archived: true }, { archivedAt: services.clock.now() }],
    [{ archived: false }, { archivedAt: null }],
    [{ access: { planIds: ['all'] } }, { plans: [{ planId: 'all' }], buyAmount: 999 }],
    [{ access: { free: true, planIds: [] } }, { free: true, plans: [] }],
    [{ published: false }, { published: false }],
  ] as const) {
    t.same(await outcomes([id], change), ['done'], JSON.stringify(change))
    t.match(await row(), expected)
    t.same(await outcomes([id], change), ['unchanged'], JSON.stringify(change))
  }
})

t.test('names are added to those that are there, up to what a film holds', async (t) => {
  const { services, operator, bulk, outcomes } = await studio(t)
  const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`)
  const { id } = await addVideo(services, { about: { categories: ['Drama'], people: ['Ana'] } })
  t.same(await outcomes([id], { addCategories: ['Sea', 'Drama'], addTags: ['fog'] }), ['done'])
  t.match((await operator.get(`/api/studio/videos/${id}`)).json().about, {
    ...{ categories: ['Drama', 'Sea'], tags: ['fog'], people: ['Ana'] },
  })
  t.same(await outcomes([id], { addTags: ['fog'] }), ['unchanged'])
  t.same(await outcomes([id], { addTags: names(49) }), ['done'], 'fifty')
  const full = (await bulk([id], { addTags: ['more'], visibility: 'unlisted' })).json()
  t.match(full.results, [{ outcome: 'refused', reason: /holds 50/ }])
  t.match((await operator.get(`/api/studio/videos/${id}`)).json(), { visibility: 'public' })
})

t.test(
  'films are put into a collection and taken out, by two at the same moment too',
  async (t) => {
    const { services, bulk, outcomes } = await studio(t)
    const { database } = services
    const { id: collection } = await database.collection.create({ data: { slug: 'c', title: 'C' } })
    const ids: string[] = []
    for (let count = 0; count < 6; count += 1) ids.push((await addVideo(services)).id)
    const [one, two] = [ids.slice(0, 4), ids.slice(2)]
    await Promise.all([one, two].map((some) => bulk(some, { addToCollection: collection })))
    const positions = await database.collectionVideo.findMany({ orderBy: { position: 'asc' } })
    t.same(
      positions.map(({ position }) => position),
      [0, 1, 2, 3, 4, 5],
      'each once',
    )
    t.same(await outcomes(ids.slice(0, 2), { takeFromCollection: collection }), ['done', 'done'])
    t.same(await outcomes(ids.slice(0, 1), { takeFromCollection: collection }), ['unchanged'])
    t.equal(await database.collectionVideo.count(), 4)
    await database.collection.update({ where: { id: collection }, data: { series: true } })
    for (const change of [{ addToCollection: collection }, { takeFromCollection: collection }]) {
      const [result] = (await bulk(ids.slice(2, 3), change)).json().results
      t.match(result, { outcome: 'refused', reason: /on its own page/ })
    }
  },
)

t.test('what no film can have is refused as a whole, and so is whoever may not', async (t) => {
  const { app, services, operator, bulk } = await studio(t)
  const { id } = await addVideo(services)
  for (const change of [
    ...[{}, { addToCollection: randomUUID() }, { takeFromCollection: randomUUID() }],
    ...[{ access: { planIds: ['none'] } }, { access: { rent: null } }, { title: 'Same for all' }],
    ...[{ addTags: [''] }, { visibility: 'secret' }],
  ]) {
    t.equal((await bulk([id], change)).statusCode, 400, JSON.stringify(change))
  }
  for (const ids of [[], [id, id], Array.from({ length: 201 }, () => randomUUID()), ['x']]) {
    t.equal((await bulk(ids, { published: true })).statusCode, 400)
  }
  const member = await signedUp(app, 'member@films.example')
  const body = { videoIds: [id], change: { published: false } }
  t.equal((await member.post('/api/studio/videos/bulk', body)).statusCode, 403)
  t.equal((await operator.get(`/api/studio/videos/${id}`)).json().published, true)
})

t.test('a copy has all that is said of a film and its price, and none of its files', async (t) => {
  const { app, services, operator } = await studio(t)
  const { database } = services
  await database.plan.create({ data: { id: 'all', name: 'All', stripeProductId: 'prod_1' } })
  const about = { year: 1999, people: ['Ana Reyes'], tags: ['sea'] }
  const { id } = await addVideo(services, {
    ...{ title: 'Fog', slug: 'fog', description: 'Grey.', about, posterKey: 'videos/a/poster.jpg' },
    ...{ rentAmount: 399, currency: 'eur', teaserSeconds: 20, visibility: 'unlisted' },
    chapters: [{ startSeconds: 0, title: 'Start' }],
    plans: { create: { planId: 'all' } },
    captions: { create: { language: 'en', label: 'English', key: 'videos/a/captions/en' } },
  })
  const first = await operator.post(`/api/studio/videos/${id}/duplicate`)
  t.equal(first.statusCode, 201)
  t.match(first.json(), {
    ...{ title: 'Fog (copy)', slug: 'fog-copy', description: 'Grey.', about, status: 'draft' },
    ...{ state: 'draft', visibility: 'unlisted', durationSeconds: null, posterUrl: null },
    ...{ captions: [], chapters: [{ title: 'Start' }] },
    access: { planIds: ['all'], rent: { amount: 399, currency: 'eur' }, teaserSeconds: 20 },
  })
  const second = (await operator.post(`/api/studio/videos/${id}/duplicate`)).json()
  t.match(second.slug, /^fog-copy-[0-9a-f]{6}$/)
  const entry = { where: { subject: `video:${second.id}` } }
  t.match(await database.auditEntry.findFirst(entry), { details: { copyOf: id } })
  await operator.request('DELETE', `/api/studio/videos/${second.id}`)
  t.match((await operator.get(`/api/studio/videos/${id}`)).json(), {
    captions: [{ language: 'en' }],
  })
  t.equal((await operator.post(`/api/studio/videos/${randomUUID()}/duplicate`)).statusCode, 404)
  const member = await signedUp(app, 'member@films.example')
  t.equal((await member.post(`/api/studio/videos/${id}/duplicate`)).statusCode, 403)
})
