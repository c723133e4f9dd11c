import t from 'tap'
import type { PlaybackExtras } from '../../../contract/playback.ts'
import { Extras } from '../../../player/element/source/extras.ts'

const named = (extras: string): PlaybackExtras => ({ extras, captions: [], storyboardUrl: null })

function setUp() {
  const asked: { token: string; answer: (extras: PlaybackExtras | Error) => void }[] = []
  const changed: string[] = []
  const extras = new Extras({
    read: (token) =>
      new Promise((resolve, reject) => {
        const answer = (found: PlaybackExtras | Error) =>
          found instanceof Error ? reject(found) : resolve(found)
        asked.push({ token, answer })
      }),
    onChanged: ({ extras }) => changed.push(extras),
  })
  extras.use(named('first'))
  return { extras, asked, changed }
}

t.test('while nothing changes nothing is asked; a server from before says nothing', async (t) => {
  const { extras, asked } = setUp()
  await extras.seen('first', 't1')
  await extras.seen(undefined, 't1')
  t.same(asked, [])
})

t.test('a change is asked for once, however many batches tell of it', async (t) => {
  const { extras, asked, changed } = setUp()
  const seen = [extras.seen('second', 't1'), extras.seen('second', 't1')]
  asked[0]?.answer(named('second'))
  await Promise.all(seen)
  await extras.seen('second', 't1')
  t.equal(asked.length, 1)
  t.same(changed, ['second'])
})

t.test('what could not be fetched is asked for again at the next batch', async (t) => {
  const { extras, asked, changed } = setUp()
  const lost = extras.seen('second', 't1')
  asked[0]?.answer(new Error('no line'))
  await lost
  t.same(changed, [])
  const again = extras.seen('second', 't1')
  asked[1]?.answer(named('second'))
  await again
  t.same(changed, ['second'])
})

t.test('a new session brings its own: an answer under the old one comes too late', async (t) => {
  const { extras, asked, changed } = setUp()
  const late = extras.seen('second', 't1')
  extras.use(named('third'))
  asked[0]?.answer(named('second'))
  await late
  t.same(changed, [])
})
