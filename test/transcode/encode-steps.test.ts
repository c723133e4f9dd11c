import t from 'tap'
import { type PieceFacts, secondsLeft, stepsOf } from '../../server/transcode/queue/encode-steps.ts'

const piece = (more: Partial<PieceFacts> = {}): PieceFacts => ({
  ...{ kind: 'video', renditions: ['480p'], weight: 1, progress: 0, attempts: 0, finished: false },
  ...more,
})
const look = { kind: 'look', renditions: [], progress: 1, state: 'done' }

t.test('before there is a plan, all that is known is whether someone looks', async (t) => {
  t.same(stepsOf(false, null), [{ ...look, progress: 0, state: 'waiting' }])
  t.same(stepsOf(true, null), [{ ...look, progress: 0, state: 'running' }])
})

t.test('chunks of the same renditions are one step, as far as their weights say', async (t) => {
  const steps = stepsOf(true, [
    piece({ kind: 'poster', renditions: [], attempts: 1, finished: true }),
    piece({ weight: 3, attempts: 1, progress: 0.2, finished: true }),
    piece({ weight: 1, attempts: 1, progress: 0.5 }),
    piece({ renditions: ['1080p', '720p'] }),
  ])
  t.same(steps, [
    look,
    { kind: 'poster', renditions: [], progress: 1, state: 'done' },
    { kind: 'video', renditions: ['480p'], progress: 0.875, state: 'running' },
    { kind: 'video', renditions: ['1080p', '720p'], progress: 0, state: 'waiting' },
  ])
})

const guesses: [elapsed: number, progress: number, left: number | null][] = [
  [60, 0.25, 180],
  [60, 0.5, 60],
  [60, 1, 0],
  [4.9, 0.5, null],
  [5, 0.5, 5],
  [60, 0.019, null],
  [60, 0.02, 2940],
  [0, 0, null],
]
for (const [elapsed, progress, left] of guesses) {
  t.test(`${progress} done after ${elapsed} s leaves ${left} s`, async (t) => {
    t.equal(secondsLeft(elapsed, [piece({ progress })]), left)
  })
}

t.test('an encode without pieces has nothing to tell', async (t) => {
  t.equal(secondsLeft(60, []), null)
})
