import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { pages } from '../../contract/pages.ts'
import { pageAt } from '../../server/catalog/page-at.ts'
import { build } from '../fixtures/app.ts'
import { addPlayableVideo, addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

const day = 86_400
const draft = { published: false, publishedAt: null }

async function studio(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'editor' } })
  const { id } = await addPlayableVideo(services, {
    video: { slug: 'fog', title: 'Fog', ...draft },
  })
  const make = async (body: object = {}) =>
    (await operator.post(`/api/studio/videos/${id}/previews`, body)).json()
  const tokenOf = ({ url }: { url: string }) =>
    new URLSearchParams(new URL(url).hash.slice(1)).get('token') ?? ''
  const viewer = async (name: string) => {
    const who = await signedUp(app, `${name}@films.example`)
    return {
      ...who,
      open: (token: string) => who.post('/api/previews', { token }),
      film: async () => (await who.get('/api/videos/fog')).json(),
      play: (deviceId = 'a-device') => who.post(`/api/videos/${id}/playback`, { deviceId }),
    }
  }
  const begin = (token: string) => app.inject({ method: 'POST', url: `/play/${token}/begin` })
  return { app, services, operator, id, make, tokenOf, viewer, begin }
}

t.test('who opens a link may watch the film before it is on show, until it ends', async (t) => {
  const { services, make, tokenOf, viewer, begin, app } = await studio(t)
  const ana = await viewer('ana')
  t.match(await ana.film(), { status: 404 })
  t.match((await ana.play()).json(), { status: 404 })
  const made = await make()
  const until = new Date(services.clock.now().getTime() + 7 * day * 1000).toISOString()
  t.match(made, { preview: { expiresAt: until, forOne: false, opened: 0 } })
  t.equal(new URL(made.url).pathname, pages.preview)
  t.equal(new URL(made.url).search, '', 'no server gets to see the token')
  const token = tokenOf(made)
  t.match(token, /^[\w-]{43}$/, '256 bits')
  t.match((await ana.open(token)).json(), { slug: 'fog', until })
  t.match((await ana.open(token)).json(), { slug: 'fog' }, 'twice is once')
  t.match(await ana.film(), { access: { allowed: true, because: 'preview', until } })
  const opened = (await ana.play()).json()
  t.equal((await begin(opened.token)).statusCode, 204)
  t.match(await pageAt(services, '/watch/fog'), { status: 404, head: { listed: false } })
  t.match(await pageAt(services, pages.preview), { status: 200, head: { listed: false } })
  t.match(await (await viewer('ben')).film(), { status: 404 }, 'for others it is not there')
  t.equal((await app.inject('/api/videos/fog')).statusCode, 404)

  services.clock.advance(7 * day - 1)
  await ana.post('/api/auth/refresh')
  t.match(await ana.film(), { access: { because: 'preview' } })
  t.equal((await ana.play()).statusCode, 201)
  services.clock.advance(1)
  t.match(await ana.film(), { status: 404 })
  t.match((await ana.play()).json(), { status: 404 })
  t.match((await ana.open(token)).json(), { status: 404, detail: /link is over/ })
})

t.test('one that is taken back stops what plays by it, and says why', async (t) => {
  const { app, services, operator, id, make, tokenOf, viewer, begin } = await studio(t)
  const ana = await viewer('ana')
  const made = await make()
  await ana.open(tokenOf(made))
  const { token } = (await ana.play()).json()
  await begin(token)
  const urls = () => app.inject(`/play/${token}/720p/urls?from=3&count=1`)
  t.equal((await urls()).statusCode, 200)
  const path = `/api/studio/videos/${id}/previews/${made.preview.id}`
  t.equal((await operator.request('DELETE', path)).statusCode, 204)
  t.equal((await operator.request('DELETE', path)).statusCode, 204, 'twice is once')
  services.clock.advance(16)
  t.match((await urls()).json(), { status: 402, reason: 'preview_ended' })
  t.match(await ana.film(), { status: 404 })
  t.match((await ana.open(tokenOf(made))).json(), { status: 404 })
  const { previews } = (await operator.get(`/api/studio/videos/${id}/previews`)).json()
  t.match(previews, [{ opened: 1, revokedAt: /^\d{4}-/ }])
  t.notMatch(JSON.stringify(previews), tokenOf(made), 'the token is told once')
  const rows = await services.database.auditEntry.findMany({
    where: { action: { startsWith: 'preview.' } },
    orderBy: { id: 'asc' },
  })
  t.match(rows, [
    { action: 'preview.made', actorId: operator.userId, subject: `video:${id}` },
    { action: 'preview.opened', actorId: ana.userId },
    { action: 'preview.revoked', actorId: operator.userId },
  ])
  t.equal(rows.length, 3)
  t.notMatch(JSON.stringify(rows), tokenOf(made))
  const kept = await services.database.previewLink.findFirstOrThrow()
  t.notMatch(Buffer.from(kept.hash).toString('base64url'), tokenOf(made))
})

