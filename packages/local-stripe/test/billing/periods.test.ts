import * as fc from 'fast-check'
import t from 'tap'
import { addIntervals, periodAt } from '../../src/billing/periods.ts'
import { at } from '../stand.ts'

const every = (interval: 'day' | 'week' | 'month' | 'year', interval_count = 1) => ({
  interval,
  interval_count,
})

for (const [from, interval, times, to] of [
  ['2026-01-31T08:00:00Z', every('month'), 1, '2026-02-28T08:00:00Z'],
  ['2026-01-31T08:00:00Z', every('month'), 2, '2026-03-31T08:00:00Z'],
  ['2026-01-31T08:00:00Z', every('month', 3), 1, '2026-04-30T08:00:00Z'],
  ['2026-12-31T23:59:59Z', every('month'), 2, '2027-02-28T23:59:59Z'],
  ['2028-02-29T00:00:00Z', every('year'), 1, '2029-02-28T00:00:00Z'],
  ['2028-02-29T00:00:00Z', every('year'), 4, '2032-02-29T00:00:00Z'],
  ['2026-03-31T00:00:00Z', every('month'), -1, '2026-02-28T00:00:00Z'],
  ['2026-01-01T00:00:00Z', every('week', 2), 1, '2026-01-15T00:00:00Z'],
  ['2026-03-28T12:00:00Z', every('day'), 2, '2026-03-30T12:00:00Z'],
] as const) {
  t.test(
    `${from} and ${times} × ${interval.interval_count} ${interval.interval} is ${to}`,
    async (t) => {
      t.equal(addIntervals(at(from), interval, times), at(to))
    },
  )
}

t.test('every moment lies in exactly one period of its cycle', async (t) => {
  const seconds = fc.integer({ min: at('2000-01-01T00:00:00Z'), max: at('2060-01-01T00:00:00Z') })
  const interval = fc.record({
    interval: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
    interval_count: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(seconds, interval, seconds, (anchor, length, moment) => {
      const { start, end } = periodAt(anchor, length, moment)
      t.ok(start <= moment && moment < end)
      t.strictSame(periodAt(anchor, length, start), { start, end })
      t.strictSame(periodAt(anchor, length, end - 1), { start, end })
      t.equal(periodAt(anchor, length, end).start, end)
    }),
    { numRuns: 60 },
  )
})
