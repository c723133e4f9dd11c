import t, { type Test } from 'tap'
import type { StudioVideo } from '../../contract/studio.ts'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

const draft = { published: false, publishedAt: null }

async function studio(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'editor' } })
  const ask = async (query: string) =>
    (await operator.get(`/api/studio/videos?${query}`)).json() as {
      videos: StudioVideo[]
      total: number
      nextCursor: string | null
    }
  const titles = async (query: string) => (await ask(query)).videos.map(({ title }) => title)
  return { app, services, operator, ask, titles }
}

t.test('films are found by how they stand, and each says it', async (t) => {
  const { services, ask, titles } = await studio(t)
  const at = services.clock.now()
  const later = new Date(at.getTime() + 60_000)
  await addVideo(services, { title: 'Draft', ...draft })
  await addVideo(services, { title: 'Scheduled', ...draft, publishAt: later })
  await addVideo(services, { title: 'Published' })
  await addVideo(services, { title: 'Unlisted', visibility: 'unlisted' })
  await addVideo(services, { title: 'Unlisted draft', ...draft, visibility: 'unlisted' })
  await addVideo(services, { title: 'Archived', archivedAt: at })
  await addVideo(services, { title: 'Failing', ...draft, encodeId: null, status: 'failed' })
  await addVideo(services, { title: 'Replaced badly', failure: 'No film in it.' })
  t.same(await titles('state=draft'), ['Failing', 'Unlisted draft', 'Draft'])
  t.same(await titles('state=scheduled'), ['Scheduled'])
  t.same(await titles('state=published'), ['Replaced badly', 'Published'])
  t.same(await titles('state=unlisted'), ['Unlisted'])
  t.same(await titles('state=archived'), ['Archived'])
  t.same(await titles('state=failing'), ['Replaced badly', 'Failing'])
  for (const state of ['draft', 'scheduled', 'published', 'unlisted', 'archived']) {
    const { videos, total } = await ask(`state=${state}`)
    t.same([...new Set(videos.map((video) => video.state))], [state])
    t.equal(total, videos.length)
  }
})

t.test('films are found by who may watch them', async (t) => {
  const { services, ask, titles } = await studio(t)
  const { database } = services
  await addVideo(services, { title: 'Nobody' })
  await addVideo(services, { title: 'Free', free: true })
  await addVideo(services, { title: 'Rent', rentAmount: 399 })
  await addVideo(services, { title: 'Buy', buyAmount: 999 })
  const plan = { id: 'all', name: 'All', stripeProductId: 'prod_1' }
  await addVideo(services, { title: 'Plan', plans: { create: { plan: { create: plan } } } })
  const { id: videoId } = await addVideo(services, { title: 'Bundle' })
  const bundle = { title: 'Both', amount: 999, currency: 'usd' }
  const videos = { create: { videoId, position: 0 } }
  const { id } = await database.bundle.create({ data: { ...bundle, videos } })
  t.same(await titles('access=free'), ['Free'])
  t.same(await titles('access=plan'), ['Plan'])
  t.same(await titles('access=sale'), ['Bundle', 'Buy', 'Rent'])
  t.same(await titles('access=nobody'), ['Nobody'])
  await database.bundle.update({ where: { id }, data: { active: false } })
  t.same(await titles('access=nobody'), ['Bundle', 'Nobody'])
  const told = (await ask('')).videos.filter(({ forNobody }) => forNobody)
  t.same(
    told.map(({ title }) => title),
    ['Bundle', 'Nobody'],
    'each says it',
  )
})

