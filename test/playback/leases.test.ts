import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { newToken } from '../../server/accounts/tokens.ts'
import { openDatabase } from '../../server/clients/database.ts'
import {
  endLease,
  endLeaseOfToken,
  holdLease,
  type NewLease,
  readStart,
  startLease,
} from '../../server/playback/leases.ts'
import { readLease } from '../../server/playback/read-leases.ts'
import { listStreams, stopStream } from '../../server/playback/streams.ts'
import { hashToken } from '../../server/playback/tokens.ts'
import { testClock } from '../fixtures/clock.ts'
import { database as freshDatabase } from '../fixtures/database.ts'
import { addPlayableVideo, addUser } from '../fixtures/rows.ts'

const leaseMs = 60_000

async function setUp(t: Test) {
  const database = openDatabase({ url: await freshDatabase(t) })
  t.teardown(() => database.$disconnect())
  const deps = { database, clock: testClock() }
  const video = await addPlayableVideo(deps)
  const { id: userId } = await addUser(deps)
  const aliveSince = () => new Date(deps.clock.now().getTime() - leaseMs)
  const limits = (maxStreams: number) => ({ maxStreams, aliveSince: aliveSince() })

  function start(deviceId: string, maxStreams = 2, changes: Partial<NewLease> = {}) {
    const token = newToken()
    const lease: NewLease = {
      id: randomUUID(),
      tokenHash: hashToken(token),
      userId,
      familyId: null,
      videoId: video.id,
      encodeId: video.encodeId,
      deviceId,
      deviceName: 'Chrome on Linux',
      teaserSeconds: null,
      startedAt: deps.clock.now(),
      ...changes,
    }
    const options = { ...limits(maxStreams), unpublishedToo: false, rentalId: null }
    return { id: lease.id, token, started: startLease(deps.database, lease, options) }
  }
  const held = async (deviceId: string, maxStreams = 2, changes: Partial<NewLease> = {}) =>
    start(deviceId, maxStreams, changes).started
  return { deps, video, userId, start, held, limits, aliveSince }
}

t.test('one device more than the plan allows is refused', async (t) => {
  const { held } = await setUp(t)
  t.equal(await held('phone'), true)
  t.equal(await held('laptop'), true)
  t.equal(await held('television'), false)
})

t.test('the tabs of one device count once', async (t) => {
  const { held } = await setUp(t)
  t.same(await Promise.all(['phone', 'phone', 'phone', 'laptop'].map((id) => held(id))), [
    true,
    true,
    true,
    true,
  ])
  t.equal(await held('television'), false)
  t.equal(await held('phone'), true)
})

t.test(
  'of twenty devices that start at once, exactly as many play as the plan allows',
  async (t) => {
    const { deps, held, userId } = await setUp(t)
    for (const maxStreams of [1, 3, 1, 2, 1]) {
      await deps.database.playbackSession.deleteMany()
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => held(`device-${index}`, maxStreams)),
      )
      t.equal(answers.filter(Boolean).length, maxStreams)
      t.equal(await deps.database.playbackSession.count({ where: { userId } }), maxStreams)
    }
  },
)

t.test('viewers do not take each other’s places', async (t) => {
  const { deps, held } = await setUp(t)
  const { id: other } = await addUser(deps)
  t.equal(await held('phone', 1), true)
  t.equal(await held('phone-of-another', 1, { userId: other }), true)
})

t.test('a silent device loses its place when its lease has run out, not before', async (t) => {
  const { deps, held } = await setUp(t)
  await held('phone', 1)
  deps.clock.advance(59.999)
  t.equal(await held('laptop', 1), false)
  deps.clock.advance(0.001)
  t.equal(await held('laptop', 1), true)
})

t.test('strangers and teasers take no place', async (t) => {
  const { held } = await setUp(t)
  t.equal(await held('phone', 1, { teaserSeconds: 60 }), true)
  t.equal(await held('laptop', 1), true)
  t.equal(await held('television', 1, { teaserSeconds: 60 }), true)
  for (const device of ['a', 'b', 'c']) t.equal(await held(device, 1, { userId: null }), true)
})

