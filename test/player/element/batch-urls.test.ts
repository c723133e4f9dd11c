import t, { type Test } from 'tap'
import type { SegmentUrls } from '../../../contract/playback.ts'
import { BatchUrls } from '../../../player/element/source/batch-urls.ts'
import { Refused, Unreachable } from '../../../player/element/source/problems.ts'
import { settled } from './settled.ts'

interface Asked {
  rendition: string
  from: number
  count: number
  answer: (batch?: Partial<SegmentUrls>) => void
  fail: (error: Error) => void
}

/** A cache over an API that answers when the test says so, on a clock that the test turns. */
function setUp({ ttl = 60, segments = 100, manual = false, end = Number.POSITIVE_INFINITY } = {}) {
  const asked: Asked[] = []
  const waits: { milliseconds: number; resume: () => void }[] = []
  let now = 1_000_000
  let signature = 0
  const urls = new BatchUrls({
    now: () => now,
    endOf: () => end,
    wait: (milliseconds) =>
      new Promise((resume) => {
        waits.push({ milliseconds, resume })
      }),
    ask: (rendition, from, count) =>
      new Promise((resolve, reject) => {
        signature++
        const there = Math.max(0, Math.min(count, segments - from))
        const batch = {
          initUrl: `${rendition}/init?${signature}`,
          from,
          urls: Array.from({ length: there }, (_, i) => `${rendition}/${from + i}?${signature}`),
          expiresInSeconds: ttl,
        }
        const answer = (changes: Partial<SegmentUrls> = {}) => resolve({ ...batch, ...changes })
        asked.push({ rendition, from, count, answer, fail: reject })
        if (!manual) answer()
      }),
  })
  const pass = (seconds: number) => {
    now += seconds * 1000
  }
  const asks = () => asked.map(({ rendition, from, count }) => `${rendition} ${from}+${count}`)
  return { urls, asked, asks, waits, pass, clock: () => now }
}

async function play(t: Test, urls: BatchUrls, from: number, to: number) {
  for (let index = from; index < to; index++) {
    t.match(await urls.segment('720p', index), new RegExp(`^720p/${index}\\?`))
  }
}

t.test('the URLs that open a session are used without asking', async (t) => {
  const { urls, asks, clock } = setUp()
  const batch = { initUrl: 'i', from: 5, urls: ['a', 'b', 'c', 'd'], expiresInSeconds: 60 }
  urls.add('720p', batch, clock())
  t.equal(await urls.init('720p'), 'i')
  t.equal(await urls.segment('720p', 5), 'a')
  t.same(asks(), [], 'the first frame needed no batch request')
})

t.test('a film played through asks for each segment once, ahead of need', async (t) => {
  const { urls, asks } = setUp({ segments: 20 })
  await play(t, urls, 0, 20)
  t.same(asks(), ['720p 0+8', '720p 8+8', '720p 16+8'])
})

t.test('play never waits for the next batch while the API answers', async (t) => {
  const { urls, asked, asks } = setUp({ manual: true })
  const first = urls.segment('720p', 0)
  asked[0]?.answer()
  await first
  for (const index of [1, 2, 3, 4, 5]) await urls.segment('720p', index)
  t.same(asks(), ['720p 0+8', '720p 8+8'], 'asked while two good URLs were left')
  await urls.segment('720p', 6)
  await urls.segment('720p', 7)
  t.equal(asked.length, 2, 'and only once')
})

t.test(
  'a film whose last batch was full is asked beyond its end once, and not again',
  async (t) => {
    const { urls, asks, asked } = setUp({ segments: 16, manual: true })
    for (let index = 0; index < 16; index++) {
      const wanted = urls.segment('720p', index)
      for (const ask of asked) {
        if (ask.from < 16) ask.answer()
        else ask.fail(new Refused({ status: 404, code: 'NOT_FOUND' }))
      }
      await wanted
      await settled()
    }
    t.same(asks(), ['720p 0+8', '720p 8+8', '720p 16+8'])
  },
)

t.test('once the playlist was read nothing is asked beyond its end', async (t) => {
  const { urls, asks, clock } = setUp({ segments: 16, end: 16 })
  const [from, expiresInSeconds] = [13, 60]
  urls.add('720p', { initUrl: 'i', from, urls: ['a', 'b', 'c'], expiresInSeconds }, clock())
  for (const index of [13, 14, 15]) await urls.segment('720p', index)
  t.same(asks(), [], 'what came with the session is all there is')
  await urls.segment('720p', 0)
  await play(t, urls, 1, 16)
  t.same(asks(), ['720p 0+3', '720p 3+8', '720p 11+8'])
})

t.test('where URLs live for a few seconds only, few are asked for at once', async (t) => {
  const { urls, asks } = setUp({ ttl: 10, manual: false })
  await play(t, urls, 0, 6)
  t.same(asks(), ['720p 0+8', '720p 8+3'])
})

t.test('nothing is asked beyond the last segment', async (t) => {
  const { urls, asks } = setUp({ segments: 10 })
  await play(t, urls, 0, 10)
  t.same(asks(), ['720p 0+8', '720p 8+8'])
})

