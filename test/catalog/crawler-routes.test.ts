import t from 'tap'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'

const { app, services } = await build(t, { PUBLIC_URL: 'https://films.example' })
const film = await addVideo(services, {
  ...{ slug: 'tide', title: 'Tide & <Time>', description: 'A boat.\u0001', posterKey: 'p.jpg' },
  durationSeconds: 3723.4,
})
await addVideo(services, { slug: 'gift', free: true, posterKey: 'p.jpg' })
await addVideo(services, { slug: 'bare' })
await addVideo(services, { slug: 'hidden', visibility: 'unlisted' })
await addVideo(services, { slug: 'draft', published: false })

t.test('the sitemap tells of films, with a picture and where they play', async (t) => {
  const { body } = await app.inject('/sitemap.xml')
  t.match(body, '<loc>https://films.example/watch/tide</loc>')
  t.match(body, `<video:thumbnail_loc>https://films.example/api/videos/${film.id}/poster<`)
  t.match(body, '<video:title>Tide &amp; &lt;Time&gt;</video:title>')
  t.match(body, '<video:description>A boat.</video:description>')
  t.match(body, '<video:player_loc>https://films.example/embed/tide</video:player_loc>')
  t.match(body, '<video:duration>3723</video:duration>')
  t.match(body, /watch\/tide<.*<video:requires_subscription>yes/)
  t.match(body, /watch\/gift<.*<video:requires_subscription>no/)
  t.match(body, /watch\/bare<\/loc><lastmod>[^<]+<\/lastmod><\/url>/, 'none without a picture')
  t.notMatch(body, /hidden|draft|X-Amz-/)
})

t.test('the sitemap tells of every collection', async (t) => {
  const { database } = services
  await database.collection.createMany({
    data: Array.from({ length: 101 }, (_, at) => ({ slug: `shelf-${at}`, title: `Shelf ${at}` })),
  })
  const collections = await database.collection.findMany()
  await database.collectionVideo.createMany({
    data: collections.map(({ id }) => ({ collectionId: id, videoId: film.id, position: 0 })),
  })
  const { body } = await app.inject('/sitemap.xml')
  t.equal(body.match(/\/shelf-\d+</g)?.length, 101)
})

t.test('the feed tells of new films', async (t) => {
  const { body, headers } = await app.inject('/feed.xml')
  t.match(headers['content-type'], /^application\/rss\+xml/)
  t.match(
    body,
    '<title>Tide &amp; &lt;Time&gt;</title><link>https://films.example/watch/tide</link>',
  )
  t.match(body, `<guid isPermaLink="false">${film.id}</guid>`)
  t.notMatch(body, /hidden|draft|X-Amz-/)
  t.notMatch(body, '\u0001')
  const page = await app.inject({ url: '/', headers: { accept: 'text/html' } })
  t.match(page.body, 'type="application/rss+xml" href="/feed.xml"')
})

t.test('a page connects to where film lies, and chooses its theme without a request', async (t) => {
  const { body, headers } = await app.inject({
    url: '/watch/tide',
    headers: { accept: 'text/html' },
  })
  t.match(body, `<link rel="preconnect" href="${services.delivery.origin}" crossorigin />`)
  t.notMatch(body, '<script src="/theme.js">')
  t.match(headers['content-security-policy'], /script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='/)
})

t.test('a collection’s page names it; one that is not there is a 404', async (t) => {
  await services.database.collection.create({
    data: { slug: 'sea', title: 'The sea', description: 'Five films.' },
  })
  const ask = (url: string) => app.inject({ url, headers: { accept: 'text/html' } })
  const found = await ask('/collections/sea')
  t.equal(found.statusCode, 200)
  t.match(found.body, '<title>The sea · Matinee</title>')
  t.match(found.body, 'content="Five films."')
  t.equal((await ask('/collections/none')).statusCode, 404)
})
