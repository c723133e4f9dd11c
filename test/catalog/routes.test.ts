import t from 'tap'
import type { Card, PosterSize } from '../../contract/catalog.ts'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

t.test('the catalogue shows what is published and plays, the newest first', async (t) => {
  const { app, services } = await build(t)
  await addVideo(services, { title: 'First', free: true, posterKey: 'posters/1.jpg' })
  services.clock.advance(60)
  await addVideo(services, { title: 'Second' })
  await addVideo(services, { title: 'Hidden', published: false })
  await addVideo(services, { title: 'Not encoded', encodeId: null })
  const answer = await app.inject('/api/videos')
  t.equal(answer.statusCode, 200)
  t.equal(answer.headers['cache-control'], 'private, no-store')
  const { videos, nextCursor } = answer.json()
  t.same(
    videos.map(({ title }: Card) => title),
    ['Second', 'First'],
  )
  t.equal(nextCursor, null)
  t.match(videos[0], { access: { allowed: false, because: 'sign_in_required' }, posterUrl: null })
  t.match(videos[1], {
    durationSeconds: 90,
    resumeSeconds: null,
    access: { allowed: true, because: 'free', until: null, offers: [] },
    posterUrl: /^http:\/\/127\.0\.0\.1:\d+\/matinee-test\/posters\/1\.jpg\?.*X-Amz-Expires=3600/,
  })
})

