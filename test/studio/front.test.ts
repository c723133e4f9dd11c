import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import type { Front, FrontRow } from '../../contract/front.ts'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { signedUp, visitor } from '../fixtures/visitor.ts'

const root = '/api/studio/front'

const row = (kind: FrontRow['kind'], more: Partial<FrontRow> = {}): FrontRow => ({
  ...{ kind, title: '', hidden: false },
  ...{ category: null, collectionId: null, videoIds: [] },
  ...more,
})
const usual = { kind: 'usual', videoId: null }

async function site(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  /** The newest is the last. */
  const films = async (count: number, more: Parameters<typeof addVideo>[1] = {}) => {
    const ids: string[] = []
    for (let n = 1; n <= count; n += 1) {
      services.clock.advance(1)
      ids.push((await addVideo(services, { title: `${n}`, ...more })).id)
    }
    return ids
  }
  const put = (body: object) => operator.request('PUT', root, body)
  const front = async (who = visitor(app)): Promise<Front> => (await who.get('/api/front')).json()
  return { app, services, operator, films, put, front }
}

const shown = ({ hero, rows }: Front) => ({
  hero: hero?.title,
  rows: rows.map(({ kind, videos }) => `${kind}: ${videos.map(({ title }) => title).join(' ')}`),
})

t.test('only who looks after films arranges the front page', async (t) => {
  const { app, services, operator } = await site(t)
  const member = await signedUp(app, 'member@films.example')
  const body = { hero: usual, rows: [] }
  const asked = [
    ['GET', root],
    ['PUT', root, body],
    ['POST', `${root}/preview`, body],
  ] as const
  for (const [method, url, payload] of asked) {
    t.match((await visitor(app).request(method, url, payload)).json(), { code: 'SIGN_IN_REQUIRED' })
    t.match((await member.request(method, url, payload)).json(), { code: 'FORBIDDEN' })
  }
  for (const [role, status] of [
    ['editor', 200],
    ['manager', 200],
    ['support', 403],
  ] as const) {
    await services.database.user.update({ where: { id: operator.userId }, data: { role } })
    for (const [method, url, payload] of asked) {
      t.equal(
        (await operator.request(method, url, payload)).statusCode,
        status,
        `${role} ${method}`,
      )
    }
  }
})

t.test('where nothing is arranged it is as it always was', async (t) => {
  const { films, front, services } = await site(t)
  t.same(shown(await front()), { hero: undefined, rows: [] })
  await films(1)
  t.same(shown(await front()), { hero: '1', rows: [] }, 'one film is the whole page')
  await films(8)
  t.same(shown(await front()), { hero: '8', rows: ['all: 7 6 5 4 3 2 1 1'] })
  await films(1, { title: 'Gift', free: true })
  t.same(shown(await front()), {
    hero: 'Gift',
    rows: ['new: 8 7 6 5', 'all: 4 3 2 1 1'],
  })
  await films(1)
  t.match(shown(await front()).rows, ['new: Gift 8 7 6', 'free: Gift', 'all: 5 4 3 2 1 1'])
  const publishAt = new Date(services.clock.now().getTime() + 86_400_000)
  const soon = { published: false, publishedAt: null, announced: true, publishAt }
  await films(1, { title: 'Soon', ...soon })
  t.match(shown(await front()).rows.slice(1), ['free: Gift', 'coming: Soon', 'all: 5 4 3 2 1 1'])
})

t.test('what a viewer has begun leads, and is not there again', async (t) => {
  const { app, films, front } = await site(t)
  const [one = '', two = '', three = ''] = await films(3)
  const ana = await signedUp(app, 'ana@films.example')
  for (const id of [one, two]) {
    await ana.request('PUT', `/api/videos/${id}/progress`, { positionSeconds: 30 })
  }
  await ana.request('PUT', `/api/me/watchlist/${three}`)
  t.match(shown(await front(ana)).rows.slice(0, 2), [/^continue: [12]$/, 'watchlist: 3'])
  t.match(shown(await front()), { hero: '3', rows: ['all: 2 1'] })
})

