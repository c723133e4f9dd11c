import t from 'tap'
import type { Rung } from '../../server/transcode/plan/ladder.ts'
import {
  chooseScenes,
  coarserBy,
  dropEmptyRungs,
  fitRung,
  readDetail,
  readQuality,
} from '../../server/transcode/plan/quality.ts'
import { sourceFacts } from '../fixtures/source-facts.ts'

const rung: Rung = {
  ...{ name: '720p', width: 1280, height: 720, frameStep: 1, crf: 22 },
  ...{ frameRate: { numerator: 24, denominator: 1 }, maxBitsPerSecond: 2_800_000 },
}
const came = (...ssim: number[]) => ssim.map((one) => ({ ssim: one, bitsPerSecond: 1_000_000 }))
const exact = (seconds: number) => seconds

t.test('scenes lie spread over the film, more in a longer one, and cost little', async (t) => {
  for (const [seconds, count] of [
    [180, 4],
    [600, 10],
    [7200, 16],
    [14_400, 16],
  ] as const) {
    const scenes = chooseScenes(sourceFacts({ seconds }), exact)
    t.equal(scenes.length, count, `${seconds} s`)
    t.ok(
      scenes.every(({ seekFrame, startFrame, endFrame }) => {
        return seekFrame <= startFrame && startFrame < endFrame && endFrame <= seconds * 24
      }),
      'all of it in the film',
    )
    const frames = scenes.reduce((sum, { startFrame, endFrame }) => sum + endFrame - startFrame, 0)
    t.ok((2 * frames) / 24 / seconds < 0.05, 'both encodes of them are below 5 % of the film')
  }
})

t.test('short films and stamps are encoded as usual', async (t) => {
  t.same(chooseScenes(sourceFacts({ seconds: 179.9 }), exact), [])
  t.same(chooseScenes(sourceFacts({ seconds: 600, video: { width: 320, height: 180 } }), exact), [])
})

t.test('an easy film is made coarser, as far as nobody sees it', async (t) => {
  t.equal(fitRung(rung, came(0.99, 0.988), came(0.988, 0.986)).crf, 22 + coarserBy)
  t.equal(fitRung(rung, came(0.98), came(0.97)).crf, 22 + 1.5)
  t.equal(fitRung(rung, came(0.9), came(0.85)).crf, 22)
  t.equal(fitRung(rung, came(0.999), came(0.999)).crf, 22 + coarserBy, 'a still picture')
  t.equal(fitRung(rung, came(0.98), came(0.98 - 0.0039)).crf, 22 + coarserBy, 'just within')
  const mixed = fitRung(rung, came(0.99, 0.98), came(0.989, 0.97))
  t.equal(mixed.crf, 22 + 1.5, 'the scene that suffers most decides')
  const capped = { ssim: 0.7, bitsPerSecond: rung.maxBitsPerSecond }
  t.equal(fitRung(rung, [capped], [capped]).crf, 22, 'the cap decides already')
  t.equal(fitRung(rung, [capped, ...came(0.98)], [capped, ...came(0.97)]).crf, 22 + 1.5)
  const { crf, ...same } = fitRung(rung, came(0.98), came(0.97))
  t.match(rung, same, 'nothing else changes')
})

t.test('what x264 tells at its end is read in order; less than all is none', async (t) => {
  const log = [
    '[libx264 @ 0x1] [info] SSIM Mean Y:0.9812345 (17.265db)',
    '[libx264 @ 0x1] [info] kb/s:1210.55',
    '[libx264 @ 0x2] [info] SSIM Mean Y:0.9512345 (13.1db)',
    '[libx264 @ 0x2] [info] kb/s:400.1',
  ]
  t.same(readQuality(log, 2), [
    { ssim: 0.9812345, bitsPerSecond: 1_210_550 },
    { ssim: 0.9512345, bitsPerSecond: 400_100 },
  ])
  t.equal(readQuality(log, 3), null)
  t.equal(readQuality([], 1), null)
})

t.test('comparisons are told apart by their filters', async (t) => {
  const said = (filter: number, ssim: number) =>
    `[Parsed_ssim_${filter} @ 0x1] [info] SSIM Y:${ssim} (20.1) U:1.0 (inf) V:1.0 (inf) All:${ssim} (21)`
  t.same(readDetail([said(12, 0.95), said(9, 0.99), 'other']), [0.99, 0.95])
})

t.test('the largest rungs go where the next shows all that there is', async (t) => {
  const rungs = ['1080p', '720p', '480p']
  t.same(dropEmptyRungs(rungs, [[0.998, 0.98]]), ['720p', '480p'])
  t.same(dropEmptyRungs(rungs, [[0.998, 0.999]]), ['480p'])
  t.same(
    dropEmptyRungs(rungs, [
      [0.998, 0.98],
      [0.99, 0.98],
    ]),
    rungs,
    'one scene with detail keeps it',
  )
  t.same(dropEmptyRungs(rungs, [[0.98, 0.999]]), rungs, 'no gap in the middle')
  t.same(dropEmptyRungs(rungs, []), rungs)
  t.same(dropEmptyRungs(['480p'], [[]]), ['480p'])
})
