import t from 'tap'
import type { Need } from './needs.ts'
import { longestFirst } from './order.ts'

const file = (name: string) => ({ name, path: name, package: null })
const needsOf = (path: string) => new Set<Need>(path.startsWith('browser') ? ['browser'] : [])

t.test('the longest comes first, as it was or as it is guessed', async (t) => {
  const files = ['pure', 'browser', 'slow', 'quick'].map(file)
  const order = longestFirst(files, { slow: 100, quick: 0.1 }, needsOf)
  t.strictSame(
    order.map(({ name }) => name),
    ['slow', 'browser', 'pure', 'quick'],
  )
})