t.test('opening reads what the answer needs', async (t) => {
  const { deps, video, userId } = await setUp(t)
  const { database, clock } = deps
  await database.video.update({
    where: { id: video.id },
    data: { chapters: [{ startSeconds: 0, title: 'One' }] },
  })
  await database.watchProgress.create({
    data: { userId, videoId: video.id, positionSeconds: 12.5, updatedAt: clock.now() },
  })
  const request = { userId, videoId: video.id, unpublishedToo: false }
  t.same(await readStart(database, request), {
    encodeId: video.encodeId,
    chapters: [{ startSeconds: 0, title: 'One' }],
    positionSeconds: 12.5,
  })
})

t.test('what cannot be played cannot be started', async (t) => {
  const { deps, video, start } = await setUp(t)
  const { database } = deps
  t.equal(await start('phone', 2, { videoId: randomUUID() }).started, null)
  await database.video.update({ where: { id: video.id }, data: { published: false } })
  t.equal(await start('phone').started, null)
  await database.video.update({
    where: { id: video.id },
    data: { published: true, encodeId: null },
  })
  t.equal(await start('phone').started, null)
  t.equal(await database.playbackSession.count(), 0)
})

t.test('a rental’s watch window begins with the first play that had a place, once', async (t) => {
  const { deps, video, userId, start, limits } = await setUp(t)
  const { database, clock } = deps
  const { id: rentalId } = await database.purchase.create({
    data: {
      id: 'cs_rent',
      userId,
      videoId: video.id,
      kind: 'rent',
      status: 'paid',
      amount: 400,
      currency: 'usd',
      paidAt: clock.now(),
    },
  })
  const begun = async () =>
    (await database.purchase.findUniqueOrThrow({ where: { id: rentalId } })).firstPlayedAt
  const play = (deviceId: string, maxStreams: number) => {
    const lease: NewLease = {
      id: randomUUID(),
      tokenHash: hashToken(newToken()),
      userId,
      familyId: null,
      videoId: video.id,
      encodeId: video.encodeId,
      deviceId,
      deviceName: null,
      teaserSeconds: null,
      startedAt: clock.now(),
    }
    return startLease(database, lease, { ...limits(maxStreams), unpublishedToo: false, rentalId })
  }
  await start('phone').started
  await play('laptop', 1)
  t.equal(await begun(), null, 'a refused device does not begin it')
  const first = clock.now()
  await play('laptop', 2)
  t.same(await begun(), first)
  clock.advance(3600)
  await play('laptop', 2)
  t.same(await begun(), first)
})

t.test('a place that was given up can be taken anew, if there still is one', async (t) => {
  const { deps, start, held, limits } = await setUp(t)
  const { database, clock } = deps
  const phone = start('phone', 1)
  await phone.started
  clock.advance(3600)
  const hold = () => holdLease(database, phone.id, { lastSeenAt: clock.now() }, limits(1))
  t.equal(await hold(), true)
  t.equal(await held('laptop', 1), false)
  clock.advance(61)
  t.equal(await held('laptop', 1), true)
  t.equal(await hold(), false)
})

t.test('two devices that come back at once do not share the last place', async (t) => {
  const { deps, start, limits } = await setUp(t)
  const { database, clock } = deps
  const phones = [start('phone', 2), start('laptop', 2)]
  for (const { started } of phones) await started
  for (let round = 0; round < 10; round++) {
    clock.advance(61)
    const answers = await Promise.all(
      phones.map(({ id }) => holdLease(database, id, { lastSeenAt: clock.now() }, limits(1))),
    )
    t.equal(answers.filter(Boolean).length, 1)
  }
})

t.test('a session that has ended cannot be held', async (t) => {
  const { deps, start, limits } = await setUp(t)
  const { database, clock } = deps
  const phone = start('phone')
  await phone.started
  await endLease(database, phone.id, 'kicked', clock.now())
  t.equal(await holdLease(database, phone.id, { lastSeenAt: clock.now() }, limits(3)), false)
  t.equal(await holdLease(database, randomUUID(), { lastSeenAt: clock.now() }, limits(3)), false)
})

