import t, { type Test } from 'tap'
import { cinema, type Seat } from './cinema/cinema.ts'
import { problem } from './cinema/service.ts'

/** Nothing was said, and no segment came twice. */
function assertUnseen(t: Test, seat: Seat) {
  t.same(seat.panels, [], 'no panel was ever shown')
  const served = seat.service.bucket.served()
  t.same(
    served.filter((key, index) => served.indexOf(key) !== index),
    [],
    'no segment was fetched twice',
  )
}

const fullBuffer = (seat: Seat) => seat.until('a full buffer', ({ ahead }) => ahead > 26)

t.test(
  'an hour of pause by the monotonic clock: URLs are renewed before they are used',
  async (t) => {
    const seat = await cinema(t)
    await seat.page.clock.install()
    await seat.sitDown()
    await fullBuffer(seat)
    await seat.pause()
    seat.service.advance(3600)
    await seat.page.clock.fastForward('01:00:00')
    const { time } = await seat.glimpse()
    await seat.seek(time + 28)
    await seat.play()
    await seat.watch(1)
    assertUnseen(t, seat)
    t.notOk(
      seat.service.bucket.requests.some(({ status }) => status === 403),
      'none was refused',
    )
  },
)

t.test(
  'a laptop slept: the clock stood still, the URLs are dead, and nobody notices',
  async (t) => {
    const seat = await cinema(t)
    await seat.sitDown()
    await fullBuffer(seat)
    seat.service.advance(8 * 3600)
    const { time } = await seat.glimpse()
    await seat.seek(time + 28)
    await seat.watch(1)
    assertUnseen(t, seat)
    const refused = seat.service.bucket.requests.filter(({ status }) => status === 403)
    t.ok(refused.length <= 2, 'at most one refusal for the picture and one for the sound')
  },
)

t.test('a session that ended during the pause is opened anew, at the same place', async (t) => {
  const seat = await cinema(t)
  await seat.sitDown()
  await fullBuffer(seat)
  await seat.pause()
  seat.service.advance(3600)
  seat.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'expired' }))
  const { time } = await seat.glimpse()
  await seat.play()
  await seat.seek(time + 28)
  const after = await seat.watch(1)
  t.ok(after.time >= time + 28)
  t.equal(seat.service.leases.length, 2)
  assertUnseen(t, seat)
})

for (const hours of [-1, 1]) {
  t.test(`a wall clock that is ${hours} h off matters to nobody`, async (t) => {
    const seat = await cinema(t)
    await seat.page.clock.install({ time: Date.now() + hours * 3_600_000 })
    await seat.sitDown()
    await fullBuffer(seat)
    await seat.watch(2)
    assertUnseen(t, seat)
    t.ok(seat.service.bucket.requests.every(({ status }) => status === 200))
  })
}

for (const [what, fault] of [
  ['refused', { status: 403 }],
  ['dropped without an answer', 'drop'],
  ['broken off in the middle', 'break'],
  ['answered with 500', { status: 500 }],
  ['answered with 503', { status: 503 }],
] as const) {
  t.test(`every third segment ${what}`, async (t) => {
    const seat = await cinema(t)
    seat.service.bucket.fault = (_key, count) => (count % 3 === 0 ? fault : undefined)
    await seat.sitDown()
    await fullBuffer(seat)
    await seat.watch(1)
    assertUnseen(t, seat)
  })
}

t.test('the API cannot sign for ten seconds: the buffer plays on', async (t) => {
  const seat = await cinema(t)
  await seat.sitDown()
  await seat.watch(1)
  await fullBuffer(seat)
  const since = performance.now()
  seat.service.bucket.requests.length = 0
  seat.service.fault = (route) =>
    route.endsWith('/urls') && performance.now() - since < 10_000 ? { status: 503 } : undefined
  seat.service.advance(3600)
  await seat.watch(13)
  await seat.until('the buffer full again', ({ ahead }) => ahead > 24)
  assertUnseen(t, seat)
})

t.test('the bucket fails for a while: the buffer plays on', async (t) => {
  const seat = await cinema(t)
  await seat.sitDown()
  await seat.watch(1)
  await fullBuffer(seat)
  const since = performance.now()
  seat.service.bucket.fault = () =>
    performance.now() - since < 8_000 ? { status: 500 } : undefined
  await seat.watch(12)
  await seat.until('the buffer full again', ({ ahead }) => ahead > 24)
  assertUnseen(t, seat)
})

t.test('a slow bucket is waited for', async (t) => {
  const seat = await cinema(t)
  seat.service.bucket.delayMs = 1500
  await seat.sitDown()
  await seat.watch(6)
  assertUnseen(t, seat)
})

