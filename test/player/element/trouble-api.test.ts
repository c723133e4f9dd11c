import t from 'tap'
import { playing } from './cinema/cinema.ts'
import { assertUnseen, fullBuffer } from './cinema/unseen.ts'

t.test('the API cannot sign for ten seconds: the buffer plays on', async (t) => {
  const seat = await playing(t)
  await fullBuffer(seat)
  const since = performance.now()
  seat.service.bucket.requests.length = 0
  seat.service.fault = (route) =>
    route.endsWith('/urls') && performance.now() - since < 10_000 ? { status: 503 } : undefined
  seat.service.advance(3600)
  await seat.watch(11)
  await seat.until('the buffer full again', ({ ahead }) => ahead > 24)
  assertUnseen(t, seat)
})

t.test('too many requests: it waits as long as it is told to', async (t) => {
  const seat = await playing(t)
  await fullBuffer(seat)
  const since = performance.now()
  let told = 0
  seat.service.fault = (route) => {
    if (!route.endsWith('/urls') || performance.now() - since > 2000) return undefined
    told++
    return { status: 429, retryAfterSeconds: 2 }
  }
  seat.service.advance(3600)
  await seat.watch(5)
  assertUnseen(t, seat)
  t.ok(told <= 4, `asked ${told} times`)
})

t.test(
  'offline and back: it says so once the buffer is empty, and goes on by itself',
  async (t) => {
    const seat = await playing(t)
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
