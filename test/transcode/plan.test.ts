import t from 'tap'
import { encoderOf, planEncode } from '../../server/transcode/plan/plan.ts'
import { sourceFacts as source } from '../fixtures/source-facts.ts'

t.test('what makes the film playable comes first: poster, sound and one picture', async (t) => {
  const plan = planEncode(source())
  t.equal(plan.firstRung, '480p')
  const byPriority = [...plan.pieces].sort((a, b) => b.priority - a.priority)
  t.same(
    byPriority.map(({ name }) => name),
    ['poster', 'audio', '480p/0', '480p/1', 'storyboard', '720p+360p/0', '720p+360p/1'],
  )
})

t.test('chunks begin on segments, follow one another, and the last runs to the end', async (t) => {
  for (const seconds of [0.04, 3, 59, 61, 89, 91, 600, 7200.5]) {
    const plan = planEncode(source({ seconds }))
    const chunks = plan.pieces.filter(({ renditions }) => renditions.includes('480p'))
    let next = 0
    for (const [index, { startFrame, endFrame }] of chunks.entries()) {
      t.equal(startFrame, next)
      t.equal(startFrame % plan.grid.segmentFrames, 0)
      t.equal(endFrame === plan.frames, index === chunks.length - 1)
      next = endFrame
      const length = endFrame - startFrame
      t.ok(length <= 1.5 * 60 * 24 + plan.grid.segmentFrames, `${seconds} s: ${length} frames`)
      t.ok(chunks.length === 1 || length >= 0.49 * 60 * 24, 'no tiny rest')
    }
    t.equal(plan.frames, Math.max(1, Math.round(seconds * 24)))
  }
})

t.test('all rungs are cut alike and each is made once', async (t) => {
  const { pieces, rungs } = planEncode(source({ seconds: 200 }))
  const cuts = (name: string) =>
    pieces.filter(({ renditions }) => renditions.includes(name)).map(({ startFrame }) => startFrame)
  for (const { name } of rungs) t.same(cuts(name), cuts('480p'), name)
  t.equal(new Set(pieces.map(({ name }) => name)).size, pieces.length, 'names are unique')
})

t.test('a film of one rung has no further pictures to make', async (t) => {
  const small = planEncode(source({ video: { width: 320, height: 180 } }))
  t.same(
    small.pieces.map(({ name }) => name),
    ['poster', 'audio', '180p/0', '180p/1', 'storyboard'],
  )
  t.equal(small.firstRung, '180p')
})

t.test('a film whose sizes are all large begins with the smallest', async (t) => {
  const square = planEncode(source({ video: { width: 500, height: 2000 } }))
  t.equal(square.firstRung, '480p')
})

t.test('a film without sound has just pictures', async (t) => {
  const { pieces } = planEncode(source({ audio: [] }))
  t.notOk(pieces.some(({ kind }) => kind === 'audio'))
})

t.test('the encoder stands in the plan; plans that say nothing of it mean libx264', async (t) => {
  t.equal(encoderOf(planEncode(source())), 'libx264')
  t.equal(encoderOf(planEncode(source(), undefined, 'h264_qsv')), 'h264_qsv')
  const { encoder, ...older } = planEncode(source())
  t.equal(encoder, 'libx264')
  t.equal(encoderOf(older), 'libx264')
})
