import t from 'tap'
import { RunningEngine, type Screen } from '../../../player/element/engine/running-engine.ts'
import { settled } from './settled.ts'

/** A video element that keeps what it is told, and engines that note what becomes of them. */
function setUp() {
  const heard: string[] = []
  const video: Screen = {
    currentTime: 0,
    defaultPlaybackRate: 1,
    playbackRate: 1,
    muted: false,
    paused: true,
    readyState: 4,
    error: null,
    play: async () => {
      heard.push('video plays')
      throw new Error('not without a click')
    },
    pause: () => void heard.push('video pauses'),
  }
  const start = (name: string) => () => ({
    stop: () => void heard.push(`${name} stops`),
    destroy: () => void heard.push(`${name} goes`),
    select: (index: number) => void heard.push(`${name} plays quality ${index}`),
    hear: (index: number) => void heard.push(`${name} plays sound ${index}`),
  })
  return { running: new RunningEngine(video), video, start, heard }
}

t.test('who presses play before there is anything to play is not forgotten', async (t) => {
  const { running, start, heard } = setUp()
  running.play()
  t.same(heard, [])
  running.begin(0, start('hls'))
  t.same(heard, ['video plays'])
})

t.test('an engine that begins plays by itself only when it was asked to', async (t) => {
  const { running, start, heard } = setUp()
  running.begin(0, start('hls'))
  t.same(heard, [])
  running.play()
  t.same(heard, ['video plays'])
})

t.test('the next engine goes on at the same place and speed', async (t) => {
  const { running, video, start, heard } = setUp()
  running.begin(0, start('one'))
  Object.assign(video, { currentTime: 40, playbackRate: 1.5, paused: false })
  t.equal(running.leave(), 40)
  t.equal(running.exists, false)
  running.begin(0, start('two'))
  t.equal(video.defaultPlaybackRate, 1.5)
  t.same(heard, ['one goes', 'video plays'])
})

t.test(
  'a film that was paused stays so under the next engine, unless wanted otherwise',
  async (t) => {
    const { running, start, heard } = setUp()
    running.play()
    running.begin(0, start('one'))
    heard.length = 0
    running.leave()
    running.begin(0, start('two'))
    t.same(heard, ['one goes'])
    running.leave(true)
    running.begin(0, start('three'))
    t.same(heard, ['one goes', 'two goes', 'video plays'])
  },
)

t.test('what it is told reaches the engine that runs, and nobody once there is none', async (t) => {
  const { running, start, heard } = setUp()
  running.select(1)
  running.begin(0, start('hls'))
  running.select(2)
  running.stop()
  running.destroy()
  running.destroy()
  running.stop()
  t.same(heard, ['hls plays quality 2', 'hls stops', 'video pauses', 'hls goes', 'video pauses'])
})

t.test('one that failed before it had begun is followed by one with the same orders', async (t) => {
  const { running, video, start, heard } = setUp()
  running.play()
  Object.assign(video, { readyState: 0 })
  running.begin(60, start('one'))
  t.equal(running.position, 60)
  t.equal(running.leave(), 60, 'though the element stands at 0 and is paused')
  heard.length = 0
  running.begin(60, start('two'))
  t.same(heard, ['video plays'])
  Object.assign(video, { readyState: 1, currentTime: 61 })
  t.equal(running.leave(), 61)
})

t.test('one that fails while it plays is followed by one that plays', async (t) => {
  const { running, video, start, heard } = setUp()
  running.begin(0, start('one'))
  Object.assign(video, { currentTime: 7, paused: false })
  running.pressed()
  Object.assign(video, { paused: true, error: {} })
  running.pressed()
  t.equal(running.leave(), 7)
  running.begin(7, start('two'))
  t.same(heard, ['one goes', 'video plays'])
})

t.test('one that fails while it is paused is followed by one that waits', async (t) => {
  const { running, video, start, heard } = setUp()
  running.begin(0, start('one'))
  Object.assign(video, { paused: false })
  running.pressed()
  Object.assign(video, { paused: true })
  running.pressed()
  Object.assign(video, { error: {} })
  running.leave()
  running.begin(0, start('two'))
  t.same(heard, ['one goes'])
})

t.test('one that was stopped while it played is still wanted to play', async (t) => {
  const { running, video, start } = setUp()
  running.begin(0, start('one'))
  Object.assign(video, { paused: false })
  running.pressed()
  running.stop()
  Object.assign(video, { paused: true })
  running.pressed()
  t.equal(running.wantsPlay, true)
  running.begin(0, start('two'))
  running.pressed()
  t.equal(running.wantsPlay, false, 'and the next one hears the viewer again')
})

t.test('the next engine takes the place of one that still runs', async (t) => {
  const { running, start, heard } = setUp()
  running.begin(0, start('one'))
  running.begin(0, start('two'))
  running.select(1)
  t.same(heard, ['one goes', 'two plays quality 1'])
})

t.test('where silence does not let it begin either, the press that does has sound', async (t) => {
  const { video, start } = setUp()
  const silenced: boolean[] = []
  const running = new RunningEngine(video, () => {
    video.muted = true
  })
  video.play = () => {
    silenced.push(video.muted)
    return Promise.reject(new DOMException('Press something first.', 'NotAllowedError'))
  }
  running.play()
  running.begin(0, start('one'))
  await settled()
  t.same(silenced, [false, true])
  t.equal(video.muted, false)
})

t.test('pause is heard between two engines, and play again', async (t) => {
  const { running, video, start, heard } = setUp()
  running.begin(0, start('one'))
  Object.assign(video, { paused: false })
  running.leave()
  Object.assign(video, { paused: true, readyState: 0 })
  t.equal(running.press(), false, 'the other of the two, by what is wanted')
  heard.length = 0
  running.begin(0, start('two'))
  t.same(heard, [])
  running.leave()
  t.equal(running.press(true), true)
  heard.length = 0
  running.begin(0, start('three'))
  t.same(heard, ['video plays'])
})
