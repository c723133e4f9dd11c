import * as fc from 'fast-check'
import t from 'tap'
import { formatAmount, proRata, roundHalfAway, shareOut } from '../../src/billing/money.ts'

t.test('halves are rounded away from zero, so that a credit undoes a charge', async (t) => {
  t.strictSame([0.5, 1.5, -0.5, -1.5, 0.49].map(roundHalfAway), [1, 2, -1, -2, 0])
})

t.test('shares are whole, fair to a unit, and add up', async (t) => {
  const weights = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), weights, (amount, parts) => {
      const total = parts.reduce((sum, part) => sum + part, 0)
      const shares = shareOut(amount, parts)
      t.equal(
        shares.reduce((sum, share) => sum + share, 0),
        total === 0 ? 0 : amount,
      )
      shares.forEach((share, index) => {
        const fair = total === 0 ? 0 : (amount * (parts[index] ?? 0)) / total
        t.ok(Number.isInteger(share) && Math.abs(share - fair) <= 1)
      })
    }),
    { numRuns: 60 },
  )
})

t.test('the rest of a period costs its part of the whole', async (t) => {
  const period = { start: 1000, end: 2000 }
  t.equal(proRata(999, period, 1000), 999)
  t.equal(proRata(999, period, 1500), 500)
  t.equal(proRata(999, period, 1999), 1)
  t.equal(proRata(999, period, 2000), 0)
  t.equal(proRata(999, period, 500), 999, 'not more than the whole')
})

t.test('amounts are written in their own currency’s way', async (t) => {
  t.equal(formatAmount(999, 'usd'), '$9.99')
  t.equal(formatAmount(500, 'jpy'), '¥500')
})
