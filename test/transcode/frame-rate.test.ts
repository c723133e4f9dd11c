import t from 'tap'
import { chooseFrameRate } from '../../server/transcode/probe/frame-rate.ts'
import type { Fraction } from '../../server/transcode/probe/source-facts.ts'

const of = (numerator: number, denominator = 1): Fraction => ({ numerator, denominator })

t.test('a constant rate is kept exactly', async (t) => {
  const rates = [of(24_000, 1001), of(24), of(25), of(30_000, 1001), of(30), of(50)]
  for (const rate of [...rates, of(60_000, 1001), of(60), of(12), of(15), of(10)]) {
    t.same(chooseFrameRate(rate, rate), rate)
  }
})

t.test('what is meant to be a usual rate becomes it', async (t) => {
  const cases: [Fraction, Fraction][] = [
    [of(2997, 100), of(30_000, 1001)],
    [of(23_976, 1000), of(24_000, 1001)],
    [of(5994, 100), of(60_000, 1001)],
    [of(30_303, 1010), of(30)],
  ]
  for (const [given, chosen] of cases) t.same(chooseFrameRate(given, given), chosen)
})

t.test('above sixty, every second frame is left out as often as it takes', async (t) => {
  const cases: [number, Fraction][] = [
    [120, of(60)],
    [100, of(50)],
    [240, of(60)],
  ]
  for (const [given, chosen] of cases) t.same(chooseFrameRate(of(given), of(given)), chosen)
  t.same(chooseFrameRate(of(120_000, 1001), of(120_000, 1001)), of(60_000, 1001))
})

t.test('a varying rate becomes the next usual one that loses hardly a frame', async (t) => {
  const cases: [average: Fraction, chosen: Fraction][] = [
    [of(2911, 100), of(30)],
    [of(1270, 100), of(24)],
    [of(2450, 100), of(25)],
    [of(4411, 100), of(50)],
    [of(5803, 100), of(60)],
    [of(7000, 100), of(60)],
  ]
  for (const [average, chosen] of cases) t.same(chooseFrameRate(of(90_000), average), chosen)
})

t.test('where a file says nothing of use, there is still a rate', async (t) => {
  t.same(chooseFrameRate(of(0), of(0)), of(25))
  t.same(chooseFrameRate(of(30), of(0)), of(30))
})