t.test('those who want the same segments share one request', async (t) => {
  const { urls, asked, asks } = setUp({ manual: true })
  const wanted = Promise.all([
    urls.init('720p'),
    urls.segment('720p', 3),
    urls.segment('720p', 3),
    urls.segment('720p', 4),
  ])
  await settled()
  t.same(asks(), ['720p 3+8'])
  asked[0]?.answer()
  t.same(await wanted, ['720p/init?1', '720p/3?1', '720p/3?1', '720p/4?1'])
})

t.test('renditions are kept apart', async (t) => {
  const { urls, asks } = setUp()
  t.equal(await urls.segment('720p', 0), '720p/0?1')
  t.equal(await urls.segment('audio', 0), 'audio/0?2')
  t.same(asks(), ['720p 0+8', 'audio 0+8'])
})

t.test('a URL is renewed before it expires', async (t) => {
  const { urls, pass } = setUp({ ttl: 60 })
  t.equal(await urls.segment('720p', 0), '720p/0?1')
  pass(54.9)
  t.equal(await urls.segment('720p', 0), '720p/0?1', 'good until five seconds before its end')
  pass(0.1)
  t.match(await urls.segment('720p', 0), /\?[^1]/, 'then asked for again')
})

t.test('a short life keeps a margin of a quarter', async (t) => {
  const { urls, pass } = setUp({ ttl: 4 })
  await urls.segment('720p', 0)
  pass(2.9)
  t.equal(await urls.segment('720p', 0), '720p/0?1')
  pass(0.1)
  t.not(await urls.segment('720p', 0), '720p/0?1')
})

t.test('life is counted from when the URL was asked for, not from when it came', async (t) => {
  const { urls, asked, pass } = setUp({ manual: true })
  const slow = urls.segment('720p', 0)
  pass(30)
  asked[0]?.answer()
  await slow
  pass(25)
  urls.segment('720p', 0).catch(() => undefined)
  t.equal(asked.filter(({ from }) => from === 0).length, 2)
})

t.test(
  'a URL that arrives expired is still handed out rather than asked for without end',
  async (t) => {
    const { urls, asked, pass } = setUp({ manual: true })
    const slow = urls.segment('720p', 0)
    pass(120)
    asked[0]?.answer()
    t.equal(await slow, '720p/0?1')
  },
)

t.test('an hour of pause costs one request when play goes on', async (t) => {
  const { urls, asks, pass } = setUp()
  await play(t, urls, 0, 3)
  pass(3600)
  await play(t, urls, 3, 4)
  t.same(asks().slice(-1), ['720p 3+8'])
  t.match(await urls.segment('720p', 4), /\?2$/)
})

t.test('a refused URL is forgotten and a new one fetched', async (t) => {
  const { urls } = setUp()
  const refused = await urls.segment('720p', 0)
  urls.forget(refused)
  t.not(await urls.segment('720p', 0), refused)
})

t.test('forgetting an old URL leaves its successor alone', async (t) => {
  const { urls, asked } = setUp()
  const old = await urls.segment('720p', 0)
  urls.forget(old)
  const renewed = await urls.segment('720p', 0)
  const requests = asked.length
  urls.forget(old)
  t.equal(await urls.segment('720p', 0), renewed)
  t.equal(asked.length, requests)
})

t.test('a young URL that is refused is replaced once, and kept then for a while', async (t) => {
  const { urls, asked, pass } = setUp()
  urls.forget(await urls.segment('720p', 0))
  const young = await urls.segment('720p', 0)
  const requests = asked.length
  urls.forget(young)
  urls.forget(await urls.init('720p'))
  urls.forget(await urls.segment('720p', 1))
  t.equal(await urls.segment('720p', 0), young)
  t.equal(asked.length, requests, 'nothing was asked for')
  pass(10)
  urls.forget(young)
  t.not(await urls.segment('720p', 0), young, 'by now it is no longer young')
})

t.test(
  'where a newer URL is served, all that are as old as the refused one are dropped',
  async (t) => {
    const { urls, pass } = setUp()
    const sound = await urls.segment('audio', 0)
    const picture = await urls.segment('720p', 0)
    pass(1)
    urls.forget(picture)
    urls.forget(sound)
    t.equal(await urls.segment('audio', 0), sound, 'one at a time, in case it is not their age')
    const renewed = await urls.segment('720p', 0)
    urls.renewalHelped()
    t.not(await urls.segment('audio', 0), sound)
    t.equal(await urls.segment('720p', 0), renewed, 'what is newer stays')
  },
)

t.test('after half a minute a young one is replaced again', async (t) => {
  const { urls, pass } = setUp()
  const first = await urls.segment('720p', 0)
  urls.forget(first)
  pass(30)
  pass(30)
  const second = await urls.segment('720p', 0)
  t.not(second, first)
  urls.forget(second)
  t.not(await urls.segment('720p', 0), second)
})