t.test('a link for one person is theirs who opens it first, also at the same moment', async (t) => {
  const { make, tokenOf, viewer } = await studio(t)
  const token = tokenOf(await make({ forOne: true, note: ' The jury ' }))
  const people = [await viewer('ana'), await viewer('ben'), await viewer('eva')]
  const answers = await Promise.all(people.map(({ open }) => open(token)))
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [200, 403, 403])
  for (const [index, person] of people.entries()) {
    const isFirst = answers[index]?.statusCode === 200
    t.equal((await person.film()).status, isFirst ? undefined : 404)
    t.equal((await person.open(token)).statusCode, isFirst ? 200 : 403)
  }
})

t.test('a preview counts among the devices that may play at once', async (t) => {
  const { app, make, tokenOf, viewer, begin } = await studio(t)
  const token = tokenOf(await make())
  const ana = await viewer('ana')
  await ana.open(token)
  const codes: number[] = []
  for (const device of ['one-device', 'two-device', 'three-device']) {
    ana.cookies.delete('matinee_device')
    const { token } = (await ana.play(device)).json()
    codes.push((await begin(token)).statusCode)
  }
  t.same(codes, [204, 204, 409])
  t.equal(
    (await app.inject({ method: 'POST', url: '/api/previews', payload: { token } })).statusCode,
    401,
  )
})

t.test('what cannot be meant is refused, and who may not make links makes none', async (t) => {
  const { app, services, operator, id, make, tokenOf, viewer } = await studio(t)
  for (const body of [
    { days: 0 },
    { days: 31 },
    { days: 1.5 },
    { forOne: 'yes' },
    { until: 'x' },
  ]) {
    t.match(await make(body), { status: 400 }, JSON.stringify(body))
  }
  t.match(await make({ days: 30, note: 'x'.repeat(200) }), { preview: {} })
  const member = await viewer('member')
  for (const [method, url] of [
    ['GET', `/api/studio/videos/${id}/previews`],
    ['POST', `/api/studio/videos/${id}/previews`],
    ['DELETE', `/api/studio/videos/${id}/previews/${randomUUID()}`],
  ] as const) {
    const body = method === 'POST' ? {} : undefined
    t.equal((await member.request(method, url, body)).statusCode, 403)
  }
  const none = `/api/studio/videos/${id}/previews/${randomUUID()}`
  t.equal((await operator.request('DELETE', none)).statusCode, 404)
  t.equal((await operator.post(`/api/studio/videos/${randomUUID()}/previews`, {})).statusCode, 404)
  const empty = await addVideo(services, { ...draft, encodeId: null })
  const nothing = await operator.post(`/api/studio/videos/${empty.id}/previews`, {})
  t.match(nothing.json(), { status: 409, detail: /cannot be played yet/ })
  t.match((await member.open('x'.repeat(43))).json(), { status: 404 })
  t.match((await member.open('short')).json(), { status: 400 })
  t.equal((await app.inject('/api/videos/fog')).statusCode, 404)

  const token = tokenOf(await make())
  await member.open(token)
  await services.database.user.update({
    where: { id: member.userId },
    data: { disabledAt: services.clock.now() },
  })
  t.not((await member.play()).statusCode, 201, 'a closed account watches nothing')
})
