import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { startPlayback } from '../../server/playback/start.ts'
import { addUser } from '../rows.ts'
import { addPlan, stageFilm, stagePlayback, subscribe } from './stage.ts'

async function stand(t: Test, film: Parameters<typeof stageFilm>[1] = {}) {
  const parts = await stagePlayback(t)
  const staged = await stageFilm(parts, film)
  await addPlan(parts, [staged.id])
  const { id: userId } = await addUser(parts)
  const viewer = { userId, familyId: randomUUID() }
  await parts.database.refreshFamily.create({
    data: { id: viewer.familyId, userId, expiresAt: new Date(parts.clock.now().getTime() + 1e9) },
  })
  const start = (deviceId = 'the-phone', as: typeof viewer | null = viewer, videoId = staged.id) =>
    startPlayback(parts, { viewer: as, videoId, deviceId, userAgent: undefined })
  return { parts, film: staged, userId, start }
}

t.test('a start takes two database calls once the film is known', async (t) => {
  const { parts, userId, start } = await stand(t)
  await subscribe(parts, userId)
  await start()
  const before = parts.calls.length
  await start()
  t.same(parts.calls.slice(before), ['$queryRaw', '$queryRaw'])
})

t.test('the answer carries all that play begins with', async (t) => {
  const { parts, film, userId, start } = await stand(t, {
    film: { chapters: [{ startSeconds: 0, title: 'One' }] },
  })
  await subscribe(parts, userId)
  await parts.database.caption.create({
    data: {
      videoId: film.id,
      language: 'de',
      label: 'Deutsch',
      key: `videos/${film.id}/captions/1.vtt`,
    },
  })
  const started = await start()
  t.match(started, {
    token: /^[\w-]{43}$/,
    hlsUrl: `/play/${started.token}/main.m3u8`,
    expiresInSeconds: 60,
    resumeSeconds: 0,
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
      { rendition: '720p', from: 0, count: 3 },
      { rendition: 'audio', from: 0, count: 3 },
    ],
  )
  for (const { urls, initUrl } of started.first) {
    for (const url of [initUrl, ...urls]) {
      t.equal(new URL(url).searchParams.get('x-matinee-session'), started.id)
      t.equal(new URL(url).searchParams.get('X-Amz-Expires'), '60')
    }
  }
  t.equal(parts.sessions.atHand(started.token)?.id, started.id)
})

t.test('the token is stored as its hash alone', async (t) => {
  const { parts, userId, start } = await stand(t)
  await subscribe(parts, userId)
  const { token } = await start()
  const stored = JSON.stringify(await parts.database.playbackSession.findMany())
  t.notMatch(stored, token)
})

t.test('play goes on where it stopped, unless the film had ended there', async (t) => {
  const { parts, film, userId, start } = await stand(t)
  await subscribe(parts, userId)
  const at = async (positionSeconds: number) => {
    const key = { userId, videoId: film.id }
    await parts.database.watchProgress.upsert({
      where: { userId_videoId: key },
      create: { ...key, positionSeconds, updatedAt: parts.clock.now() },
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

t.test('who may not watch hears what would help', async (t) => {
  const { film, start } = await stand(t)
  await t.rejects(start('the-phone', null), {
    code: 'SIGN_IN_REQUIRED',
    members: { reason: 'sign_in_required', offers: [{ kind: 'plan', planId: 'standard' }] },
  })
  await t.rejects(start(), {
    code: 'PAYMENT_REQUIRED',
    members: { reason: 'not_entitled', offers: [{ kind: 'plan', planId: 'standard' }] },
  })
  t.ok(film)
})

t.test('what is not on show does not exist, whether one has paid or not', async (t) => {
  const { parts, film, userId, start } = await stand(t)
  await t.rejects(start('the-phone', null, randomUUID()), { code: 'NOT_FOUND' })
  await parts.database.video.update({ where: { id: film.id }, data: { published: false } })
  await t.rejects(start('the-phone', null), { code: 'NOT_FOUND' })
  await t.rejects(start(), { code: 'NOT_FOUND' })
  await subscribe(parts, userId)
  await t.rejects(start(), { code: 'NOT_FOUND' })
})

t.test('an operator sees a film before it is published', async (t) => {
  const { parts, film, userId, start } = await stand(t)
  await parts.database.video.update({ where: { id: film.id }, data: { published: false } })
  await parts.database.user.update({ where: { id: userId }, data: { role: 'admin' } })
  t.ok((await start()).token)
})

t.test('a stranger watches what is free', async (t) => {
  const { start } = await stand(t, { film: { free: true } })
  t.equal((await start('the-phone', null)).resumeSeconds, 0)
})

t.test('a teaser plays for everyone and says how long it is', async (t) => {
  const { parts, start, userId, film } = await stand(t, { film: { teaserSeconds: 6 } })
  const stranger = await start('the-phone', null)
  t.equal(stranger.teaserSeconds, 6)
  t.same(
    stranger.first.map(({ urls }) => urls.length),
    [2, 2],
    'no URL past its end',
  )
  await parts.database.watchProgress.create({
    data: { userId, videoId: film.id, positionSeconds: 20, updatedAt: parts.clock.now() },
  })
  t.equal((await start()).resumeSeconds, 0, 'nor is a position past its end gone on from')
})

t.test('a device too many hears which ones play', async (t) => {
  const { parts, film, userId, start } = await stand(t)
  await subscribe(parts, userId)
  await start('the-phone')
  parts.clock.advance(1)
  const laptop = await start('the-laptop')
  await t.rejects(start('the-television'), {
    code: 'TOO_MANY_STREAMS',
    members: {
      streams: [{ id: laptop.id, title: film.title, deviceName: null }, { title: film.title }],
    },
  })
  t.ok(await start('the-laptop'), 'a device that plays already may start again')
})

t.test('a viewer in arrears is told while play goes on', async (t) => {
  const { parts, userId, start } = await stand(t)
  const { id } = await subscribe(parts, userId, { status: 'past_due' })
  await parts.database.subscription.update({
    where: { id },
    data: { pastDueSince: parts.clock.now() },
  })
  t.match((await start()).notice, { kind: 'payment_failed', graceUntil: Date })
})

t.test('starting over and over is no way to take a film away', async (t) => {
  const { parts, userId, start } = await stand(t)
  await subscribe(parts, userId)
  const starts = async () => {
    for (let count = 0; count < 100; count++) await start()
  }
  await t.rejects(starts(), {
    code: 'TOO_MANY_REQUESTS',
    members: { retryAfterSeconds: 1 },
  })
})

t.test('a database that is down refuses', async (t) => {
  const { parts, start } = await stand(t)
  Object.assign(parts.database, { $queryRaw: () => Promise.reject(new Error('gone')) })
  await t.rejects(start(), { code: 'ENTITLEMENTS_UNAVAILABLE' })
})
