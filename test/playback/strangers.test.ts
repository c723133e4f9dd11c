import t from 'tap'
import { build } from '../fixtures/app.ts'
import { addPlayableVideo } from '../fixtures/rows.ts'

t.test('who is not signed in opens and begins so many playbacks a minute', async (t) => {
  const { app, services } = await build(t)
  const { database, clock } = services
  const video = await addPlayableVideo(services, { video: { free: true } })
  const open = (remoteAddress: string) =>
    app.inject({
      method: 'POST',
      url: `/api/videos/${video.id}/playback`,
      remoteAddress,
      payload: { deviceId: 'x' },
    })
  const tokens: string[] = []
  for (let i = 0; i < 120; i++) {
    const answer = await open('203.0.113.7')
    t.equal(answer.statusCode, 201)
    tokens.push((answer.json() as { token: string }).token)
  }
  const refused = await open('203.0.113.7')
  t.equal(refused.statusCode, 429)
  t.match(refused.headers['retry-after'], /^\d+$/)
  t.equal((await open('203.0.113.8')).statusCode, 201)
  t.equal(await database.playbackSession.count(), 0)
  const statuses = []
  for (const token of tokens.slice(0, 61)) {
    const url = `/play/${token}/begin`
    const { statusCode } = await app.inject({ method: 'POST', url, remoteAddress: '203.0.113.7' })
    statuses.push(statusCode)
  }
  t.same(statuses.slice(0, 60), Array(60).fill(204))
  t.equal(statuses[60], 429)
  t.equal(await database.playbackSession.count(), 60)
  clock.advance(60)
  t.equal((await open('203.0.113.7')).statusCode, 201)
})
