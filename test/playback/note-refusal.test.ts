import t from 'tap'
import { noteRefusal } from '../../server/playback/note-refusal.ts'
import { build } from '../fixtures/app.ts'
import { addPlayableVideo, addUser } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

t.test('of ten refusals at once ten are counted, in one row', async (t) => {
  const { services } = await build(t)
  const { database, clock } = services
  const { id: userId } = await addUser(services)
  const { id: videoId } = await addPlayableVideo(services, {})
  const refusal = { userId, videoId, reason: 'not_entitled' }
  await Promise.all(Array.from({ length: 10 }, () => noteRefusal(services, refusal)))
  await noteRefusal(services, { ...refusal, reason: 'refunded' })
  const rows = await database.playRefusal.findMany({ orderBy: { reason: 'asc' } })
  t.match(rows, [
    { reason: 'not_entitled', times: 10, at: clock.now() },
    { reason: 'refunded', times: 1 },
  ])
})

t.test('who is refused is refused as well where that cannot be noted', async (t) => {
  const { app, services } = await build(t)
  const ana = await signedUp(app)
  const { id } = await addPlayableVideo(services, {})
  await services.database.$executeRaw`alter table "PlayRefusal" rename to "PlayRefusalGone"`
  const answer = await ana.post(`/api/videos/${id}/playback`, { deviceId: 'phone' })
  t.equal(answer.statusCode, 402)
  t.match(answer.json(), { code: 'PAYMENT_REQUIRED' })
})
