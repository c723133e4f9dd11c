import t from 'tap'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

t.test('an operator sees how watching goes; nobody else does', async (t) => {
  const { app, services } = await build(t)
  const { clock, database } = services
  const ana = await signedUp(app)
  const { id: videoId } = await addVideo(services)
  t.equal((await app.inject('/api/studio/quality')).statusCode, 401)
  t.equal((await ana.get('/api/studio/quality')).statusCode, 403)
  await database.user.updateMany({ data: { role: 'admin' } })
  const nothing = await ana.get('/api/studio/quality')
  t.match(nothing.json(), {
    viewings: 0,
    startUpMs: { p50: null, p95: null },
    watchedHours: 0,
    stallsPerHour: null,
    stalledShare: null,
    errors: [],
  })

  const report = (
    startUpMs: number | null,
    watchedSeconds: number,
    [stallCount, stallMs] = [0, 0],
    errorCode: string | null = null,
  ) =>
    database.viewingReport.create({
      data: {
        videoId,
        receivedAt: clock.now(),
        ...{ startUpMs, watchedSeconds, stallCount, stallMs, errorCode },
      },
    })
  await report(9000, 100)
  clock.advance(3 * 86_400)
  await ana.post('/api/auth/refresh')
  await report(400, 5000)
  await report(600, 2000, [4, 100_000])
  await report(800, 200, [0, 0], 'PLAYBACK_ENDED')
  await report(null, 0, [0, 0], 'PLAYBACK_ENDED')
  await report(null, 0, [0, 0], 'bufferAppendError')

  const recent = (await ana.get('/api/studio/quality?days=2')).json()
  t.match(recent, {
    since: new Date(clock.now().getTime() - 2 * 86_400_000).toISOString(),
    viewings: 5,
    startUpMs: { p50: 600, p95: 780 },
    watchedHours: 2,
    stallsPerHour: 2,
    errors: [
      { code: 'PLAYBACK_ENDED', count: 2 },
      { code: 'bufferAppendError', count: 1 },
    ],
  })
  t.match(recent.byVideo, [{ videoId, viewings: 5, startUpMs: { p50: 600 }, failed: 3 }])
  t.match(recent.byDevice, [{ device: null, viewings: 5, watchedHours: 2, stallsPerHour: 2 }])
  t.match(
    recent.slowest.map(({ startUpMs, stallMs }: Record<string, number>) => [startUpMs, stallMs]),
    [
      [600, 100_000],
      [800, 0],
      [400, 0],
    ],
    'whoever waited longest first; who waited for nothing is not slow',
  )
  t.equal(recent.stalledShare.toFixed(4), (100 / 7300).toFixed(4))
  t.equal((await ana.get('/api/studio/quality?days=7')).json().viewings, 6)
  t.equal((await ana.get('/api/studio/quality?days=0')).statusCode, 400)
})
