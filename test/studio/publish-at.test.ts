import t, { type Test } from 'tap'
import type { Card } from '../../contract/catalog.ts'
import { pageAt } from '../../server/catalog/page-at.ts'
import { publishDue } from '../../server/catalog/publish-due.ts'
import { build } from '../fixtures/app.ts'
import { addPlayableVideo, addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

const draft = { published: false, publishedAt: null }

async function studio(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const patch = (id: string, change: object) =>
    operator.request('PATCH', `/api/studio/videos/${id}`, change)
  /** ISO, so many seconds from now. */
  const ahead = (seconds: number) =>
    new Date(services.clock.now().getTime() + seconds * 1000).toISOString()
  const listed = async () =>
    (await app.inject('/api/videos')).json().videos.map(({ id }: Card) => id)
  return { app, services, operator, patch, ahead, listed }
}

t.test('a film goes on show at its time, not a second before', async (t) => {
  const { app, services, operator, patch, ahead, listed } = await studio(t)
  const { id } = await addVideo(services, draft)
  const publishAt = ahead(60)
  const planned = await patch(id, { publishAt })
  t.match(planned.json(), { published: false, publishedAt: null, publishAt })

  services.clock.advance(59)
  t.same(await listed(), [])
  t.equal((await app.inject(`/api/videos/${id}`)).statusCode, 404)

  services.clock.advance(1)
  t.same(await listed(), [id])
  const after = (await operator.get(`/api/studio/videos/${id}`)).json()
  t.match(after, { published: true, publishedAt: publishAt, publishAt: null })
  services.clock.advance(1)
  t.same(await listed(), [id])
  const rows = await services.database.auditEntry.findMany({ where: { action: 'video.published' } })
  t.match(rows, [{ actorId: null, subject: `video:${id}`, details: { publishAt } }])
})

for (const address of ['/api/videos/planned', '/sitemap.xml']) {
  t.test(`who asks for ${address} at that very moment finds the film`, async (t) => {
    const { app, services, patch, ahead } = await studio(t)
    const { id } = await addVideo(services, { ...draft, slug: 'planned' })
    await patch(id, { publishAt: ahead(60) })
    services.clock.advance(59)
    const before = await app.inject(address)
    t.ok(before.statusCode === 404 || !before.payload.includes('/planned'))
    services.clock.advance(1)
    const answer = await app.inject(address)
    t.equal(answer.statusCode, 200)
    t.match(answer.payload, 'planned')
  })
}

t.test('its page is there at that very moment', async (t) => {
  const { services, patch, ahead } = await studio(t)
  const { id } = await addVideo(services, { ...draft, slug: 'planned' })
  await patch(id, { publishAt: ahead(60) })
  services.clock.advance(59)
  t.match(await pageAt(services, '/watch/planned'), { status: 404 })
  services.clock.advance(1)
  t.match(await pageAt(services, '/watch/planned'), { status: 200, head: { listed: true } })
})

t.test('playing begins at that very moment', async (t) => {
  const { app, services, patch, ahead } = await studio(t)
  const { id } = await addPlayableVideo(services, { video: { ...draft, free: true } })
  await patch(id, { publishAt: ahead(60) })
  const play = async () => {
    const viewer = await signedUp(app, `viewer-${services.clock.now().getTime()}@films.example`)
    return (await viewer.post(`/api/videos/${id}/playback`, { deviceId: 'a-device' })).statusCode
  }
  services.clock.advance(59)
  t.equal(await play(), 404)
  services.clock.advance(1)
  t.equal(await play(), 201)
})

t.test('a film that does not play yet at its time follows when it does', async (t) => {
  const { services, patch, ahead, listed } = await studio(t)
  const { id } = await addVideo(services, { ...draft, encodeId: null })
  await patch(id, { publishAt: ahead(60) })
  services.clock.advance(61)
  t.same(await listed(), [])
  const now = services.clock.now()
  const encode = {
    ...{ videoId: id, sourceKey: 'originals/a', createdAt: now, activeAt: now },
    playableAt: now,
  }
  const { id: encodeId } = await services.database.encode.create({ data: encode })
  await services.database.video.update({ where: { id }, data: { encodeId } })
  t.same(await listed(), [id])
  const { publishedAt } = await services.database.video.findUniqueOrThrow({ where: { id } })
  t.same(publishedAt, now, 'and is as new as that: who follows new films hears of it')
})

t.test('two processes publish a film once', async (t) => {
  const { services, patch, ahead } = await studio(t)
  const { id } = await addVideo(services, draft)
  await patch(id, { publishAt: ahead(60) })
  services.clock.advance(60)
  await Promise.all([publishDue(services), publishDue(services), publishDue(services)])
  const action = 'video.published'
  t.equal(await services.database.auditEntry.count({ where: { action } }), 1)
})

t.test('null takes the time back, and so does publishing or unpublishing', async (t) => {
  const { services, patch, ahead, listed } = await studio(t)
  const { id } = await addVideo(services, draft)
  for (const change of [{ publishAt: null }, { published: false }]) {
    await patch(id, { publishAt: ahead(60) })
    t.match((await patch(id, change)).json(), { published: false, publishAt: null })
    services.clock.advance(61)
    t.same(await listed(), [])
  }
  await patch(id, { publishAt: ahead(60) })
  t.match((await patch(id, { published: true })).json(), { published: true, publishAt: null })
})

t.test('a time that cannot be meant is refused with what to do', async (t) => {
  const { services, patch, ahead } = await studio(t)
  const { id } = await addVideo(services, draft)
  for (const publishAt of [ahead(-1), ahead(0), 'tomorrow', 5]) {
    const answer = await patch(id, { publishAt })
    t.match(answer.json(), { status: 400 }, String(publishAt))
    t.match(JSON.stringify(answer.json().fields), 'publishAt')
  }
  t.match((await patch(id, { publishAt: ahead(0) })).json(), { detail: /has passed\. Choose/ })
  t.match((await patch(id, { publishAt: ahead(60), published: true })).json(), { status: 400 })
  const shown = await addVideo(services)
  t.match((await patch(shown.id, { publishAt: ahead(60) })).json(), { status: 409 })
  const moved = { published: false, publishAt: ahead(60) }
  t.match((await patch(shown.id, moved)).json(), moved)
})
