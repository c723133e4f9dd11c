import t from 'tap'
import {
  bucketCapacity,
  isFull,
  newBucket,
  openTokenBuckets,
  refillPerSecond,
  reserve,
  take,
} from '../../server/playback/token-bucket.ts'
import { testClock } from '../fixtures/clock.ts'

/** Fetches batches of 32 seconds at `speed` times real time; when it was first told to wait. */
function fetchAt(speed: number, seconds: number): number | null {
  const bucket = newBucket(0)
  for (let video = 0; video < seconds * speed; video += 32) {
    const now = (video / speed) * 1000
    if (take(bucket, 32, now) > 0) return now / 1000
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
  const bucket = newBucket(0)
  let refused = 0
  for (let second = 0; second < 1800; second++) {
    if (second % 16 === 0) refused += take(bucket, 32, second * 1000) > 0 ? 1 : 0
    // A jump every fifteen seconds, of which each asks for three segments first.
    if (second % 15 === 7) refused += take(bucket, 12, second * 1000) > 0 ? 1 : 0
  }
  t.equal(refused, 0)
})

t.test('thirty jumps in a row go through, and then it is said how long to wait', async (t) => {
  const bucket = newBucket(0)
  for (let jump = 0; jump < 30; jump++) t.equal(take(bucket, 12, jump * 100), 0)
  while (take(bucket, 32, 3_000) === 0);
  const wait = take(bucket, 32, 3_000)
  t.ok(Number.isInteger(wait) && wait >= 1)
  t.equal(take(bucket, 32, 3_000 + wait * 1000), 0)
})

t.test('the allowance refills to its brim and no further', async (t) => {
  const bucket = newBucket(0)
  take(bucket, bucketCapacity, 0)
  t.notOk(isFull(bucket, (bucketCapacity / refillPerSecond) * 1000 - 1))
  t.ok(isFull(bucket, (bucketCapacity / refillPerSecond) * 1000))
  t.equal(take(bucket, bucketCapacity, 1e9), 0)
  t.not(take(bucket, 1, 1e9), 0)
})

t.test('a clock that stands still takes nothing away', async (t) => {
  const bucket = newBucket(1000)
  t.equal(take(bucket, 10, 500), 0)
  t.equal(bucket.tokens, bucketCapacity - 10)
})

t.test('a viewer has one allowance for a film, whatever sessions they open', async (t) => {
  const clock = testClock()
  const buckets = openTokenBuckets(clock)
  t.equal(buckets.of('ana', 'film'), buckets.of('ana', 'film'))
  t.not(buckets.of('ana', 'film'), buckets.of('ana', 'other'))
  t.not(buckets.of('ana', 'film'), buckets.of('ben', 'film'))
  t.equal(buckets.ofDevice('phone'), buckets.ofDevice('phone'))
  t.not(buckets.ofDevice('phone'), buckets.ofDevice('laptop'))
})

t.test('an allowance is forgotten only when it is full again', async (t) => {
  const clock = testClock()
  const buckets = openTokenBuckets(clock)
  const { video } = buckets.of('ana', 'film')
  take(video, 100, clock.monotonic())
  buckets.sweep()
  t.equal(buckets.of('ana', 'film').video, video)
  clock.advance(100 / refillPerSecond)
  buckets.sweep()
  t.not(buckets.of('ana', 'film').video, video)
})

t.test('who may wait is told for how long, each in turn, and refused beyond that', async (t) => {
  const bucket = newBucket(0)
  t.equal(reserve(bucket, bucketCapacity, 0, 8_000), 0)
  t.same(
    [4, 4, 4].map((seconds) => reserve(bucket, seconds, 0, 8_000)),
    [0, 1_000, 2_000],
  )
  t.equal(reserve(bucket, 4, 0, 2_999), null)
  t.equal(reserve(bucket, 4, 0, 3_000), 3_000, 'what was refused took nothing')
  t.equal(reserve(bucket, 4, 4_000, 8_000), 0, 'and time makes it good')
})
