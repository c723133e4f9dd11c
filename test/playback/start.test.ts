import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { startPlayback } from '../../server/playback/start.ts'
import { openTestPlayback } from '../fixtures/playback.ts'
import { addPlan, addPlayableVideo, addSubscription, addUser } from '../fixtures/rows.ts'

async function setUp(t: Test, video: Parameters<typeof addPlayableVideo>[1] = {}) {
  const deps = await openTestPlayback(t)
  const added = await addPlayableVideo(deps, video)
  await addPlan(deps, [added.id])
  const { id: userId } = await addUser(deps)
  const viewer = { userId, familyId: randomUUID() }
  await deps.database.refreshFamily.create({
    data: { id: viewer.familyId, userId, expiresAt: new Date(deps.clock.now().getTime() + 1e9) },
  })
  const start = (deviceId = 'the-phone', as: typeof viewer | null = viewer, videoId = added.id) =>
    startPlayback(deps, { viewer: as, videoId, deviceId, device: 'cookie' })
  return { deps, video: added, userId, start }
}

t.test('a start takes two database calls once the film is known', async (t) => {
  const { deps, userId, start } = await setUp(t)
  await addSubscription(deps, userId)
  await start()
  const before = deps.calls.length
  await start()
  t.same(deps.calls.slice(before), ['$queryRaw', '$queryRaw'])
})

t.test('the answer carries all that play begins with', async (t) => {
  const { deps, video, userId, start } = await setUp(t, {
    video: { chapters: [{ startSeconds: 0, title: 'One' }] },
  })
  await addSubscription(deps, userId)
  await deps.database.caption.create({
    data: {
      videoId: video.id,
      language: 'de',
      label: 'Deutsch',
      key: `videos/${video.id}/captions/1.vtt`,
    },
  })
  const started = await start()
  t.match(started, {
    token: /^[\w-]{43,180}$/,
    hlsUrl: `/play/${started.token}/main.m3u8`,
    expiresInSeconds: 60,
    resumeSeconds: 0,
    keepsPlace: true,
    teaserSeconds: null,
    captions: [
      { language: 'de', label: 'Deutsch', url: `/play/${started.token}/captions-de/0.vtt` },
    ],
    storyboardUrl: null,
    chapters: [{ startSeconds: 0, title: 'One' }],
    notice: null,
  })
  t.same(
    started.first.map(({ rendition, from, urls }) => ({ rendition, from, count: urls.length })),
    [
      { rendition: '360p', from: 0, count: 3 },
      { rendition: 'audio', from: 0, count: 3 },
    ],
  )
  for (const { urls, initUrl } of started.first) {
    for (const url of [initUrl, ...urls]) {
      t.equal(new URL(url).searchParams.get('x-matinee-session'), started.id)
      t.equal(new URL(url).searchParams.get('X-Amz-Expires'), '60')
    }
  }
  t.equal(deps.sessions.atHand(started.token)?.id, started.id)
})

t.test('a slow line begins with less', async (t) => {
  const { deps, video } = await setUp(t, { video: { free: true } })
  await deps.database.rendition.updateMany({ data: { segmentBytes: Array(10).fill(100_000) } })
  const request = { videoId: video.id, deviceId: 'the-phone', device: 'cookie', viewer: null }
  const on = async (bandwidth?: number) => {
    const { first } = await startPlayback(deps, { ...request, beginner: { codecs: [], bandwidth } })
    return first.map(({ rendition }) => rendition)
  }
  t.same(await on(), ['720p', 'audio'])
  t.same(await on(100_000_000), ['720p', 'audio'])
  t.same(await on(1_600_000), ['360p', 'audio'])
})

t.test('opening a page stores nothing, takes no place and starts no rental', async (t) => {
  const { deps, video, userId, start } = await setUp(t)
  const { database, clock } = deps
  const rental = { id: 'cs_rent', kind: 'rent', status: 'paid', currency: 'usd' } as const
  const paidAt = clock.now()
  const terms = { startBy: new Date(paidAt.getTime() + 30 * 86_400_000), watchHours: 48 }
  await database.purchase.create({
    data: { ...rental, ...terms, userId, videoId: video.id, amount: 400, paidAt },
  })
  for (const device of ['phone', 'laptop', 'television', 'fridge']) t.ok(await start(device))
  t.equal(await database.playbackSession.count(), 0)
  const { firstPlayedAt } = await database.purchase.findUniqueOrThrow({ where: { id: rental.id } })
  t.equal(firstPlayedAt, null)
})

t.test('play goes on where it stopped, unless the film had ended there', async (t) => {
  const { deps, video, userId, start } = await setUp(t)
  await addSubscription(deps, userId)
  const at = async (positionSeconds: number) => {
    const key = { userId, videoId: video.id }
    await deps.database.watchProgress.upsert({
      where: { userId_videoId: key },
      create: { ...key, positionSeconds, updatedAt: deps.clock.now() },
      update: { positionSeconds },
    })
    const { resumeSeconds, first } = await start()
    return {
      resumeSeconds,
      from: first.map(({ from }) => from),
      counts: first.map(({ urls }) => urls.length),
    }
  }
  t.same(await at(21.5), { resumeSeconds: 21.5, from: [5, 5], counts: [3, 3] })
  t.same(await at(38), { resumeSeconds: 38, from: [9, 9], counts: [1, 1] })
  t.same(await at(39.5), { resumeSeconds: 0, from: [0, 0], counts: [3, 3] })
})

