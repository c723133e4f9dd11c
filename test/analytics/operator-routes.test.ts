import t from 'tap'
import { sweepTables } from '../../server/retention/sweep.ts'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'
import { randomOf } from './house.ts'

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

t.test('days that are summed, and months of them, tell the same as their reports', async (t) => {
  const { app, services } = await build(t)
  const { clock, database } = services
  clock.set('2027-06-15T13:30:00Z')
  const ana = await signedUp(app)
  await database.user.updateMany({ data: { role: 'admin' } })
  const { below, among } = randomOf(7)
  const videos = [await addVideo(services), await addVideo(services)] as const
  await database.viewingReport.createMany({
    data: Array.from({ length: 600 }, (_, number) => ({
      videoId: among(videos).id,
      receivedAt: new Date(clock.now().getTime() - number * 3 * 3_600_000),
      startUpMs: among([null, 10 * below(400)]),
      watchedSeconds: below(5_000),
      stallCount: below(3),
      stallMs: 10 * below(900),
      errorCode: among([null, null, null, 'PLAYBACK_ENDED', 'bufferAppendError']),
      device: among([null, 'Firefox on Linux', 'Safari on iPhone']),
    })),
  })
  const ask = async () => {
    const answers = []
    for (const days of [1, 7, 70]) {
      answers.push((await ana.get(`/api/studio/quality?days=${days}`)).json())
    }
    return answers
  }
  const before = await ask()
  t.match(before, [{ viewings: 9 }, { viewings: 57 }, { viewings: 561 }])
  await sweepTables(services)
  t.equal(await database.summedDay.count(), 75)
  t.ok((await database.viewingMonth.count()) > 4, 'May as a whole is among them')
  t.same(await ask(), before)

  // Also when nothing is left but sums.
  await database.viewingReport.deleteMany({
    where: { receivedAt: { gte: new Date('2027-04-07'), lt: new Date('2027-06-10') } },
  })
  const [, , after] = await ask()
  t.match(after, { viewings: 561, startUpMs: before[2].startUpMs, byVideo: before[2].byVideo })
})