t.test(
  'offline and back: it says so once the buffer is empty, and goes on by itself',
  async (t) => {
    const seat = await cinema(t)
    await seat.sitDown()
    await seat.watch(1)
    await seat.page.context().setOffline(true)
    await seat.seek(50)
    const waiting = await seat.until('a note', ({ view }) => view.note !== null)
    t.equal(waiting.view.phase, 'buffering')
    t.match(waiting.view.note, /connection is lost/)
    await seat.page.context().setOffline(false)
    const after = await seat.until(
      'playing',
      ({ view, time }) => view.phase === 'playing' && time > 51,
    )
    t.equal(after.view.note, null)
    t.same(seat.panels, [])
  },
)

t.test('a storm of seeks: few requests for URLs, and the last place plays', async (t) => {
  const seat = await cinema(t)
  await seat.sitDown()
  await seat.watch(1)
  const before = seat.service.requests.length
  for (let i = 0; i < 30; i++) {
    await seat.seek(8 + ((i * 17) % 50))
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  await seat.seek(44)
  const { time } = await seat.until('the last place', (now) => now.time > 45 && !now.paused)
  t.ok(time < 50)
  t.same(seat.panels, [])
  const asked = seat.service.requests.slice(before).filter((route) => route.endsWith('/urls'))
  t.ok(asked.length <= 12, `${asked.length} requests for 31 seeks`)
})

t.test('the quality is switched to and fro: the place is kept', async (t) => {
  const seat = await cinema(t)
  await seat.sitDown()
  await seat.watch(1)
  for (const choice of [0, 1, 0, 1]) {
    const { time } = await seat.glimpse()
    await seat.page.evaluate((index) => {
      const { video } = document.querySelector('matinee-player') as HTMLElement & {
        video: HTMLVideoElement & { videoRenditions: { selectedIndex: number } }
      }
      video.videoRenditions.selectedIndex = index
    }, choice)
    const after = await seat.watch(1)
    t.ok(after.time - time < 4, 'without a jump')
  }
  t.same(seat.panels, [])
})

t.test('too many requests: it waits as long as it is told to', async (t) => {
  const seat = await cinema(t)
  await seat.sitDown()
  await seat.watch(1)
  await fullBuffer(seat)
  const since = performance.now()
  let told = 0
  seat.service.fault = (route) => {
    if (!route.endsWith('/urls') || performance.now() - since > 4000) return undefined
    told++
    return { status: 429, retryAfterSeconds: 4 }
  }
  seat.service.advance(3600)
  await seat.watch(9)
  assertUnseen(t, seat)
  t.ok(told <= 4, `asked ${told} times`)
})

t.test(
  'the page was put aside and came back: the lease was given back, and play goes on',
  async (t) => {
    const seat = await cinema(t)
    await seat.sitDown()
    await seat.watch(2)
    await seat.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    await seat.until('the lease given back', () => seat.service.count('DELETE /play/:token') === 1)
    t.ok((seat.service.saved.at(-1) ?? 0) >= 2, 'with the position')
    await seat.seek(50)
    const { time } = await seat.watch(1)
    t.ok(time > 50)
    t.equal(seat.service.leases.length, 2)
    t.same(seat.panels, [])
  },
)

t.test(
  'the film was encoded anew during the pause: the new one plays on at the same place',
  async (t) => {
    const seat = await cinema(t)
    await seat.sitDown()
    await seat.watch(1)
    seat.service.reencode()
    seat.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'expired' }))
    await seat.seek(50)
    const { time } = await seat.until('playing', (now) => now.time > 51 && !now.paused)
    t.ok(time < 56)
    t.ok(seat.service.requests.filter((route) => route.endsWith('/main.m3u8')).length >= 2)
    t.same(seat.panels, [])
  },
)

t.test('a film is watched from start to end with everything going wrong in turn', async (t) => {
  const seat = await cinema(t)
  const faults = [{ status: 403 }, 'drop', 'break', { status: 500 }, { status: 503 }] as const
  seat.service.bucket.fault = (_key, count) =>
    count % 3 === 0 ? faults[(count / 3) % faults.length] : undefined
  seat.service.fault = (route, count) =>
    route.endsWith('/urls') && count % 4 === 1 ? { status: 503 } : undefined
  await seat.sitDown()
  await seat.page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as HTMLElement & {
      video: HTMLVideoElement
    }
    video.playbackRate = 4
  })
  const halfway = await seat.until('the middle', ({ time }) => time > 32, 60)
  t.equal(halfway.paused, false)
  seat.service.advance(3600)
  seat.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'expired' }))
  const { time } = await seat.until('the end', ({ view }) => view.phase === 'ended', 60)
  t.ok(time > 63.5)
  assertUnseen(t, seat)
  t.same(seat.complaints, [])
})