t.test('a poster that was made in sizes is told in each, one of before in none', async (t) => {
  const { app, services } = await build(t)
  const posterKey = 'posters/1.jpg'
  const { id } = await addVideo(services, { posterKey, posterSized: true })
  const sizes = async () => (await app.inject(`/api/videos/${id}`)).json().posterSizes
  const told = await sizes()
  t.same(
    told.map(({ width }: PosterSize) => width),
    [320, 640, 1280],
  )
  t.match(told[0].url, /\/posters\/1-320\.jpg\?.*X-Amz-Signature=/)
  t.match(told[2].url, /\/posters\/1\.jpg\?/)
  const formats = async (posterFormats: string[]) => {
    await services.database.video.update({ where: { id }, data: { posterFormats } })
    return (await sizes()).map(({ type, width, url }: PosterSize) => [
      ...[type, width],
      new URL(url).pathname.replace(/.*\//, ''),
    ])
  }
  const inEach = (format: string) => [
    [`image/${format}`, 320, `1-320.${format}`],
    [`image/${format}`, 640, `1-640.${format}`],
    [`image/${format}`, 1280, `1.${format}`],
  ]
  const jpeg = inEach('jpg').map(([, ...rest]) => ['image/jpeg', ...rest])
  t.same(await formats(['webp', 'avif']), [...inEach('avif'), ...inEach('webp'), ...jpeg])
  t.same(await formats(['webp']), [...inEach('webp'), ...jpeg], 'what is not there is not told')
  await services.database.video.update({ where: { id }, data: { posterSized: false } })
  t.same(await sizes(), [])
})

t.test('who only looks at a poster is sent to where they may look', async (t) => {
  const { app, services } = await build(t)
  const { id } = await addVideo(services, { posterKey: 'posters/1.jpg' })
  await services.storage.putBytes('posters/1.jpg', 'a picture', { contentType: 'image/jpeg' })
  for (const method of ['HEAD', 'GET'] as const) {
    const { headers } = await app.inject({ method, url: `/api/videos/${id}/poster` })
    t.equal((await fetch(headers.location ?? '', { method })).status, 200, method)
  }
})

t.test('pages follow one another without gap or repetition, also within one instant', async (t) => {
  const { app, services } = await build(t)
  for (let count = 0; count < 7; count += 1) await addVideo(services)
  const seen: string[] = []
  let cursor = ''
  do {
    const page = (await app.inject(`/api/videos?limit=3${cursor}`)).json()
    t.ok(page.videos.length <= 3)
    seen.push(...page.videos.map(({ id }: Card) => id))
    cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
  } while (cursor !== '')
  t.equal(seen.length, 7)
  t.equal(new Set(seen).size, 7)
})

t.test('search finds every word in title or description, whatever the case', async (t) => {
  const { app, services } = await build(t)
  await addVideo(services, { title: 'The Long Way Round', description: 'A journey by night.' })
  await addVideo(services, { title: 'A Minute of Weather', description: '100% rain' })
  const titles = async (q: string) =>
    (await app.inject(`/api/videos?q=${encodeURIComponent(q)}`))
      .json()
      .videos.map(({ title }: Card) => title)
  t.same(await titles('long NIGHT'), ['The Long Way Round'])
  t.same(await titles('long rain'), [])
  t.same(
    await titles('0%'),
    ['A Minute of Weather'],
    'a percent sign is a character, not a pattern',
  )
  t.equal((await titles('  ')).length, 2, 'blanks ask for nothing')
})

t.test('a film is found by its id and by its slug, with description and chapters', async (t) => {
  const { app, services } = await build(t)
  const chapters = [{ startSeconds: 0, title: 'Dawn' }]
  const { id } = await addVideo(services, { slug: 'the-long-way', description: 'Far.', chapters })
  for (const name of [id, 'the-long-way']) {
    const answer = await app.inject(`/api/videos/${name}`)
    t.match(answer.json(), { id, slug: 'the-long-way', description: 'Far.', chapters })
  }
})

t.test('what is not on show is not found', async (t) => {
  const { app, services } = await build(t)
  const { id } = await addVideo(services, { published: false })
  for (const name of [id, 'nothing', '00000000-0000-4000-8000-000000000000']) {
    t.match((await app.inject(`/api/videos/${name}`)).json(), { status: 404, code: 'NOT_FOUND' })
  }
})

const refused: [query: string, field: string][] = [
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=many', 'limit'],
  ['cursor=made-up', 'cursor'],
  [`q=${'x'.repeat(201)}`, 'q'],
  ['page=2', 'page'],
]

t.test('a query that makes no sense is 400 and names the field', async (t) => {
  const { app } = await build(t)
  for (const [query, field] of refused) {
    const answer = await app.inject(`/api/videos?${query}`)
    t.equal(answer.statusCode, 400, query)
    t.match(JSON.stringify(answer.json().fields), field, query)
  }
})

t.test('a poster keeps its URL for half an hour and is good for half an hour more', async (t) => {
  const { app, services } = await build(t)
  await addVideo(services, { posterKey: 'posters/1.jpg' })
  const poster = async () => (await app.inject('/api/videos')).json().videos[0].posterUrl
  services.clock.set('2026-05-01T12:00:00Z')
  const first = await poster()
  services.clock.set('2026-05-01T12:29:59Z')
  t.equal(await poster(), first)
  services.clock.set('2026-05-01T12:30:00Z')
  t.not(await poster(), first)
})

t.test('without a database the catalogue is 503 and says nothing of why', async (t) => {
  const { app } = await build(t, { DATABASE_URL: 'postgresql://127.0.0.1:1/none' })
  t.match((await app.inject('/api/videos')).json(), { status: 503 })
})

t.test('what a viewer has begun is theirs alone, what was watched last first', async (t) => {
  const { app, services } = await build(t)
  t.match((await app.inject('/api/me/begun')).json(), { status: 401, code: 'SIGN_IN_REQUIRED' })
  const ana = await signedUp(app, 'ana@example.com')
  const ben = await signedUp(app, 'ben@example.com')
  const begun = async (who: typeof ana) =>
    (await who.get('/api/me/begun')).json().videos.map(({ title }: Card) => title)
  const watch = async (who: typeof ana, title: string, video = {}) => {
    services.clock.advance(1)
    const { id } = await addVideo(services, { title, free: true, ...video })
    await who.request('PUT', `/api/videos/${id}/progress`, { positionSeconds: 42 })
    return id
  }
  const first = await watch(ana, 'First')
  await watch(ana, 'Second')
  await watch(ben, 'Ben’s')
  const withdrawn = await watch(ana, 'Withdrawn')
  await services.database.video.update({ where: { id: withdrawn }, data: { published: false } })
  t.same(await begun(ana), ['Second', 'First'])
  services.clock.advance(1)
  await ana.request('PUT', `/api/videos/${first}/progress`, { positionSeconds: 50 })
  t.same(await begun(ana), ['First', 'Second'])
  t.same(await begun(ben), ['Ben’s'])
  const answer = await ana.get('/api/me/begun')
  t.match(answer.json().videos[0], { resumeSeconds: 50, access: { because: 'free' } })
  t.equal(answer.headers['cache-control'], 'private, no-store')
  await ana.request('PUT', `/api/videos/${first}/progress`, { positionSeconds: 90 })
  t.same(await begun(ana), ['Second'], 'a film watched to its end is no longer among them')
})

t.test('of all that was begun a row is shown, in one request', async (t) => {
  const { app, services } = await build(t)
  const ana = await signedUp(app)
  for (let count = 0; count < 14; count += 1) {
    const { id } = await addVideo(services, { free: true })
    await ana.request('PUT', `/api/videos/${id}/progress`, { positionSeconds: 42 })
  }
  t.equal((await ana.get('/api/me/begun')).json().videos.length, 12)
})