t.test('a teaser that becomes the whole film needs a place', async (t) => {
  const { deps, start, held, limits } = await setUp(t)
  const { database, clock } = deps
  const teaser = start('phone', 1, { teaserSeconds: 60 })
  await teaser.started
  await held('laptop', 1)
  const change = { lastSeenAt: clock.now(), teaserSeconds: null }
  t.equal(await holdLease(database, teaser.id, change, limits(1)), false)
  t.equal(await holdLease(database, teaser.id, change, limits(2)), true)
  const row = await database.playbackSession.findUniqueOrThrow({ where: { id: teaser.id } })
  t.equal(row.teaserSeconds, null)
})

t.test('a session is read by its token with what decides over it', async (t) => {
  const { deps, video, userId, start, aliveSince } = await setUp(t)
  const { database, clock } = deps
  await start('phone', 3).started
  clock.advance(1)
  const family = await database.refreshFamily.create({
    data: { userId, expiresAt: new Date(clock.now().getTime() + 1e6) },
  })
  const laptop = start('laptop', 3, { familyId: family.id })
  await laptop.started
  const read = () => readLease(database, hashToken(laptop.token), aliveSince())
  t.match(await read(), {
    id: laptop.id,
    userId,
    videoId: video.id,
    encodeId: video.encodeId,
    lastSeenAt: clock.now(),
    endedAt: null,
    published: true,
    signedOut: false,
    devicesBefore: 1,
  })
  await database.refreshFamily.update({
    where: { id: family.id },
    data: { revokedAt: clock.now() },
  })
  t.match(await read(), { signedOut: true })
  await database.refreshFamily.delete({ where: { id: family.id } })
  t.match(await read(), { endedAt: Date, endReason: 'signed_out' })
  clock.advance(61)
  t.match(await read(), { devicesBefore: 0 })
  t.equal(await readLease(database, hashToken(newToken()), aliveSince()), null)
})

t.test('the first reason of an end stands', async (t) => {
  const { deps, start } = await setUp(t)
  const { database, clock } = deps
  const phone = start('phone')
  await phone.started
  const tokenHash = hashToken(phone.token)
  await endLease(database, phone.id, 'refunded', clock.now())
  await endLease(database, phone.id, 'kicked', clock.now())
  t.equal(await endLeaseOfToken(database, tokenHash, clock.now()), true)
  const row = await database.playbackSession.findUniqueOrThrow({ where: { id: phone.id } })
  t.equal(row.endReason, 'refunded')
  t.equal(await endLeaseOfToken(database, hashToken(newToken()), clock.now()), false)
})

t.test('viewers see which of their devices play, and can stop one with all its tabs', async (t) => {
  const { deps, video, userId, start, aliveSince } = await setUp(t)
  const { database, clock } = deps
  const tab = start('phone', 3)
  await tab.started
  clock.advance(1)
  const other = start('phone', 3)
  await other.started
  const laptop = start('laptop', 3)
  await laptop.started
  const list = (exceptDevice?: string) =>
    listStreams(database, userId, {
      aliveSince: aliveSince(),
      ...(exceptDevice && { exceptDevice }),
    })
  t.same((await list()).map(({ id }) => id).sort(), [other.id, laptop.id].sort())
  t.same(await list('phone'), [
    {
      id: laptop.id,
      deviceName: 'Chrome on Linux',
      title: video.title,
      startedAt: clock.now().toISOString(),
    },
  ])

  t.equal(await stopStream(database, randomUUID(), laptop.id, clock.now()), 0, 'not one’s own')
  t.equal(await stopStream(database, userId, tab.id, clock.now()), 2)
  t.same(
    (await list()).map(({ id }) => id),
    [laptop.id],
  )
  const stopped = await database.playbackSession.findUniqueOrThrow({ where: { id: other.id } })
  t.equal(stopped.endReason, 'taken_over')
})

t.test('a database that is gone is said to be so', async (t) => {
  const gone = openDatabase({ url: 'postgresql://127.0.0.1:1/none' })
  t.teardown(() => gone.$disconnect())
  await t.rejects(readLease(gone, hashToken(newToken()), new Date()), {
    code: 'ENTITLEMENTS_UNAVAILABLE',
  })
})
