import t from 'tap'
import { backoffMs } from '../../../player/element/source/backoff.ts'

for (const [failures, expected] of [
  [1, 500],
  [2, 1000],
  [3, 2000],
  [4, 4000],
  [5, 8000],
  [6, 8000],
  [1000, 8000],
] as const) {
  t.test(`after ${failures} failures it waits ${expected} ms`, (t) => {
    t.equal(backoffMs(failures, 0), expected)
    t.end()
  })
}

t.test('waits are spread by up to a quarter', (t) => {
  t.equal(backoffMs(2, 1), 1250)
  t.end()
})

t.test('a wait that the server names is kept', (t) => {
  t.equal(backoffMs(1, 0, 3000), 3000)
  t.equal(backoffMs(5, 0, 3000), 8000, 'unless ours is longer')
  t.equal(backoffMs(1, 0, 3_600_000), 60_000, 'and up to a minute')
  t.end()
})
