import t from 'tap'
import type { VideoAccess, VideoStatus } from '../../../contract/studio.ts'
import { libraryWords } from '../../../contract/words/library.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { accessSummary } from '../../../player/studio/films/access-summary.ts'
import { isChanging, stateWords } from '../../../player/studio/films/video-state.ts'
import { titleOf, transferWords } from '../../../player/studio/uploads/transfer-words.ts'
import { aStudioVideo } from './videos.ts'

t.test('a transfer says how much, how fast and how long, as far as it knows', async (t) => {
  const figures = { sentBytes: 310e6, sizeBytes: 1.4e9, bytesPerSecond: 12e6, secondsLeft: 95 }
  t.equal(transferWords(figures), '310 MB of 1.4 GB, 12.0 MB a second, 2 min left')
  t.equal(transferWords({ ...figures, bytesPerSecond: 0, secondsLeft: null }), '310 MB of 1.4 GB')
})

t.test('one film is counted as one', async (t) => {
  t.equal(libraryWords('total', { count: 1 }), '1 film')
  t.equal(libraryWords('total', { count: 1200 }), '1,200 films')
})

t.test('a film is called after its file until someone knows better', async (t) => {
  for (const [name, title] of [
    ['the_salt-road.final.mp4', 'The salt road final'],
    ['Night Ferry.mov', 'Night Ferry'],
    ['.mp4', 'Untitled'],
    ['čaj.mkv', 'Čaj'],
    ['1984', '1984'],
  ] as const) {
    t.equal(titleOf(name), title)
  }
  t.ok(titleOf(`${'x'.repeat(500)}.mp4`).length <= 200)
})

t.test('every state of a film has words, and those that pass are asked for again', async (t) => {
  const expected: Record<VideoStatus, [label: string, changing: boolean]> = {
    draft: ['No file', false],
    uploading: ['Uploading', true],
    queued: ['Waiting', true],
    processing: ['Preparing 43 %', true],
    failed: ['Failed', false],
    ready: ['Ready', false],
  }
  for (const [status, [label, changing]] of Object.entries(expected)) {
    const video = aStudioVideo({ status: status as VideoStatus, progress: 0.439 })
    t.equal(stateWords(video).label, label)
    t.equal(isChanging(video), changing, status)
    t.match(stateWords(video).sentence, /^[A-Z].*\.$/)
  }
  t.equal(stateWords(aStudioVideo({ published: true })).label, 'Published')
  t.match(stateWords(aStudioVideo({ published: true, forNobody: true })), {
    ...{ label: 'Published', tone: 'urgent', sentence: /^Nobody could watch this/ },
  })
  const failure = 'This file holds no picture.'
  t.equal(stateWords(aStudioVideo({ status: 'failed', failure })).sentence, failure)
})

t.test('who may watch is said in a few words', async (t) => {
  const { access } = aStudioVideo()
  const rent = { amount: 399, currency: 'usd' }
  const said = (changes: Partial<VideoAccess>, forNobody = false) =>
    accessSummary({ access: { ...access, ...changes }, forNobody })
  t.equal(said({}, true), studioWords('forNobody'))
  t.equal(said({}), studioWords('byOthers'), 'it is in a collection or bundle that is sold')
  t.equal(said({ free: true, planIds: ['a'] }), studioWords('forEveryone'))
  t.equal(said({ planIds: ['a'], rent }), 'Members, rent $3.99')
  t.equal(said({ rent, buy: { ...rent, amount: 1000 } }), 'Rent $3.99, buy $10')
})
