import t from 'tap'
import {
  durationOf,
  secondsOf,
  segmentAt,
  segmentCount,
  segmentsBefore,
  timelineOf,
} from '../../server/playback/timeline.ts'

const uneven = timelineOf([4, 4, 3.5, 0.5])

t.test('a timeline knows its length', async (t) => {
  t.equal(segmentCount(uneven), 4)
  t.equal(durationOf(uneven), 12)
  t.equal(durationOf(timelineOf([])), 0)
})

t.test('a position lies in the segment that begins at or before it', async (t) => {
  const expected = [
    [0, 0],
    [3.999, 0],
    [4, 1],
    [8, 2],
    [11.49, 2],
    [11.5, 3],
    [12, 3],
    [9_999, 3],
    [-1, 0],
  ] as const
  for (const [seconds, index] of expected) t.equal(segmentAt(uneven, seconds), index, `${seconds}`)
})

t.test('a teaser shows the segments that begin before its end, and no other', async (t) => {
  const expected = [
    [null, 4],
    [0, 0],
    [-5, 0],
    [0.1, 1],
    [4, 1],
    [4.001, 2],
    [8, 2],
    [12, 4],
    [100, 4],
  ] as const
  for (const [bound, count] of expected) {
    t.equal(segmentsBefore(uneven, bound), count, `teaser of ${bound} s`)
  }
  t.equal(segmentsBefore(timelineOf([]), 5), 0)
})

t.test('seconds are counted between two segments', async (t) => {
  t.equal(secondsOf(uneven, 0, 4), 12)
  t.equal(secondsOf(uneven, 2, 3), 3.5)
  t.equal(secondsOf(uneven, 1, 1), 0)
})