t.test('a refused initialization segment is fetched anew', async (t) => {
  const { urls } = setUp()
  const refused = await urls.init('720p')
  urls.forget(refused)
  t.not(await urls.init('720p'), refused)
})

t.test('a failed request is heard by all who waited, and the next one asks anew', async (t) => {
  const { urls, asked } = setUp({ manual: true })
  const wanted = [urls.segment('720p', 0), urls.segment('720p', 1)]
  asked[0]?.fail(new Error('signer down'))
  for (const one of wanted) await t.rejects(one, { message: 'signer down' })
  const again = urls.segment('720p', 1)
  asked[1]?.answer()
  t.equal(await again, '720p/1?2')
})

t.test('trouble while reading ahead disturbs nobody', async (t) => {
  const { urls, asked } = setUp({ manual: true })
  const first = urls.segment('720p', 0)
  asked[0]?.answer({ urls: ['a', 'b'] })
  t.equal(await first, 'a')
  t.equal(asked.length, 1, 'a short answer marks the end')
  urls.clear()
  const next = urls.segment('720p', 5)
  asked[1]?.answer({ urls: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] })
  await next
  for (const index of [6, 7, 8, 9, 10]) await urls.segment('720p', index)
  asked[2]?.fail(new Error('signer down'))
  await settled()
  t.equal(await urls.segment('720p', 11), 'g')
})

t.test('a seek asks for little until play goes on from there', async (t) => {
  const { urls, asks } = setUp()
  await play(t, urls, 0, 1)
  await urls.segment('720p', 50)
  t.same(asks(), ['720p 0+8', '720p 50+3'])
  await urls.segment('720p', 51)
  t.same(asks(), ['720p 0+8', '720p 50+3', '720p 53+8'])
})

t.test('a storm of seeks asks for its first and its last place only', async (t) => {
  const { urls, asks, waits, pass } = setUp()
  await play(t, urls, 0, 1)
  const seeks: Promise<string>[] = []
  for (const index of [90, 80, 70, 60, 50, 40]) {
    seeks.push(urls.segment('720p', index))
    pass(0.05)
  }
  for (const { milliseconds, resume } of waits) {
    t.ok(milliseconds <= 250)
    resume()
  }
  const ended = await Promise.allSettled(seeks)
  t.same(
    ended.map(({ status }) => status),
    ['fulfilled', 'rejected', 'rejected', 'rejected', 'rejected', 'fulfilled'],
  )
  t.same(asks(), ['720p 0+8', '720p 90+3', '720p 40+3'])
})

t.test('a seek back to what was just played asks for nothing while its URL is good', async (t) => {
  const { urls, asked } = setUp()
  await play(t, urls, 0, 4)
  const before = asked.length
  await urls.segment('720p', 1)
  t.equal(asked.length, before)
})

t.test('the beginning of a rendition is asked for where play is', async (t) => {
  const { urls, asks } = setUp()
  await play(t, urls, 30, 31)
  await urls.init('360p')
  t.same(asks(), ['720p 30+8', '360p 30+3'])
})

t.test('after a new session begins, answers to the old one are not kept', async (t) => {
  const { urls, asked } = setUp({ manual: true })
  const old = urls.segment('720p', 0)
  urls.clear()
  asked[0]?.answer()
  await old
  const current = urls.segment('720p', 0)
  asked[1]?.answer()
  t.equal(await current, '720p/0?2')
})

t.test('an answer without the wanted segment is an error that names it', async (t) => {
  const { urls } = setUp({ segments: 3 })
  await t.rejects(urls.segment('720p', 7), { message: /segment 7 of 720p/ })
})

t.test('expired URLs do not pile up over a long film', async (t) => {
  const { urls, pass, asked } = setUp({ segments: 3000 })
  for (let index = 0; index < 2700; index++) {
    await urls.segment('720p', index)
    pass(4)
  }
  t.ok(asked.length <= 2700 / 4, `${asked.length} requests for three hours`)
})

t.test('told to wait by the batch ahead, what is needed next waits too', async (t) => {
  const { urls, asked, asks, waits, pass } = setUp({ manual: true })
  const first = urls.segment('720p', 0)
  asked[0]?.answer({ urls: ['a', 'b'] })
  await first
  await settled()
  t.same(asks(), ['720p 0+8'], 'an answer of fewer than were asked for is the end of the film')

  const other = urls.segment('audio', 0)
  asked[1]?.answer()
  await other
  for (let index = 1; index < 6; index++) await urls.segment('audio', index)
  t.same(asks().slice(1), ['audio 0+8', 'audio 8+8'])
  asked[2]?.fail(new Unreachable(429, 2000))
  await settled()
  pass(0.5)
  const elsewhere = urls.segment('360p', 6)
  await settled()
  t.equal(asked.length, 3, 'the API is left alone, also for what is needed at once')
  t.same(
    waits.map(({ milliseconds }) => milliseconds),
    [1500],
  )
  pass(1.5)
  waits[0]?.resume()
  await settled()
  t.equal(asks()[3], '360p 6+8')
  asked[3]?.answer()
  t.match(await elsewhere, /^360p\/6/)
})