t.test('play begins where a link says, and not past a preview', async (t) => {
  const { deps, video, userId } = await setUp(t, { video: { teaserSeconds: 6 } })
  const request = { videoId: video.id, deviceId: 'the-phone', device: 'cookie' }
  const from = async (startSeconds: number, viewer: { userId: string; familyId: string } | null) =>
    (await startPlayback(deps, { ...request, viewer, startSeconds })).first.map((one) => one.from)
  t.same(await from(5, null), [1, 1])
  t.same(await from(6, null), [0, 0])
  await addSubscription(deps, userId)
  const familyId = randomUUID()
  await deps.database.refreshFamily.create({
    data: { id: familyId, userId, expiresAt: new Date(deps.clock.now().getTime() + 1e9) },
  })
  t.same(await from(21.5, { userId, familyId }), [5, 5])
  t.same(await from(0, { userId, familyId }), [0, 0])
  t.same(await from(99_999, { userId, familyId }), [9, 9], 'the last one, past the end')
})

t.test('who may not watch hears what would help', async (t) => {
  const { video, start } = await setUp(t)
  await t.rejects(start('the-phone', null), {
    code: 'SIGN_IN_REQUIRED',
    members: { reason: 'sign_in_required', offers: [{ kind: 'plan', planId: 'standard' }] },
  })
  await t.rejects(start(), {
    code: 'PAYMENT_REQUIRED',
    members: { reason: 'not_entitled', offers: [{ kind: 'plan', planId: 'standard' }] },
  })
  t.ok(video)
})

t.test('what is not on show does not exist, whether one has paid or not', async (t) => {
  const { deps, video, userId, start } = await setUp(t)
  await t.rejects(start('the-phone', null, randomUUID()), { code: 'NOT_FOUND' })
  await deps.database.video.update({ where: { id: video.id }, data: { published: false } })
  await t.rejects(start('the-phone', null), { code: 'NOT_FOUND' })
  await t.rejects(start(), { code: 'NOT_FOUND' })
  await addSubscription(deps, userId)
  await t.rejects(start(), { code: 'NOT_FOUND' })
})

t.test('an operator sees a film before it is published', async (t) => {
  const { deps, video, userId, start } = await setUp(t)
  await deps.database.video.update({ where: { id: video.id }, data: { published: false } })
  await deps.database.user.update({ where: { id: userId }, data: { role: 'admin' } })
  t.ok((await start()).token)
})

t.test('a stranger watches what is free', async (t) => {
  const { start } = await setUp(t, { video: { free: true } })
  t.equal((await start('the-phone', null)).resumeSeconds, 0)
})

t.test('a teaser plays for everyone and says how long it is', async (t) => {
  const { deps, start, userId, video } = await setUp(t, { video: { teaserSeconds: 6 } })
  const stranger = await start('the-phone', null)
  t.equal(stranger.teaserSeconds, 6)
  t.same(
    stranger.first.map(({ urls }) => urls.length),
    [2, 2],
    'no URL past its end',
  )
  await deps.database.watchProgress.create({
    data: { userId, videoId: video.id, positionSeconds: 20, updatedAt: deps.clock.now() },
  })
  t.equal((await start()).resumeSeconds, 0, 'nor is a position past its end gone on from')
})

t.test('a viewer in arrears is told while play goes on', async (t) => {
  const { deps, userId, start } = await setUp(t)
  const { id } = await addSubscription(deps, userId, { status: 'past_due' })
  await deps.database.subscription.update({
    where: { id },
    data: { pastDueSince: deps.clock.now() },
  })
  t.match((await start()).notice, { kind: 'payment_failed', graceUntil: String })
})

t.test('starting over and over is no way to take a film away', async (t) => {
  const { deps, userId, start } = await setUp(t)
  await addSubscription(deps, userId)
  const { adopt } = deps.sessions
  let newest = ''
  t.intercept(deps.sessions, 'adopt', {
    value: (...args: Parameters<typeof adopt>) => {
      newest = args[0]
      return adopt(...args)
    },
  })
  const starts = async () => {
    for (let count = 0; count < 100; count++) {
      await start()
      t.ok(deps.sessions.known(newest), 'what was opened is at hand')
    }
  }
  await t.rejects(starts(), {
    code: 'TOO_MANY_REQUESTS',
    members: { retryAfterSeconds: 1 },
  })
  t.notOk(deps.sessions.known(newest), 'what was refused is not kept')
})

t.test('a database that is down refuses', async (t) => {
  const { deps, start } = await setUp(t)
  Object.assign(deps.database, { $queryRaw: () => Promise.reject(new Error('gone')) })
  await t.rejects(start(), { code: 'ENTITLEMENTS_UNAVAILABLE' })
})
