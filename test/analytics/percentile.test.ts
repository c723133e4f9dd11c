import t from 'tap'
import { percentile } from '../../server/analytics/percentile.ts'

const counted = (...values: number[]) => values.map((value) => ({ value, count: 1 }))

t.test('it lies between the two nearest values, in proportion', async (t) => {
  t.equal(percentile(counted(400, 800, 600), 0.5), 600)
  t.equal(percentile(counted(400, 800, 600), 0.95), 780)
  t.equal(percentile(counted(1, 2), 0.5), 1.5)
  t.equal(percentile(counted(1, 2), 0), 1)
  t.equal(percentile(counted(1, 2), 1), 2)
})

t.test('a value counts as often as it occurs', async (t) => {
  const often = [
    { value: 20, count: 1 },
    { value: 10, count: 3 },
    { value: 20, count: 2 },
  ]
  for (const share of [0, 0.3, 0.5, 0.55, 0.9, 1]) {
    t.equal(percentile(often, share), percentile(counted(10, 10, 10, 20, 20, 20), share))
  }
})

t.test('of one value it is that, of none there is none', async (t) => {
  t.equal(percentile(counted(7), 0.95), 7)
  t.equal(percentile([], 0.5), null)
})
