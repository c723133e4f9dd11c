import t from 'tap'
import { Playlists } from '../../../player/element/source/playlists.ts'
import { Unreachable } from '../../../player/element/source/problems.ts'

const never = new AbortController().signal

/** Playlists of an API that answers with the text in `answers` under the token `t2`. */
function setUp() {
  const asked: string[] = []
  const answers: Record<string, string | Error> = {
    '/play/t2/main.m3u8': 'first encode',
    '/play/t2/360p/index.m3u8': 'segments',
  }
  const playlists = new Playlists({
    session: { withToken: (use) => use('t2') },
    text: async (url) => {
      asked.push(url)
      const answer = answers[url] ?? new Unreachable(404)
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  return { playlists, asked, answers }
}

t.test('a playlist is read under the session that is current', async (t) => {
  const { playlists, asked } = setUp()
  t.equal(await playlists.read('/play/t1/360p/index.m3u8'), 'segments')
  t.same(asked, ['/play/t2/360p/index.m3u8'])
})

t.test('the same master playlist under a new session is the same film', async (t) => {
  const { playlists, answers } = setUp()
  await playlists.read('/play/t1/main.m3u8')
  answers['/play/t3/main.m3u8'] = 'first encode'
  t.equal(await playlists.areOld('/play/t3/main.m3u8', never), false)
})

t.test('another master playlist means that the film was encoded anew', async (t) => {
  const { playlists, answers } = setUp()
  await playlists.read('/play/t1/main.m3u8')
  answers['/play/t3/main.m3u8'] = 'second encode'
  t.equal(await playlists.areOld('/play/t3/main.m3u8', never), true)
})

t.test('a master playlist that cannot be fetched does not interrupt the film', async (t) => {
  const { playlists, answers } = setUp()
  await playlists.read('/play/t1/main.m3u8')
  answers['/play/t3/main.m3u8'] = new Unreachable(0)
  t.equal(await playlists.areOld('/play/t3/main.m3u8', never), false)
})

t.test('where none was read there is none to be old, and nothing is asked', async (t) => {
  const { playlists, asked } = setUp()
  await playlists.read('/play/t1/360p/index.m3u8')
  t.equal(await playlists.areOld('/play/t3/main.m3u8', never), false)
  t.equal(asked.length, 1)
})

t.test('captions that were added make no other film of it', async (t) => {
  const { playlists, answers } = setUp()
  const stream = '#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="audio"'
  answers['/play/t2/main.m3u8'] = `#EXTM3U\n${stream}\n360p/index.m3u8\n`
  await playlists.read('/play/t1/main.m3u8')
  const captions = '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",URI="captions-de/index.m3u8"'
  answers['/play/t3/main.m3u8'] =
    `#EXTM3U\n${captions}\n${stream},SUBTITLES="captions"\n360p/index.m3u8\n`
  t.equal(await playlists.areOld('/play/t3/main.m3u8', never), false)
  answers['/play/t3/main.m3u8'] += `${stream}\n720p/index.m3u8\n`
  t.equal(await playlists.areOld('/play/t3/main.m3u8', never), true)
})

t.test('a rendition ends with its playlist, and before what is beyond the preview', async (t) => {
  const { playlists, answers } = setUp()
  t.equal(
    playlists.endOf('360p', () => false),
    Number.POSITIVE_INFINITY,
    'not read yet',
  )
  answers['/play/t2/360p/index.m3u8'] = '#EXTM3U\n#EXTINF:4.0,\n0.m4s\n#EXTINF:2.5,\n1.m4s\n'
  await playlists.read('/play/t1/360p/index.m3u8')
  t.equal(
    playlists.endOf('360p', () => false),
    2,
  )
  t.equal(
    playlists.endOf('360p', ({ start }) => start >= 4),
    1,
  )
  t.equal(
    playlists.endOf('audio', () => false),
    Number.POSITIVE_INFINITY,
  )
})
