import t, { type Test } from 'tap'
import { newToken } from '../../server/accounts/tokens.ts'
import { openTestPlayback, play } from '../fixtures/playback.ts'
import { addPlan, addPlayableVideo, addSubscription, addUser } from '../fixtures/rows.ts'

/** A member who plays a film on their phone. */
async function setUp(t: Test, { teaserSeconds = null as number | null, maxStreams = 1 } = {}) {
  const deps = await openTestPlayback(t)
  const { database, clock, sessions, calls } = deps
  const video = await addPlayableVideo(deps, { video: { teaserSeconds } })
  await addPlan(deps, [video.id], { maxStreams })
  const { id: userId } = await addUser(deps)
  const family = await database.refreshFamily.create({
    data: { userId, expiresAt: new Date(clock.now().getTime() + 1e9) },
  })
  const viewer = { userId, familyId: family.id }
  const start = (deviceId = 'the-phone', as: typeof viewer | null = viewer) =>
    play(deps, { viewer: as, videoId: video.id, deviceId })
  const row = (id: string) => database.playbackSession.findUniqueOrThrow({ where: { id } })
  /** What a request for the token reads: from memory if it may, else from the database. */
  const ask = async (token: string) => {
    const session = sessions.atHand(token) ?? (await sessions.check(token))
    sessions.seen(session)
    return session
  }
  /** How many database calls a piece of work makes. */
  const count = async (work: () => Promise<unknown>) => {
    const before = calls.length
    await work()
    return calls.length - before
  }
  return { deps, video, viewer, userId, start, row, ask, count, family }
}

/** The same with a subscription. */
async function subscribed(t: Test, options = {}) {
  const playing = await setUp(t, options)
  const subscription = await addSubscription(playing.deps, playing.userId)
  return { ...playing, subscription }
}

t.test('a fresh session needs no database, an old one is read again', async (t) => {
  const { deps, start, ask, count } = await subscribed(t)
  const { token } = await start()
  t.equal(await count(() => ask(token)), 0)
  deps.clock.advance(15)
  t.equal(await count(() => ask(token)), 0)
  deps.clock.advance(0.001)
  t.equal(await count(() => ask(token)), 2)
  t.equal(await count(() => ask(token)), 0)
})

t.test('many requests that find a session old read it once', async (t) => {
  const { deps, start, ask, count } = await subscribed(t)
  const { token } = await start()
  deps.clock.advance(16)
  t.equal(await count(() => Promise.all(Array.from({ length: 20 }, () => ask(token)))), 2)
})

t.test(
  'many sessions that are due together are read together, each with its own answer',
  async (t) => {
    const { deps, video, start, ask, count } = await subscribed(t, { maxStreams: 50 })
    const { database, clock } = deps
    const others: { userId: string; id: string; token: string }[] = []
    for (let number = 0; number < 20; number++) {
      const { id: userId } = await addUser(deps)
      await addSubscription(deps, userId)
      const expiresAt = new Date(clock.now().getTime() + 1e9)
      const family = await database.refreshFamily.create({ data: { userId, expiresAt } })
      const started = await start(`device-${number}`, { userId, familyId: family.id })
      others.push({ userId, ...started })
    }
    const [stopped] = others
    clock.advance(16)
    await database.subscription.updateMany({
      where: { userId: stopped?.userId ?? '' },
      data: { status: 'canceled', endedAt: clock.now() },
    })
    let outcomes: PromiseSettledResult<{ id: string; videoId: string }>[] = []
    const calls = await count(async () => {
      outcomes = await Promise.allSettled(others.map(({ token }) => ask(token)))
    })
    // Those that find the way free go at once, the others together; one more ends the stopped session.
    t.ok(calls <= 7, `${calls} calls`)
    t.match(outcomes[0], { status: 'rejected', reason: { code: 'PAYMENT_REQUIRED' } })
    t.same(
      outcomes.slice(1).map((one) => one.status === 'fulfilled' && one.value.id),
      others.slice(1).map(({ id }) => id),
    )
    t.ok(video)
  },
)

t.test('an unknown token is nobody’s', async (t) => {
  const { ask } = await subscribed(t)
  await t.rejects(ask(newToken()), { code: 'NOT_FOUND' })
})

t.test('another process, or this one after a restart, knows a session by its token', async (t) => {
  const { deps, start, ask } = await subscribed(t)
  const { token, id } = await start()
  deps.sessions.forget(token)
  t.match(await ask(token), { id, teaserSeconds: null })
})

