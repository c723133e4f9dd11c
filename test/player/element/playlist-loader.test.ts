import type { PlaylistLoaderContext } from 'hls.js'
import t from 'tap'
import { playlistLoader } from '../../../player/element/source/playlist-loader.ts'
import { type Problem, Refused, Unreachable } from '../../../player/element/source/problems.ts'
import { Retries } from '../../../player/element/source/retries.ts'
import { settled } from './settled.ts'

/** A loader over an API that fails with these in turn and then answers. */
function setUp(...failures: Error[]) {
  const read: string[] = []
  const refused: Problem[] = []
  const Loader = playlistLoader({
    read: async (url) => {
      read.push(url)
      const failure = failures[read.length - 1]
      if (failure !== undefined) throw failure
      return '#EXTM3U'
    },
    retries: new Retries({
      wait: async () => undefined,
      random: () => 0,
      onTrouble: () => undefined,
    }),
    now: () => read.length * 100,
    onRefused: (problem) => refused.push(problem),
  })
  const loader = new Loader({} as never)
  const heard: unknown[] = []
  const url = 'https://films.example/play/T/main.m3u8'
  const begin = () =>
    loader.load({ url } as PlaylistLoaderContext, {} as never, {
      onSuccess: ({ data, url: at }) => heard.push({ data, at }),
      onError: ({ code }) => heard.push({ code }),
      onAbort: () => heard.push('aborted'),
      onTimeout: () => heard.push('timeout'),
    })
  return { loader, begin, heard, read, refused, url }
}

t.test('a playlist is read and handed over under its own address', async (t) => {
  const { loader, begin, heard, url } = setUp()
  begin()
  await settled()
  t.same(heard, [{ data: '#EXTM3U', at: url }])
  t.equal(loader.stats.loaded, 7)
  t.ok(loader.stats.loading.end >= loader.stats.loading.start)
})

t.test('trouble is waited out', async (t) => {
  const { begin, heard, read } = setUp(new Unreachable(503), new Unreachable(0))
  begin()
  await settled()
  t.equal(read.length, 3)
  t.equal(heard.length, 1)
})

t.test('a refusal goes to the player, not to hls.js', async (t) => {
  const { begin, heard, refused } = setUp(new Refused({ status: 410, code: 'PLAYBACK_ENDED' }))
  begin()
  await settled()
  t.match(refused, [{ status: 410 }])
  t.same(heard, [])
})

t.test('an abort is told once', async (t) => {
  const { loader, begin, heard } = setUp()
  begin()
  loader.abort()
  loader.abort()
  await settled()
  t.same(heard, ['aborted'])
})

t.test('a destroyed loader says nothing', async (t) => {
  const { loader, begin, heard } = setUp()
  begin()
  loader.destroy()
  await settled()
  t.same(heard, [])
})
