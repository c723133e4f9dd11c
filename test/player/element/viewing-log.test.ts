import t from 'tap'
import { ViewingLog } from '../../../player/element/viewing/viewing-log.ts'

function setUp() {
  let now = 1000
  const log = new ViewingLog(() => now)
  const pass = (milliseconds: number) => {
    now += milliseconds
  }
  /** The picture moves from `from` to `to`, a sign of life every quarter of a second. */
  const play = (from: number, to: number) => {
    log.playing()
    for (let position = from; position <= to; position += 0.25) {
      log.moved(position)
      pass(250)
    }
  }
  return { log, pass, play }
}

t.test('before anything has happened there is nothing to report', (t) => {
  const { log } = setUp()
  log.rested()
  t.equal(log.viewing, null)
  t.end()
})

t.test('the first picture is waited for from the press on, however often one presses', (t) => {
  const { log, pass } = setUp()
  log.pressed()
  pass(300)
  log.pressed()
  t.match(log.viewing, { startUpMs: null, errorCode: null }, 'nothing is seen yet')
  pass(112)
  log.playing()
  pass(5000)
  log.playing()
  t.equal(log.viewing?.startUpMs, 412)
  t.end()
})

t.test('what was watched is counted, what was jumped over is not', (t) => {
  const { log, play } = setUp()
  log.pressed()
  play(0, 5)
  log.rested()
  play(60, 63)
  log.moved(90)
  log.moved(40)
  t.equal(log.viewing?.watchedSeconds, 8)
  t.same(log.viewing?.watched, [0, 1, 6, 7], 'in the first ten seconds and the seventh')
  t.end()
})

t.test('a picture that stands still is a stall until it moves or nobody waits any more', (t) => {
  const { log, pass, play } = setUp()
  log.pressed()
  log.stalled()
  pass(1000)
  play(0, 1)
  t.match(log.viewing, { stallCount: 0, stallMs: 0 }, 'waiting for the first picture is none')
  log.stalled()
  pass(400)
  log.stalled()
  pass(100)
  t.match(log.viewing, { stallCount: 1, stallMs: 500 }, 'one that still lasts is counted so far')
  log.playing()
  pass(9000)
  log.stalled()
  pass(30)
  log.rested()
  pass(9000)
  t.match(log.viewing, { stallCount: 2, stallMs: 530 })
  t.end()
})

t.test('an error is named in characters that the API takes', (t) => {
  const { log } = setUp()
  log.failed(`Not a code ${'x'.repeat(99)}`)
  t.match(log.viewing, { errorCode: /^Not_a_code_x{53}$/, startUpMs: null, watchedSeconds: 0 })
  t.end()
})

t.test('another session of the same viewing is counted from nothing', (t) => {
  const { log, pass, play } = setUp()
  log.pressed()
  pass(200)
  play(0, 4)
  log.stalled()
  pass(50)
  log.goOn()
  pass(70)
  const counted = { startUpMs: null, watchedSeconds: 0, stallCount: 0, stallMs: 70 }
  const rest = { ...counted, errorCode: null, watched: [] }
  t.same(log.viewing, rest)
  play(4, 6)
  t.match(log.viewing, { startUpMs: null, watchedSeconds: 2, watched: [0, 1] })
  t.end()
})