const reasons: [
  string,
  string,
  (playing: Awaited<ReturnType<typeof subscribed>>) => Promise<unknown>,
][] = [
  [
    'a subscription that was cancelled at once',
    'subscription_ended',
    ({ deps, subscription, userId }) =>
      deps.database.subscription.update({
        where: { id: subscription.id, userId },
        data: { status: 'canceled', endedAt: deps.clock.now() },
      }),
  ],
  [
    'a refund of the period',
    'refunded',
    ({ deps, subscription }) =>
      deps.database.subscription.update({
        where: { id: subscription.id },
        data: { suspended: 'refunded' },
      }),
  ],
  [
    'a dispute',
    'disputed',
    ({ deps, subscription }) =>
      deps.database.subscription.update({
        where: { id: subscription.id },
        data: { suspended: 'disputed' },
      }),
  ],
  [
    'a payment that stays owed',
    'payment_failed',
    ({ deps, subscription }) =>
      deps.database.subscription.update({
        where: { id: subscription.id },
        data: { status: 'unpaid' },
      }),
  ],
  [
    'signing out',
    'signed_out',
    ({ deps, family }) =>
      deps.database.refreshFamily.update({
        where: { id: family.id },
        data: { revokedAt: deps.clock.now() },
      }),
  ],
  [
    'withdrawing the video',
    'unpublished',
    ({ deps, video }) =>
      deps.database.video.update({ where: { id: video.id }, data: { published: false } }),
  ],
  [
    'closing the account',
    'account_disabled',
    ({ deps, userId }) =>
      deps.database.user.update({
        where: { id: userId },
        data: { disabledAt: deps.clock.now() },
      }),
  ],
  [
    'the operator’s word',
    'kicked',
    ({ deps, userId }) =>
      deps.database.playbackSession.updateMany({
        where: { userId },
        data: { endedAt: deps.clock.now(), endReason: 'kicked' },
      }),
  ],
]
for (const [name, reason, change] of reasons) {
  t.test(`${name} ends a session as soon as it is read again`, async (t) => {
    const playing = await subscribed(t)
    const { deps, start, ask, row, userId } = playing
    const { token, id } = await start()
    await change(playing)
    t.ok(await ask(token), 'what was read is still relied upon')
    deps.clock.advance(1)
    deps.notifications.say(`user:${userId}`)
    deps.notifications.say(`video:${playing.video.id}`)
    await t.rejects(ask(token), { name: 'MatineeError', members: { reason } })
    t.equal((await row(id)).endReason, reason)
    await t.rejects(ask(token), { name: 'MatineeError', members: { reason } }, 'and stays ended')
  })
}

t.test('a notification that was lost is made good after fifteen seconds', async (t) => {
  const playing = await subscribed(t)
  const { deps, start, ask, subscription } = playing
  const { token } = await start()
  await deps.database.subscription.delete({ where: { id: subscription.id } })
  deps.clock.advance(15)
  t.ok(await ask(token))
  deps.clock.advance(0.001)
  await t.rejects(ask(token), { code: 'PAYMENT_REQUIRED', members: { offers: [{ kind: 'plan' }] } })
})

t.test('while no notification can arrive, every second is checked', async (t) => {
  const { deps, start, ask, count } = await subscribed(t)
  const { token } = await start()
  deps.notifications.line.since = null
  deps.clock.advance(1.001)
  t.equal(await count(() => ask(token)), 2)
})

t.test('access that runs out stops in that very moment', async (t) => {
  const { deps, start, ask, subscription } = await subscribed(t)
  const endsAt = new Date(deps.clock.now().getTime() + 5_000)
  await deps.database.subscription.update({
    where: { id: subscription.id },
    data: { cancelAt: endsAt },
  })
  const { token } = await start()
  deps.clock.advance(4.999)
  t.ok(await ask(token))
  deps.clock.advance(0.001)
  await t.rejects(ask(token), { name: 'MatineeError', members: { reason: 'subscription_ended' } })
})

t.test(
  'a database that is down refuses once the session has to be read, and recovers',
  async (t) => {
    const { deps, start, ask } = await subscribed(t)
    const { token, id } = await start()
    const broken = deps.database.$queryRaw
    deps.clock.advance(16)
    Object.assign(deps.database, {
      $queryRaw: () => Promise.reject(new Error('Connection terminated')),
    })
    await t.rejects(ask(token), { code: 'ENTITLEMENTS_UNAVAILABLE' })
    Object.assign(deps.database, { $queryRaw: broken })
    t.equal((await ask(token)).id, id)
  },
)

