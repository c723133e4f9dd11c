import t from 'tap'
import { Refused, Unreachable } from '../../../player/element/source/problems.ts'
import { Progress } from '../../../player/element/viewing/progress.ts'
import { settled } from './settled.ts'

function setUp(failures: (Error | undefined)[] = []) {
  const saved: number[] = []
  const ways: string[] = []
  const by = (way: string) => async (seconds: number) => {
    saved.push(seconds)
    ways.push(way)
    const failure = failures[saved.length - 1]
    if (failure !== undefined) throw failure
  }
  const progress = new Progress({ keep: by('keep'), save: by('save') })
  /** Plays on for so many seconds of film, a sign of life every quarter. */
  const play = (from: number, seconds: number) => {
    for (let passed = 0; passed <= seconds; passed += 0.25) {
      progress.playing(from + passed)
    }
  }
  return { progress, saved, ways, play }
}

t.test('the position is saved every eight seconds of film', (t) => {
  const { saved, play } = setUp()
  play(100, 31.75)
  t.same(saved, [108, 116, 124])
  t.end()
})

t.test('what is said while the film plays goes another way than what is said as it stops', (t) => {
  const { progress, ways, play } = setUp()
  play(100, 17)
  progress.save(117)
  t.same(ways, ['keep', 'keep', 'save'])
  t.end()
})

t.test('a jump to and fro is saved from where it led', (t) => {
  const { saved, play } = setUp()
  play(100, 4)
  play(20, 9)
  t.same(saved, [20, 28])
  t.end()
})

t.test('a page that was only opened saves nothing', (t) => {
  const { progress, saved } = setUp()
  progress.save(0)
  t.same(saved, [])
  t.end()
})

t.test('a pause saves at once, and only once', (t) => {
  const { progress, saved, play } = setUp()
  play(0, 3)
  progress.save(3.1234)
  progress.save(3.1234)
  t.same(saved, [3.1])
  t.end()
})

t.test('what could not be saved is saved the next time', async (t) => {
  const { progress, saved, play } = setUp([new Unreachable(0)])
  play(0, 3)
  progress.save(3)
  await settled()
  progress.save(3)
  t.same(saved, [3, 3])
})

t.test('a stranger has nowhere to keep a position', async (t) => {
  const { progress, saved, play } = setUp([new Refused({ status: 401, code: 'SIGN_IN_REQUIRED' })])
  play(0, 3)
  progress.save(3)
  await settled()
  progress.save(4)
  play(4, 30)
  t.same(saved, [3])
})

t.test('a stranger’s position is told to nobody, however they stop', (t) => {
  const { progress, saved, play } = setUp()
  progress.isKept = false
  play(0, 20)
  progress.save(20)
  t.same(saved, [])
  t.end()
})
