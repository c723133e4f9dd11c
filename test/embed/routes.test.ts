import t, { type Test } from 'tap'
import { FILM_TOKEN_SECONDS } from '../../server/plugins/film-tokens.ts'
import { build } from '../fixtures/app.ts'
import { addPlan, addPlayableVideo, addSubscription, addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

const own = 'https://films.example'
const blog = 'https://blog.example'

async function site(t: Test, embedSites: string[] = []) {
  const { app, services } = await build(t, { PUBLIC_URL: own })
  const operator = await signedUp(app, 'operator@films.example', own)
  await services.database.user.updateMany({ data: { role: 'admin' } })
  if (embedSites.length > 0) {
    const saved = await operator.request('PATCH', '/api/studio/settings', { embedSites })
    t.equal(saved.statusCode, 200)
  }
  return { app, services, operator }
}

/** A member who may watch `video`, and a film that they may not. */
async function member(t: Test, embedSites: string[] = [blog]) {
  const { app, services, operator } = await site(t, embedSites)
  const video = await addPlayableVideo(services)
  const other = await addPlayableVideo(services)
  await addPlan(services, [video.id, other.id])
  const ana = await signedUp(app, 'ana@films.example', own)
  await addSubscription(services, ana.userId)
  const codeFor = (origin: string, videoId = video.id) =>
    ana.post('/api/embed/codes', { videoId, origin })
  const exchange = (code: string, origin?: string) =>
    app.inject({
      method: 'POST',
      url: '/api/embed/tokens',
      payload: { code },
      headers: { ...(origin !== undefined && { origin }) },
    })
  const tokenFor = async (origin: string) =>
    (await exchange((await codeFor(origin)).json().code, origin)).json().token as string
  const open = (token: string, origin: string, idOrSlug: string = video.id) =>
    app.inject({
      method: 'POST',
      url: `/api/videos/${idOrSlug}/playback`,
      payload: { deviceId: 'a-device' },
      headers: { origin, authorization: `Bearer ${token}` },
    })
  return { app, services, operator, ana, video, other, codeFor, exchange, tokenFor, open }
}

t.test(
  'only the page in the frame may stand in frames, and only where the operator says',
  async (t) => {
    const { app, services, operator } = await site(t)
    const video = await addVideo(services, {
      slug: 'tide',
      title: 'Tide & Time',
      posterKey: 'p.jpg',
    })
    const policyOf = async (url: string) => {
      const { headers } = await app.inject({ url, headers: { accept: 'text/html' } })
      return [
        /frame-ancestors [^;]*/.exec(String(headers['content-security-policy']))?.[0],
        headers['x-frame-options'],
      ]
    }
    t.same(await policyOf('/embed/tide'), ["frame-ancestors 'self'", undefined])
    await operator.request('PATCH', '/api/studio/settings', {
      embedSites: [blog, 'https://*.a.example'],
    })
    const listed = `frame-ancestors 'self' ${blog} https://*.a.example`
    for (const url of ['/embed/tide', `/embed/${video.id}`, '/embed/nothing']) {
      t.same(await policyOf(url), [listed, undefined], url)
    }
    for (const url of ['/', '/watch/tide', '/elsewhere/tide', '/studio', '/sign-in', '/api/site']) {
      t.same(await policyOf(url), ["frame-ancestors 'self'", 'SAMEORIGIN'], url)
    }
    const { body, headers } = await app.inject('/embed/tide?autoplay=1')
    t.match(body, '<title>Tide &amp; Time · Matinee</title>')
    t.match(body, `video-id="${video.id}"`)
    t.match(body, ' autoplay>')
    t.match(body, '<script src="/begin-again.js"></script>', 'where servers are being replaced')
    t.match(body, 'noindex')
    t.match(body, `<link rel="preconnect" href="${services.delivery.origin}" crossorigin />`)
    t.match(body, `<link rel="preload" as="image" href="/api/videos/${video.id}/poster"`)
    t.notMatch(body, 'X-Amz-')
    t.match(headers['content-security-policy'], /script-src 'self'/)
  },
)

t.test('a frame of what is not there says so', async (t) => {
  const { app, services } = await site(t)
  await addVideo(services, { slug: 'draft', published: false })
  for (const name of ['nothing', 'draft', '%2F', 'a"b']) {
    const { statusCode, body, headers } = await app.inject(`/embed/${name}`)
    t.equal(statusCode, 404, name)
    t.match(body, 'This film is not here')
    t.match(headers['content-type'], /^text\/html/)
  }
})

t.test('a site that cannot be one is not saved', async (t) => {
  const { operator } = await site(t)
  for (const wrong of ['https://a.example; script-src *', 'a.example', 'https://a.example/']) {
    const body = { embedSites: [wrong] }
    t.equal((await operator.request('PATCH', '/api/studio/settings', body)).statusCode, 400, wrong)
  }
})

t.test('oEmbed tells of a film on show, in JSON and in XML, to any page', async (t) => {
  const { app, services } = await site(t)
  const video = await addVideo(services, {
    slug: 'tide',
    title: 'Tide',
    posterKey: 'posters/1.jpg',
  })
  await addVideo(services, { slug: 'draft', published: false })
  const ask = (url: string, more = '') =>
    app.inject({ url: `/oembed?url=${encodeURIComponent(url)}${more}`, headers: { origin: blog } })
  const answer = await ask(`${own}/watch/tide`, '&format=json&maxwidth=640')
  t.equal(answer.statusCode, 200)
  t.equal(answer.headers['access-control-allow-origin'], '*')
  t.match(answer.headers['content-type'], /^application\/json/)
  t.match(answer.json(), {
    version: '1.0',
    type: 'video',
    title: 'Tide',
    provider_name: 'Matinee',
    width: 640,
    height: 360,
    thumbnail_url: `${own}/api/videos/${video.id}/poster`,
  })
  t.notMatch(answer.body, 'X-Amz-')
  const xml = await ask(`${own}/watch/tide`, '&format=xml')
  t.match(xml.headers['content-type'], /^text\/xml/)
  t.match(xml.body, '<title>Tide</title>')
  for (const url of [`${own}/watch/draft`, `${own}/watch/none`, `${own}/`, `${blog}/watch/tide`]) {
    t.equal((await ask(url)).statusCode, 404, url)
  }
  t.equal((await ask(`${own}/watch/tide`, '&format=yaml')).statusCode, 400)
  t.equal((await app.inject('/oembed')).statusCode, 400)
  const page = await app.inject({ url: '/watch/tide', headers: { accept: 'text/html' } })
  const link = /rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(page.body)
  const href = link?.[1]?.replaceAll('&amp;', '&') ?? ''
  t.equal((await app.inject(href.replace(own, ''))).json().title, 'Tide')
})

t.test('a code is made for listed sites and for our own frames alone', async (t) => {
  const { codeFor, app, video } = await member(t, [blog, '*'])
  t.equal((await codeFor(own)).statusCode, 201)
  t.equal((await codeFor(blog)).statusCode, 201)
  const refused = await codeFor('https://evil.example')
  t.equal(refused.statusCode, 403)
  t.match(refused.json().detail, 'https://evil.example')
  const payload = { videoId: video.id, origin: blog }
  const stranger = await app.inject({
    method: 'POST',
    url: '/api/embed/codes',
    payload,
    headers: { origin: own },
  })
  t.equal(stranger.statusCode, 401)
})

t.test('a code is good for a minute, and for a page of its origin', async (t) => {
  const { codeFor, exchange, services } = await member(t)
  const { code } = (await codeFor(blog)).json()
  for (const origin of [own, 'https://evil.example', undefined]) {
    t.equal((await exchange(code, origin)).statusCode, 401, origin ?? 'no origin')
  }
  const answer = await exchange(code, blog)
  t.equal(answer.statusCode, 201)
  t.equal(answer.headers['access-control-allow-origin'], '*')
  services.clock.advance(61)
  t.equal((await exchange(code, blog)).statusCode, 401)
  t.equal((await exchange('nonsense', blog)).statusCode, 401)
})

t.test('a token opens its film, for a page of its origin, and nothing else', async (t) => {
  const { app, video, other, tokenFor, open, codeFor } = await member(t)
  const token = await tokenFor(blog)
  const opened = await open(token, blog)
  t.equal(opened.statusCode, 201)
  t.equal(opened.json().teaserSeconds, null)
  t.equal(opened.headers['access-control-allow-origin'], '*')
  t.equal((await open(token, blog, video.slug)).statusCode, 201)
  t.equal((await open(token, blog, other.id)).statusCode, 401, 'another film')
  t.equal((await open(token, 'https://evil.example')).statusCode, 401, 'another site')
  const { code } = (await codeFor(blog)).json()
  t.equal((await open(code, blog)).statusCode, 401, 'a code is no token')
  const headers = { authorization: `Bearer ${token}` }
  const film = await app.inject({ url: `/api/videos/${video.slug}`, headers })
  t.equal(film.json().access.allowed, true)
  for (const url of [
    '/api/me',
    '/api/me/export',
    '/api/me/streams',
    '/api/billing',
    '/api/me/begun',
  ]) {
    t.equal((await app.inject({ url, headers })).statusCode, 401, url)
  }
  const kept = await app.inject({
    ...{ method: 'PUT', url: `/api/videos/${video.id}/progress`, payload: { positionSeconds: 12 } },
    headers: { ...headers, origin: blog },
  })
  t.equal(kept.statusCode, 204)
})

t.test('no cookie counts in what a page of another site asks', async (t) => {
  const { ana, video } = await member(t)
  const url = `/api/videos/${video.id}/playback`
  const answer = await ana.request('POST', url, { deviceId: 'd' }, { origin: blog })
  t.equal(answer.statusCode, 403)
  t.equal(answer.json().code, 'ORIGIN_REFUSED')
  t.notOk('access-control-allow-credentials' in answer.headers)
})

t.test('a token ends with its sign-in, and after twelve hours', async (t) => {
  const { tokenFor, open, ana, services } = await member(t)
  const token = await tokenFor(blog)
  services.clock.advance(FILM_TOKEN_SECONDS - 30)
  t.equal((await open(token, blog)).statusCode, 201)
  services.clock.advance(31)
  t.equal((await open(token, blog)).statusCode, 401, 'too old')
  const sameEvening = await member(t)
  const second = await sameEvening.tokenFor(blog)
  t.equal((await sameEvening.open(second, blog)).statusCode, 201)
  t.equal((await sameEvening.ana.post('/api/auth/sign-out')).statusCode, 204)
  t.equal((await sameEvening.open(second, blog)).statusCode, 401, 'signed out')
  t.ok(ana)
})

t.test('one token is one device, however often it asks; two are two', async (t) => {
  const { tokenFor, open, app } = await member(t)
  const begin = async (token: string) => {
    const { token: play } = (await open(token, blog)).json()
    return (await app.inject({ method: 'POST', url: `/play/${play}/begin` })).statusCode
  }
  const [first, second, third] = [await tokenFor(blog), await tokenFor(blog), await tokenFor(blog)]
  t.same([await begin(first), await begin(first), await begin(second)], [204, 204, 204])
  t.equal(await begin(third), 409, 'the plan has two places')
})

t.test('what a page of another site asks beforehand is answered', async (t) => {
  const { app, video } = await member(t)
  const ask = (url: string) =>
    app.inject({
      ...{ method: 'OPTIONS', url },
      headers: { origin: blog, 'access-control-request-method': 'POST' },
    })
  for (const url of [`/api/videos/${video.id}/playback`, '/api/embed/tokens']) {
    const { statusCode, headers } = await ask(url)
    t.equal(statusCode, 204, url)
    t.match(headers, {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': /authorization/,
    })
  }
  t.equal((await ask('/api/me')).statusCode, 404, 'of what is personal nothing is said')
})

t.test('the player’s file is for pages of any site', async (t) => {
  const { app } = await site(t)
  const { statusCode, headers } = await app.inject('/matinee-player.js')
  t.equal(statusCode, 200)
  t.match(headers, {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  })
})