t.test('what a viewer has begun or kept is there as in their own lists', async (t) => {
  const { app, films, front, services } = await site(t)
  const ids = await films(16)
  const [one = '', two = '', three = ''] = ids
  const ana = await signedUp(app, 'ana@films.example')
  for (const id of ids) await ana.request('PUT', `/api/me/watchlist/${id}`)
  for (const id of [one, two, three]) {
    services.clock.advance(60)
    await ana.request('PUT', `/api/videos/${id}/progress`, { positionSeconds: 30 })
  }
  const change = (id: string, data: object) =>
    services.database.video.update({ where: { id }, data })
  await change(three, { archivedAt: services.clock.now() })
  await change(two, { visibility: 'unlisted' })
  const { hero, rows } = await front(ana)
  t.equal(hero?.title, '2', 'one that was archived does not lead for who has not got it')
  const ofKind = (wanted: string) =>
    rows.find(({ kind }) => kind === wanted)?.videos.map(({ title }) => title)
  t.same(ofKind('continue'), ['1'])
  t.equal(ofKind('watchlist')?.length, 16 - 2, 'all of it, but for what leads and what is archived')
})

t.test('rows stand as they are arranged; what is empty, hidden or gone is not there', async (t) => {
  const { films, front, put, operator, services } = await site(t)
  const [one = '', two = '', three = ''] = await films(3)
  const [noir = ''] = await films(1, { title: 'Noir', about: { categories: ['Noir'] } })
  const made = await operator.post('/api/studio/collections', {
    title: 'Nights',
    videoIds: [two, one],
  })
  const collectionId = made.json().id
  const rows = [
    row('films', { title: 'Our choice', videoIds: [three, randomUUID(), one] }),
    row('collection', { collectionId }),
    row('category', { category: 'Noir' }),
    row('category', { category: 'Nothing' }),
    row('all', { hidden: true }),
    row('free'),
  ]
  t.equal((await put({ hero: { kind: 'film', videoId: two }, rows })).statusCode, 200)
  const now = await front()
  t.same(shown(now), { hero: '2', rows: ['films: 3 1', 'collection: 1', 'category: Noir'] })
  t.match(now.rows, [
    { title: 'Our choice' },
    { title: 'Nights', collection: 'nights' },
    { title: 'Noir', category: 'Noir', collection: null },
  ])
  await services.database.video.update({ where: { id: two }, data: { published: false } })
  await operator.request('DELETE', `/api/studio/collections/${collectionId}`)
  const later = shown(await front())
  t.same(later, { hero: 'Noir', rows: ['films: 3 1'] }, 'the newest leads instead')
  const stored = (await operator.get(root)).json()
  t.match(stored, { version: 1, rows })
  t.ok(stored.named.some(({ id }: { id: string }) => id === three))
  await put({ hero: { kind: 'newest', videoId: null }, rows: [] })
  t.same(shown(await front()), { hero: 'Noir', rows: [] })
  t.ok(noir)
})

t.test('a row shows what is announced, the next to come first, and when', async (t) => {
  const { films, front, put, services, app } = await site(t)
  await films(1)
  const now = services.clock.now().getTime()
  const at = (days: number) => new Date(now + days * 86_400_000)
  const soon = { published: false, publishedAt: null, announced: true }
  await films(1, { title: 'Later', ...soon, publishAt: at(9) })
  await films(1, { title: 'Sooner', ...soon, publishAt: at(2) })
  await films(1, { title: 'Secret', ...soon, announced: false, publishAt: at(2) })
  await films(1, { title: 'By link', ...soon, visibility: 'unlisted', publishAt: at(2) })
  await films(1, { title: 'No day', ...soon, publishAt: null })
  t.equal((await put({ hero: usual, rows: [row('coming')] })).statusCode, 200)
  const told = await front()
  t.same(shown(told), { hero: '1', rows: ['coming: Sooner Later'] })
  t.match(told.rows[0]?.videos, [
    { comingAt: at(2).toISOString(), access: { allowed: false } },
    { comingAt: at(9).toISOString() },
  ])
  const ana = await signedUp(app, 'ana@films.example')
  t.match((await front(ana)).rows[0]?.videos[0]?.access, { because: 'coming', offers: [] })
})