t.test('of a collection, with some words, in each order, page by page', async (t) => {
  const { services, titles, ask } = await studio(t)
  const at = (seconds: number) => new Date(services.clock.now().getTime() + seconds * 1000)
  const about = { people: ['Ana Reyes'], categories: ['Drama'], tags: ['sea'] }
  const films = [
    { title: 'Éclair', durationSeconds: 30, changedAt: at(3), about },
    { title: 'anchor', durationSeconds: null, changedAt: at(1) },
    { title: 'Dune', durationSeconds: 90, changedAt: at(2) },
    { title: 'Dune', durationSeconds: 60, changedAt: at(2) },
  ]
  const ids: string[] = []
  for (const film of films) ids.push((await addVideo(services, film)).id)
  const [first = ''] = ids
  const one = { slug: 'c', title: 'C', videos: { create: { videoId: first, position: 0 } } }
  const { id } = await services.database.collection.create({ data: one })
  t.same(await titles(`collection=${id}`), ['Éclair'])
  for (const q of ['eclair', 'reyes ana', 'drama', 'SEA'])
    t.same(await titles(`q=${q}`), ['Éclair'])
  t.same(await titles('q=!!'), [], 'what has no words in it finds nothing')
  const orders: [string, string[]][] = [
    ['newest', ['Dune', 'Dune', 'anchor', 'Éclair']],
    ['title', ['anchor', 'Dune', 'Dune', 'Éclair']],
    ['changed', ['Éclair', 'Dune', 'Dune', 'anchor']],
    ['longest', ['Dune', 'Dune', 'Éclair', 'anchor']],
    ['shortest', ['Éclair', 'Dune', 'Dune', 'anchor']],
  ]
  for (const [sort, expected] of orders) {
    t.same(await titles(`sort=${sort}`), expected, sort)
    const found: string[] = []
    let cursor = ''
    for (let pages = 0; pages < 4; pages += 1) {
      const page = await ask(`sort=${sort}&limit=1${cursor}`)
      t.equal(page.total, 4)
      found.push(...page.videos.map((video) => video.id))
      cursor = `&cursor=${page.nextCursor}`
      t.equal(page.nextCursor === null, pages === 3)
    }
    t.equal(new Set(found).size, 4, `${sort}: each film once`)
  }
})

t.test('what is no filter and no cursor of this order is refused', async (t) => {
  const { services, operator, ask } = await studio(t)
  for (const title of ['One', 'Two']) await addVideo(services, { title })
  const { nextCursor } = await ask('sort=title&limit=1')
  const of = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const id = '00000000-0000-4000-8000-000000000000'
  for (const query of [
    ...['state=lost', 'access=all', 'sort=plays', 'collection=mine', 'cursor=mine'],
    `sort=newest&cursor=${nextCursor}`,
    `sort=changed&cursor=${of(['changed', 'soon', id])}`,
    `sort=longest&cursor=${of(['longest', 'long', id])}`,
    `sort=title&cursor=${of(['title', 'a\0', id])}`,
    `sort=title&cursor=${of(['title', 'a', 'b'])}`,
  ]) {
    const answer = await operator.get(`/api/studio/videos?${query}`)
    t.match(answer.json(), { status: 400 }, query)
  }
})

t.test('films are put in order of how often they were played lately, page by page', async (t) => {
  const { services, ask, titles } = await studio(t)
  const { database, clock } = services
  const played = async (title: string, times: number, daysAgo: number) => {
    const { id: videoId } = await addVideo(services, { title })
    const receivedAt = new Date(clock.now().getTime() - daysAgo * 86_400_000)
    const report = { videoId, receivedAt, watchedSeconds: 60, stallCount: 0, stallMs: 0 }
    await database.viewingReport.createMany({ data: Array.from({ length: times }, () => report) })
  }
  await played('Often', 5, 2)
  await played('Long ago', 9, 40)
  await played('Sometimes', 2, 29)
  await played('Never', 0, 0)
  t.same(await titles('sort=played'), ['Often', 'Sometimes', 'Never', 'Long ago'])
  const first = await ask('sort=played&limit=2')
  const { videos } = await ask(`sort=played&limit=2&cursor=${first.nextCursor}`)
  t.same(
    videos.map(({ title }) => title),
    ['Never', 'Long ago'],
  )
})
