import t from 'tap'
import { WatchedSteps } from '../../../player/element/viewing/watched-steps.ts'

t.test('each ten seconds that were played are told once, in spans', (t) => {
  const steps = new WatchedSteps()
  t.same(steps.spans, [])
  steps.add(0, 0.25)
  t.same(steps.spans, [0, 1])
  steps.add(9.8, 10)
  t.same(steps.spans, [0, 1], 'the eleventh second is not played yet')
  steps.add(9.9, 10.1)
  t.same(steps.spans, [0, 2])
  steps.add(300, 301)
  steps.add(5, 6)
  t.same(steps.spans, [0, 2, 30, 31])
  steps.add(20, 21)
  t.same(steps.spans, [0, 3, 30, 31])
  steps.clear()
  t.same(steps.spans, [])
  t.end()
})

t.test('whoever jumps about is told of in a hundred spans', (t) => {
  const steps = new WatchedSteps()
  for (let step = 0; step < 300; step += 2) steps.add(step * 10, step * 10 + 1)
  t.equal(steps.spans.length, 200)
  t.end()
})
