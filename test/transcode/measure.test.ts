import t from 'tap'
import {
  joinSegments,
  type MeasuredSegments,
  measureBandwidth,
} from '../../server/transcode/pieces/measure.ts'

const segments = (list: [seconds: number, bytes: number][]): MeasuredSegments => ({
  codecs: 'avc1.64001F',
  configuration: 'AWQAH//h',
  initBytes: 800,
  seconds: list.map(([seconds]) => seconds),
  bytes: list.map(([, bytes]) => bytes),
  keys: {
    offsets: list.map(() => 0),
    bytes: list.map(([, bytes]) => bytes / 10),
    seconds: list.map(([seconds]) => seconds),
  },
})

t.test(
  'the average is all bits over all time, the peak that of the heaviest stretch',
  async (t) => {
    const measured = segments([
      [4, 500_000],
      [4, 1_000_000],
      [4, 500_000],
    ])
    t.same(measureBandwidth(measured), { peak: 2_000_000, average: 1_333_334 })
  },
)

t.test('a stretch is between half and one and a half times a segment’s length', async (t) => {
  const shortAndHeavy = segments([
    [4, 400_000],
    [1, 1_000_000],
    [4, 400_000],
  ])
  // One second alone is too short to count; with a neighbour of four it is 1.4 MB in five.
  t.equal(measureBandwidth(shortAndHeavy).peak, (1_400_000 * 8) / 5)
})

t.test('a film shorter than that counts whole, and none at all as nothing', async (t) => {
  t.same(measureBandwidth(segments([[0.4, 10_000]])), { peak: 200_000, average: 200_000 })
  t.same(measureBandwidth(segments([])), { peak: 0, average: 0 })
})

t.test('chunks become one, if they fit together', async (t) => {
  const joined = joinSegments([
    segments([[4, 1]]),
    segments([
      [4, 2],
      [1, 3],
    ]),
  ])
  t.same(joined.seconds, [4, 4, 1])
  t.same(joined.bytes, [1, 2, 3])
  t.same(joined.keys.seconds, [4, 4, 1])
  const other = { ...segments([[4, 1]]), configuration: 'another' }
  t.throws(() => joinSegments([segments([[4, 1]]), other]), { message: /do not fit together/ })
  t.throws(() => joinSegments([]))
})