t.test('after hours of pause play goes on, if nobody took the place', async (t) => {
  const { deps, start, ask, row } = await subscribed(t)
  const { token, id } = await start()
  deps.clock.advance(3 * 3600)
  t.equal((await ask(token)).id, id)
  t.same((await row(id)).lastSeenAt, deps.clock.now(), 'it holds its place again at once')
  await t.rejects(start('the-laptop'), { code: 'TOO_MANY_STREAMS' })
})

t.test('after a pause in which another device took the place, it is said so', async (t) => {
  const { deps, start, ask, row } = await subscribed(t)
  const { token, id } = await start()
  deps.clock.advance(61)
  await start('the-laptop')
  await t.rejects(ask(token), { code: 'STREAM_TAKEN_OVER', members: { reason: 'limit' } })
  t.equal((await row(id)).endReason, 'limit')
})

t.test('a pause of half a day ends it', async (t) => {
  const { deps, start, ask } = await subscribed(t)
  const { token } = await start()
  deps.clock.advance(12 * 3600 + 1)
  await t.rejects(ask(token), { code: 'PLAYBACK_ENDED', members: { reason: 'expired' } })
})

t.test('a smaller plan stops the device that came last', async (t) => {
  const { deps, start, ask } = await subscribed(t, { maxStreams: 2 })
  const phone = await start('the-phone')
  deps.clock.advance(1)
  const laptop = await start('the-laptop')
  await deps.database.plan.update({ where: { id: 'standard' }, data: { maxStreams: 1 } })
  deps.clock.advance(16)
  t.ok(await ask(phone.token))
  await t.rejects(ask(laptop.token), { name: 'MatineeError', members: { reason: 'limit' } })
})

t.test('a sign of life is written every twenty seconds at most, in batches', async (t) => {
  const { deps, start, ask, row } = await subscribed(t)
  const { token, id } = await start()
  const started = deps.clock.now()
  for (const step of [5, 5, 5, 4.999]) {
    deps.clock.advance(step)
    await ask(token)
  }
  await deps.sessions.flush()
  t.same((await row(id)).lastSeenAt, started)
  deps.clock.advance(0.001)
  await ask(token)
  await deps.sessions.flush()
  t.same((await row(id)).lastSeenAt, deps.clock.now())
})

t.test('a viewer who plays on never loses the place', async (t) => {
  const { deps, start, ask } = await subscribed(t)
  const { token } = await start()
  for (let second = 0; second < 300; second += 30) {
    deps.clock.advance(30)
    await ask(token)
    await deps.sessions.flush()
    await t.rejects(start('the-laptop'), { code: 'TOO_MANY_STREAMS' }, `after ${second + 30} s`)
  }
})

t.test('a teaser becomes the whole film as soon as it is paid for', async (t) => {
  const { deps, start, ask, userId, row } = await setUp(t, { teaserSeconds: 8 })
  const { token, id, teaserSeconds } = await start()
  t.equal(teaserSeconds, 8)
  t.equal((await ask(token)).teaserSeconds, 8)
  await addSubscription(deps, userId)
  deps.clock.advance(1)
  deps.notifications.say(`user:${userId}`)
  t.equal((await ask(token)).teaserSeconds, null)
  t.equal((await row(id)).teaserSeconds, null)
})

t.test('a teaser that was paid for stays one while the places are taken', async (t) => {
  const { deps, start, ask, userId } = await setUp(t, { teaserSeconds: 8 })
  const { token } = await start()
  await addSubscription(deps, userId)
  await start('the-laptop')
  deps.clock.advance(16)
  t.equal((await ask(token)).teaserSeconds, 8)
})

t.test('a teaser ends when the video offers none any more', async (t) => {
  const { deps, video, start, ask } = await setUp(t, { teaserSeconds: 8 })
  const { token } = await start('the-phone', null)
  await deps.database.video.update({ where: { id: video.id }, data: { teaserSeconds: null } })
  deps.clock.advance(16)
  await t.rejects(ask(token), { code: 'PAYMENT_REQUIRED' })
})

t.test('an account that is deleted takes its sessions along', async (t) => {
  const { deps, userId, start, ask } = await subscribed(t)
  const { token } = await start()
  await deps.database.user.delete({ where: { id: userId } })
  deps.clock.advance(16)
  await t.rejects(ask(token), { code: 'NOT_FOUND' })
})
