import { randomBytes, randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { endSession } from '../../server/accounts/end-sessions.ts'
import { issueLink } from '../../server/accounts/mailed-links.ts'
import { refreshSession } from '../../server/accounts/refresh-session.ts'
import { openSession } from '../../server/accounts/sessions.ts'
import type { Prisma } from '../../server/clients/prisma/client.ts'
import { ages } from '../../server/retention/ages.ts'
import { sweepTables } from '../../server/retention/sweep.ts'
import { services } from '../fixtures/app.ts'
import { addUser, addVideo } from '../fixtures/rows.ts'

const day = 86_400

async function open(t: Test) {
  const opened = await services(t)
  const { database, clock } = opened
  const [video, user] = await Promise.all([addVideo(opened), addUser(opened)])
  const session = (data: Partial<Prisma.PlaybackSessionUncheckedCreateInput> = {}) =>
    database.playbackSession.create({
      data: {
        tokenHash: randomBytes(32),
        userId: user.id,
        videoId: video.id,
        deviceId: 'phone',
        encodeId: video.encodeId ?? '',
        lastSeenAt: clock.now(),
        ...data,
      },
    })
  const report = (playbackSessionId: string, watchedSeconds: number) =>
    database.viewingReport.create({
      data: {
        ...{ playbackSessionId, videoId: video.id, userId: user.id, receivedAt: clock.now() },
        ...{ startUpMs: 400, watchedSeconds, stallCount: 1, stallMs: 500, errorCode: null },
      },
    })
  return { ...opened, video, user, session, report, sweep: () => sweepTables(opened) }
}

t.test('sessions go after thirty days, their reports after ninety, their sums never', async (t) => {
  const { database, clock, video, session, report, sweep } = await open(t)
  clock.set('2027-03-10T12:00:00Z')
  for (const seconds of [60, 30]) await report((await session()).id, seconds)
  t.same(await sweep(), {})
  clock.advance(30 * day + 1)
  t.same(await sweep(), { 'playback sessions': 2 })
  t.equal(await database.viewingReport.count(), 2, 'reports outlive their sessions')
  clock.advance(60 * day)
  t.same(await sweep(), { 'viewing reports': 2 })
  clock.advance(400 * day)
  await sweep()
  t.match(await database.viewingDay.findMany(), [
    {
      day: new Date('2027-03-10'),
      videoId: video.id,
      ...{ plays: 2, viewers: 1, watchedSeconds: 90, stallCount: 2, stallMs: 1000n, failures: 0 },
    },
  ])
})

t.test('what is reported late still counts for its day, and for no other', async (t) => {
  const { database, clock, session, report, sweep } = await open(t)
  clock.set('2027-03-10T23:59:00Z')
  const { id } = await report((await session()).id, 60)
  await sweep()
  clock.set('2027-03-11T00:10:00Z')
  const receivedAt = clock.now()
  await database.viewingReport.update({ where: { id }, data: { receivedAt, watchedSeconds: 700 } })
  await sweep()
  t.match(await database.viewingDay.findMany(), [
    { day: new Date('2027-03-11'), plays: 1, watchedSeconds: 700 },
  ])
})

t.test('any number of processes may sum up at once', async (t) => {
  const { database, clock, session, report, sweep } = await open(t)
  clock.set('2027-03-10T12:00:00Z')
  for (const seconds of [60, 30]) await report((await session()).id, seconds)
  clock.advance(day)
  await report((await session()).id, 20)
  await Promise.all([sweep(), sweep(), sweep()])
  t.match(await database.viewingDay.findMany({ orderBy: { day: 'asc' } }), [
    { plays: 2, watchedSeconds: 90 },
    { plays: 1, watchedSeconds: 20 },
  ])
  t.match(await database.summedDay.findMany(), [{ plays: 2, viewers: 1, others: 0 }])
})

t.test(
  'payment events lose their bodies after ninety days; what waits keeps everything',
  async (t) => {
    const { database, clock, sweep } = await open(t)
    const event = (id: string, status: string) =>
      database.stripeEvent.create({
        data: {
          ...{ id, status, type: 'invoice.paid', livemode: false },
          ...{ payload: Buffer.from('{}'), createdAt: clock.now() },
        },
      })
    await event('evt_done', 'processed')
    await event('evt_dead', 'dead')
    clock.advance(90 * day - 60)
    t.same(await sweep(), {})
    clock.advance(120)
    t.same(await sweep(), { 'bodies of payment events': 1 })
    t.same(await sweep(), {}, 'and once only')
    clock.advance(310 * day)
    t.same(await sweep(), { 'payment events': 1 })
    t.match(await database.stripeEvent.findMany(), [{ id: 'evt_dead', payload: Buffer.from('{}') }])
  },
)

t.test('ended uploads and encodes that nobody plays go; the one that plays stays', async (t) => {
  const { database, clock, video, sweep } = await open(t)
  const upload = { videoId: video.id, fileName: 'a.mp4', contentType: 'video/mp4', sizeBytes: 1n }
  const parts = { partSizeBytes: 1n, partCount: 1 }
  for (const status of ['completed', 'open'] as const) {
    await database.upload.create({
      data: { ...upload, ...parts, key: randomUUID(), status, updatedAt: clock.now() },
    })
  }
  const times = { createdAt: clock.now(), finishedAt: clock.now(), supersededAt: clock.now() }
  await database.encode.create({ data: { videoId: video.id, sourceKey: 'old', ...times } })
  clock.advance(91 * day)
  t.same(await sweep(), { 'ended uploads': 1, 'encodes that nobody plays': 1 })
  t.match(await database.upload.findMany(), [{ status: 'open' }])
  t.match(await database.encode.findMany(), [{ id: video.encodeId }])
})

t.test('sign-ins go a month after they ended, with their links; what serves stays', async (t) => {
  const { database, clock, user, sweep } = await open(t)
  const begin = () =>
    openSession(database, { userId: user.id, userAgent: undefined, now: clock.now() })
  const ended = await begin()
  await endSession(database, ended.familyId, { reason: 'signed-out', now: clock.now() })
  const used = await begin()
  await issueLink(database, {
    ...{ userId: user.id, purpose: 'verification', minutes: 60, now: clock.now() },
  })
  await database.device.create({
    data: { userId: user.id, cookieHash: randomBytes(32), lastSeenAt: clock.now() },
  })
  clock.advance(29 * day)
  await refreshSession(database, used.refreshToken, clock.now())
  clock.advance(day)
  t.same(await sweep(), {}, 'thirty days are kept')
  clock.advance(day)
  t.same(await sweep(), { 'ended sign-ins': 1, 'mailed links that are over': 1 })
  t.match(await database.refreshFamily.findMany(), [{ id: used.familyId }])
  clock.advance(29 * day)
  t.same(await sweep(), { 'used refresh tokens': 1 })
  t.equal(await database.refreshToken.count(), 1)
  clock.advance(306 * day)
  t.same(await sweep(), { 'ended sign-ins': 1, 'devices that stay away': 1 })
})

t.test('the newest reconciling run of a kind stays, whatever its age', async (t) => {
  const { database, clock, sweep } = await open(t)
  for (const kind of ['events', 'events', 'sweep']) {
    clock.advance(60)
    const now = { startedAt: clock.now(), aliveAt: clock.now(), finishedAt: clock.now() }
    await database.reconcileRun.create({ data: { kind, ...now } })
  }
  clock.advance(91 * day)
  t.same(await sweep(), { 'reconciling runs': 1 })
  t.same((await database.reconcileRun.findMany()).map(({ kind }) => kind).sort(), [
    'events',
    'sweep',
  ])
})

t.test('many rows go in small batches, by one process at a time', async (t) => {
  const { database, clock, user, video, sweep } = await open(t)
  await database.$executeRaw`
    insert into "PlaybackSession" ("id", "tokenHash", "userId", "videoId", "deviceId", "encodeId", "lastSeenAt")
    select gen_random_uuid(), decode(md5(n::text), 'hex'), ${user.id}::uuid, ${video.id}::uuid,
      'phone', ${video.encodeId}::uuid, ${clock.now()}::timestamptz
    from generate_series(1, 4100) n`
  clock.advance(31 * day)
  const [a, b] = await Promise.all([sweep(), sweep()])
  t.equal((a['playback sessions'] ?? 0) + (b['playback sessions'] ?? 0), 4100)
  t.equal(await database.playbackSession.count(), 0)
})

t.test('each age is named once and is a month at least', async (t) => {
  t.equal(new Set(ages.map(({ what }) => what)).size, ages.length)
  for (const { what, days } of ages) t.ok(days >= 30, what)
})
