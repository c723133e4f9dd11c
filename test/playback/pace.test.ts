import t from 'tap'
import {
  isRested,
  newPace,
  openPaces,
  paceCapacity,
  paceRefill,
  take,
} from '../../server/playback/pace.ts'
import { testClock } from '../helper.ts'

/** Fetches batches of 32 seconds at `speed` times real time; when it was first told to wait. */
function fetchAt(speed: number, seconds: number): number | null {
  const pace = newPace(0)
  for (let film = 0; film < seconds * speed; film += 32) {
    const now = (film / speed) * 1000
    if (take(pace, 32, now) > 0) return now / 1000
  }
  return null
}

t.test('a viewer at double speed is never slowed down', async (t) => {
  t.equal(fetchAt(1, 3 * 3600), null)
  t.equal(fetchAt(2, 3 * 3600), null)
})

t.test('a download at ten times the speed is slowed down within two minutes', async (t) => {
  const after = fetchAt(10, 3600)
  t.ok(after !== null && after > 30 && after < 120, `after ${after} s`)
})

t.test('a viewer at double speed may jump about', async (t) => {
  const pace = newPace(0)
  let refused = 0
  for (let second = 0; second < 1800; second++) {
    if (second % 16 === 0) refused += take(pace, 32, second * 1000) > 0 ? 1 : 0
    // A jump every fifteen seconds, of which each asks for three segments first.
    if (second % 15 === 7) refused += take(pace, 12, second * 1000) > 0 ? 1 : 0
  }
  t.equal(refused, 0)
})

t.test('thirty jumps in a row go through, and then it is said how long to wait', async (t) => {
  const pace = newPace(0)
  for (let jump = 0; jump < 30; jump++) t.equal(take(pace, 12, jump * 100), 0)
  while (take(pace, 32, 3_000) === 0);
  const wait = take(pace, 32, 3_000)
  t.ok(Number.isInteger(wait) && wait >= 1)
  t.equal(take(pace, 32, 3_000 + wait * 1000), 0)
})

t.test('the allowance refills to its brim and no further', async (t) => {
  const pace = newPace(0)
  take(pace, paceCapacity, 0)
  t.notOk(isRested(pace, (paceCapacity / paceRefill) * 1000 - 1))
  t.ok(isRested(pace, (paceCapacity / paceRefill) * 1000))
  t.equal(take(pace, paceCapacity, 1e9), 0)
  t.not(take(pace, 1, 1e9), 0)
})

t.test('a clock that stands still takes nothing away', async (t) => {
  const pace = newPace(1000)
  t.equal(take(pace, 10, 500), 0)
  t.equal(pace.allowance, paceCapacity - 10)
})

t.test('a viewer has one allowance for a film, whatever sessions they open', async (t) => {
  const clock = testClock()
  const paces = openPaces(clock)
  t.equal(paces.of('ana', 'film'), paces.of('ana', 'film'))
  t.not(paces.of('ana', 'film'), paces.of('ana', 'other'))
  t.not(paces.of('ana', 'film'), paces.of('ben', 'film'))
  t.not(paces.of(null, 'film'), paces.of(null, 'film'))
})

t.test('an allowance is forgotten only when it is full again', async (t) => {
  const clock = testClock()
  const paces = openPaces(clock)
  const { video } = paces.of('ana', 'film')
  take(video, 100, clock.monotonic())
  paces.sweep()
  t.equal(paces.of('ana', 'film').video, video)
  clock.advance(100 / paceRefill)
  paces.sweep()
  t.not(paces.of('ana', 'film').video, video)
})
