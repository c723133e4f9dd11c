import t from 'tap'
import { type CoverageSummary, floor, shortfalls } from './coverage.ts'

const summary = (change: Partial<typeof floor> = {}): CoverageSummary => {
  const { lines, branches, functions } = { ...floor, ...change }
  return {
    total: { lines: { pct: lines }, branches: { pct: branches }, functions: { pct: functions } },
  }
}

t.test('coverage on the floor will do', async (t) => {
  t.strictSame(shortfalls(summary()), [])
})

t.test('each figure below the floor is named', async (t) => {
  const [only, ...others] = shortfalls(summary({ branches: floor.branches - 0.01 }))
  t.match(only, 'branches')
  t.strictSame(others, [])
  t.equal(shortfalls(summary({ lines: 0, functions: 0 })).length, 2)
})
