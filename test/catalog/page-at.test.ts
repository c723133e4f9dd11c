import t, { type Test } from 'tap'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'

const accept = { accept: 'text/html' }

async function site(t: Test) {
  const { app, services } = await build(t, { PUBLIC_URL: 'https://films.example' })
  const get = (url: string) => app.inject({ url, headers: accept })
  return { app, services, get }
}

const dataOf = (page: string) => JSON.parse(/ld\+json">(.*)<\/script>/.exec(page)?.[1] ?? 'null')

t.test('pages, and what engines read of them', async (t) => {
  const { app, services, get } = await site(t)
  const video = await addVideo(services, {
    slug: 'tide',
    title: 'Tide & Time',
    description: 'A boat.',
    durationSeconds: 3723.4,
    posterKey: 'posters/1.jpg',
  })
  await addVideo(services, { slug: 'gift', free: true })
  await addVideo(services, { slug: 'draft', published: false })

  await t.test('a film names itself, its one address and a picture that stays good', async (t) => {
    for (const url of ['/watch/tide', `/watch/${video.id}`, '/watch/tide/']) {
      const { statusCode, body } = await get(url)
      t.equal(statusCode, 200, url)
      t.match(body, '<title>Tide &amp; Time · Matinee</title>')
      t.match(body, '<link rel="canonical" href="https://films.example/watch/tide" />')
      t.match(body, `content="https://films.example/api/videos/${video.id}/poster"`)
      t.match(body, '<h1>Tide &amp; Time</h1>', 'before any code of the page has run')
      t.match(body, `<img src="/api/videos/${video.id}/poster" `)
      t.notMatch(body, 'X-Amz-', 'nothing signed')
      t.match(dataOf(body), {
        '@type': 'VideoObject',
        name: 'Tide & Time',
        duration: 'PT1H2M3S',
        isAccessibleForFree: false,
        hasPart: { isAccessibleForFree: false },
        uploadDate: services.clock.now().toISOString(),
      })
    }
  })

  await t.test('a free film is said to be free', async (t) => {
    const data = dataOf((await get('/watch/gift')).body)
    t.equal(data.isAccessibleForFree, true)
    t.notOk('hasPart' in data)
  })

  await t.test('what is not there is a 404, also a draft, and no engine lists it', async (t) => {
    for (const url of ['/watch/nothing', '/watch/draft', '/watch/%2F', '/nothing', '/watch']) {
      const { statusCode, body } = await get(url)
      t.equal(statusCode, 404, url)
      t.match(body, 'noindex', url)
      t.notMatch(body, /<h1|id="video"/, 'nothing of a film that is not on show')
    }
  })

  await t.test('pages of one person are not listed, the others are', async (t) => {
    for (const url of ['/account', '/studio', '/studio/people', '/checkout', '/sign-in']) {
      const { statusCode, body } = await get(url)
      t.equal(statusCode, 200, url)
      t.match(body, 'noindex', url)
    }
    for (const url of ['/', '/pricing']) t.notMatch((await get(url)).body, 'noindex', url)
  })

  await t.test('robots.txt and the sitemap name what may be found', async (t) => {
    const robots = await app.inject('/robots.txt')
    t.match(robots.headers['content-type'], /^text\/plain/)
    t.match(robots.body, 'Sitemap: https://films.example/sitemap.xml')
    t.match(robots.body, 'Disallow: /play/')
    const sitemap = await app.inject('/sitemap.xml')
    t.match(sitemap.headers['content-type'], /^application\/xml/)
    const found = [...sitemap.body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url)
    t.strictSame(found.sort(), [
      'https://films.example/',
      'https://films.example/pricing',
      'https://films.example/watch/gift',
      'https://films.example/watch/tide',
    ])
  })

  await t.test('the poster’s address leads to the picture of now', async (t) => {
    const answer = await app.inject('/api/videos/tide/poster')
    t.equal(answer.statusCode, 302)
    t.match(answer.headers.location, /posters\/1\.jpg\?.*X-Amz-Signature=/)
    t.equal((await app.inject('/api/videos/gift/poster')).statusCode, 404, 'none yet')
    t.equal((await app.inject('/api/videos/draft/poster')).statusCode, 404)
  })

  await t.test('in the size that is wanted, and as compact as the asker reads', async (t) => {
    const sized = { slug: 'sized', posterKey: 'p/poster.jpg', posterSized: true }
    const { id } = await addVideo(services, { ...sized, posterFormats: ['webp', 'avif'] })
    const leadsTo = async (query: string, accept: string) => {
      const url = `/api/videos/sized/poster${query}`
      const { headers } = await app.inject({ url, headers: { accept } })
      return /p\/(.*)\?/.exec(String(headers.location))?.[1]
    }
    const chrome = 'image/avif,image/webp,image/*,*/*;q=0.8'
    t.equal(await leadsTo('?width=640', chrome), 'poster-640.avif')
    t.equal(await leadsTo('?width=320', 'image/webp,*/*'), 'poster-320.webp')
    t.equal(await leadsTo('?width=1280', '*/*'), 'poster.jpg')
    t.equal(await leadsTo('?width=641', chrome), 'poster.jpg', 'a size that there is not')
    t.equal(await leadsTo('', chrome), 'poster.jpg', 'whoever takes the address alone')
    const { body } = await get('/watch/sized')
    t.match(body, `/api/videos/${id}/poster?width=640 640w, `)
    t.equal((await app.inject('/api/videos/sized/poster?width=0')).statusCode, 400)
    const plain = await app.inject('/api/videos/tide/poster?width=640')
    t.match(plain.headers.location, /posters\/1\.jpg\?/, 'one of an earlier version has no sizes')
  })
})

t.test('without a database a film’s page comes all the same, for now', async (t) => {
  const { services, get } = await site(t)
  await services.database.$executeRaw`alter table "Video" rename to "Away"`
  const { statusCode, body } = await get('/watch/tide')
  t.equal(statusCode, 503)
  t.match(body, '<title>Matinee</title>')
  t.match(body, 'noindex')
})
