import t from 'tap'
import { measuredBandwidth } from '../../../player/element/engine/bandwidth.ts'

const load = (encodedBodySize: number, responseStart: number, responseEnd: number) => ({
  ...{ encodedBodySize, responseStart, responseEnd },
  transferSize: encodedBodySize + 300,
})

t.test('what one file says', async (t) => {
  t.equal(measuredBandwidth([load(25_000, 100, 200)]), 2_000_000)
  t.equal(measuredBandwidth([load(25_000, 100, 100)]), 200_000_000, 'at once')
})

t.test('files that share the line are counted once', async (t) => {
  t.equal(measuredBandwidth([load(25_000, 100, 300), load(25_000, 200, 300)]), 2_000_000)
  t.equal(measuredBandwidth([load(25_000, 150, 200), load(25_000, 100, 300)]), 2_000_000, 'within')
  t.equal(
    measuredBandwidth([load(25_000, 900, 1000), load(25_000, 0.5, 100.5)]),
    2_000_000,
    'apart',
  )
})

t.test('what says nothing is left out', async (t) => {
  const kept = { ...load(90_000, 100, 101), transferSize: 300 }
  const elsewhere = { transferSize: 0, encodedBodySize: 0, responseStart: 0, responseEnd: 300 }
  t.equal(measuredBandwidth([kept, elsewhere, load(9_999, 100, 101)]), undefined)
  t.equal(measuredBandwidth([kept, elsewhere, load(10_000, 100, 180)]), 1_000_000)
  t.equal(measuredBandwidth([]), undefined)
})