t.test('all films go on by pages, and thirty rows are asked for at once', async (t) => {
  const { app, films, front, put } = await site(t)
  await films(30)
  const first = await front()
  const all = first.rows.find(({ kind }) => kind === 'all')
  t.equal(all?.videos.length, 24 - 5, 'one leads, four are new')
  const rest = (await app.inject(`/api/videos?cursor=${all?.nextCursor}`)).json()
  t.same(
    rest.videos.map(({ title }: { title: string }) => title),
    ['6', '5', '4', '3', '2', '1'],
  )
  const categories = (count: number) =>
    Array.from({ length: count }, (_, n) => row('category', { category: `${n}` }))
  t.equal((await put({ hero: usual, rows: categories(30) })).statusCode, 200)
  t.same(shown(await front()), { hero: '30', rows: [] })
})

t.test('what cannot be shown is refused with a sentence', async (t) => {
  const { put, operator, services } = await site(t)
  const refused: [hero: object, rows: object[], field: string, detail?: string][] = [
    [{ kind: 'film', videoId: null }, [], 'hero.videoId'],
    [usual, [row('category')], 'rows.0.category'],
    [usual, [row('category', { category: ' ' })], 'rows.0.category'],
    [usual, [row('all'), row('collection')], 'rows.1.collectionId', 'Say what row 2 shows.'],
    [usual, [row('films')], 'rows.0.videoIds'],
    [usual, [row('new'), row('new')], 'rows.1.kind', 'Row 2 is on the page already.'],
    [usual, Array.from({ length: 31 }, () => row('category', { category: 'x' })), 'rows'],
    [usual, [{ ...row('new'), kind: 'other' }], 'rows.0.kind'],
  ]
  for (const [hero, rows, field, detail] of refused) {
    for (const answer of [
      await put({ hero, rows }),
      await operator.post(`${root}/preview`, { hero, rows }),
    ]) {
      t.match(answer.json(), { status: 400, fields: [{ field }], ...(detail && { detail }) }, field)
    }
  }
  t.equal(await services.database.siteSetting.count(), 0)
})

t.test('a preview stores nothing; of two who save at once the second is told', async (t) => {
  const { put, operator, films, services, front } = await site(t)
  await films(2)
  const draft = { hero: usual, rows: [row('all', { title: 'Everything' })] }
  const preview = await operator.post(`${root}/preview`, draft)
  t.match(preview.json().rows, [{ title: 'Everything' }])
  t.match((await front()).rows, [{ title: '' }])
  t.equal((await operator.get('/api/site')).json().front, false)
  const other = { hero: usual, rows: [row('all', { title: 'Other' })] }
  const answers = await Promise.all([put({ ...draft, version: 0 }), put({ ...other, version: 0 })])
  const [saved, refused] = answers.toSorted((a, b) => a.statusCode - b.statusCode)
  t.match(saved?.json(), { version: 1 })
  t.match(refused?.json(), { status: 409, detail: /Someone else/, current: saved?.json() })
  t.equal((await operator.get('/api/site')).json().front, true)
  t.same((await front()).rows[0]?.title, saved?.json().rows[0].title)
  await operator.request('PATCH', '/api/studio/settings', { name: 'Kino' })
  t.match((await operator.get(root)).json(), { version: 1 }, 'other settings are no change of it')
  t.equal(await services.database.auditEntry.count({ where: { action: 'front.changed' } }), 1)
})
