import t from 'tap'
import { mostAttempts, retryAt } from '../../server/billing/inbox/retry.ts'

const now = new Date('2026-03-01T00:00:00Z')
const waits = (attempts: number) => {
  const at = retryAt(attempts, now)
  return at === null ? null : (at.getTime() - now.getTime()) / 1000
}

t.test('waits grow from seconds to an hour', async (t) => {
  t.equal(waits(1), 5)
  t.equal(waits(2), 10)
  t.equal(waits(9), 1_280)
  t.equal(waits(11), 3_600)
  t.equal(waits(mostAttempts - 1), 3_600)
})

t.test('after the last try there is none', async (t) => {
  t.equal(waits(mostAttempts), null)
})

t.test('an outage of a day is outlasted', async (t) => {
  const tries = Array.from({ length: mostAttempts - 1 }, (_, index) => waits(index + 1) ?? 0)
  t.ok(tries.reduce((sum, wait) => sum + wait, 0) > 86_400)
})
