import t from 'tap'
import { av1Rungs } from '../../server/transcode/plan/av1.ts'
import { planLadder } from '../../server/transcode/plan/ladder.ts'
import type { Measured } from '../../server/transcode/plan/quality.ts'
import { fitAv1Rungs } from '../../server/transcode/plan/quality-av1.ts'

const frameRate = { numerator: 24, denominator: 1 }
const ladder = planLadder({ width: 854, height: 480, frameRate })
const came = (ssim: number, bitsPerSecond: number): Measured => ({ ssim, bitsPerSecond })
const fitted = (...scenes: Measured[][]) =>
  fitAv1Rungs(ladder, scenes).map(({ name, crf, maxBitsPerSecond }, index) => ({
    ...{ name, above: crf - (ladder[index]?.crf ?? 0) },
    ofCap: maxBitsPerSecond / (ladder[index]?.maxBitsPerSecond ?? 1),
  }))

const h264 = came(0.95, 1_000_000)
const scene = [h264, came(0.952, 700_000), came(0.9481, 500_000), came(0.94, 300_000)]

t.test(
  'each rung gets the coarsest number that looks as H.264 does, and a cap to match',
  async (t) => {
    const [first, last] = fitted(scene)
    t.match(
      [first, last],
      [
        { name: '480p-av1', above: 17 },
        { name: '360p-av1', above: 17 },
      ],
    )
    t.ok(Math.abs((first?.ofCap ?? 0) - 0.6) < 0.001, 'half as many bits: a cap has its bounds')
    t.equal(fitted([h264, came(0.952, 700_000), came(0.946, 500_000), came(0.9, 1)])[0]?.above, 14)
  },
)

t.test(
  'the scene that needs most decides the number, and the one that saves least the cap',
  async (t) => {
    const hard = [h264, came(0.949, 800_000), came(0.94, 600_000), came(0.93, 400_000)]
    const [rung] = fitted(scene, hard)
    t.equal(rung?.above, 11)
    t.ok(Math.abs((rung?.ofCap ?? 0) - 0.78) < 0.02, `${rung?.ofCap} of H.264's cap`)
    const worse = [h264, came(0.9, 950_000), came(0.89, 900_000), came(0.88, 850_000)]
    const [kept] = fitted(worse)
    t.equal(kept?.above, 11, 'no finer than was tried')
    t.ok(Math.abs((kept?.ofCap ?? 0) - 0.85) < 0.001)
  },
)

t.test('a still picture is made as coarse as was tried, and no coarser', async (t) => {
  t.equal(fitted([h264, came(0.99, 9), came(0.99, 8), came(0.99, 7)])[0]?.above, 25)
})

t.test('where nothing was measured it is as usual', async (t) => {
  t.same(fitAv1Rungs(ladder, []), av1Rungs(ladder))
  t.same(fitAv1Rungs(ladder, [[]]), av1Rungs(ladder))
})
