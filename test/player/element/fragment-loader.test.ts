import type { FragmentLoaderContext, Loader, LoaderStats } from 'hls.js'
import t from 'tap'
import { fragmentLoader } from '../../../player/element/source/fragment-loader.ts'
import { type Problem, Refused, Unreachable } from '../../../player/element/source/problems.ts'
import { Retries } from '../../../player/element/source/retries.ts'
import { settled } from './settled.ts'

type Answer = number | 'lost' | 'a page' | Promise<never>

/** A segment of one empty box. */
function segment(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(1000)
  new DataView(bytes.buffer).setUint32(0, bytes.length)
  bytes.set(new TextEncoder().encode('styp'), 4)
  return bytes
}

interface Heard {
  success?: ArrayBuffer
  error?: number
  aborted?: boolean
  stats?: LoaderStats
}

/** A loader over a signer and a bucket that give these answers in turn; the last one stays. */
function setUp(
  bucket: Answer[] = [200],
  signer: (Error | undefined)[] = [],
  renews = true,
  early?: { sentAt: number; bandwidth: number | undefined },
) {
  const fetched: string[] = []
  const forgotten: string[] = []
  const refused: [Problem, number | undefined][] = []
  let now = 5000
  let signed = 0
  const sign = async (what: string) => {
    const error = signer[signed++]
    if (error !== undefined) throw error
    return `https://bucket.example/${what}?${renews ? signed : 1}`
  }
  const fetch = async (url: string) => {
    fetched.push(url)
    now += 100
    const answer = bucket[Math.min(fetched.length, bucket.length) - 1] ?? 200
    if (answer === 'lost') throw new TypeError('Failed to fetch')
    if (answer === 'a page') return new Response('<!doctype html>')
    if (typeof answer !== 'number') return answer
    return new Response(answer === 200 ? segment() : null, { status: answer })
  }
  const waits: number[] = []
  const Loader = fragmentLoader({
    urls: {
      segment: (rendition, index) => sign(`${rendition}/${index}`),
      init: (rendition) => sign(`${rendition}/init`),
      forget: (url) => void forgotten.push(url),
      renewalHelped: () => undefined,
    },
    retries: new Retries({
      wait: async (milliseconds) => {
        waits.push(milliseconds)
        now += milliseconds
      },
      random: () => 0,
      onTrouble: () => undefined,
    }),
    fetch: fetch as typeof globalThis.fetch,
    ...(early && { early: { sentAt: () => early.sentAt, bandwidth: () => early.bandwidth } }),
    now: () => now,
    onRefused: (problem, startSeconds) => refused.push([problem, startSeconds]),
  })
  return { Loader, fetched, forgotten, refused, waits }
}

const context = (sn: number | 'initSegment' = 4) =>
  ({
    url: 'https://films.example/play/T/720p/4.m4s',
    frag: { sn, baseurl: 'https://films.example/play/T/720p/index.m3u8', start: 16 },
  }) as unknown as FragmentLoaderContext

function load(loader: Loader<FragmentLoaderContext>, what = context()) {
  const heard: Heard = {}
  const done = new Promise<void>((resolve) => {
    const end = (ending: Heard) => {
      Object.assign(heard, ending)
      resolve()
    }
    loader.load(what, {} as never, {
      onSuccess: (response, stats) => end({ success: response.data as ArrayBuffer, stats }),
      onError: (error) => end({ error: error.code }),
      onAbort: () => end({ aborted: true }),
      onTimeout: () => end({ error: -1 }),
    })
  })
  return { heard, done }
}

t.test(
  'a segment is fetched under the URL signed for it, whatever the playlist says',
  async (t) => {
    const { Loader, fetched } = setUp()
    const { heard, done } = load(new Loader({} as never))
    await done
    t.equal(heard.success?.byteLength, 1000)
    t.same(fetched, ['https://bucket.example/720p/4?1'])
  },
)

t.test('so is an initialization segment', async (t) => {
  const { Loader, fetched } = setUp()
  await load(new Loader({} as never), context('initSegment')).done
  t.same(fetched, ['https://bucket.example/720p/init?1'])
})

t.test('what was on its way before it was asked for is not taken for a fast line', async (t) => {
  const taken = async (early: { sentAt: number; bandwidth: number | undefined }) => {
    const { Loader } = setUp([200], [], true, early)
    const { heard, done } = load(new Loader({} as never))
    await done
    const { start = 0, first = 0, end = 0 } = heard.stats?.loading ?? {}
    t.ok(start <= first && first <= end)
    return end - start
  }
  t.equal(await taken({ sentAt: 0, bandwidth: 8000 }), 1000, 'a thousand bytes at 8 kb/s')
  t.equal(await taken({ sentAt: 4600, bandwidth: 8000 }), 500, 'no longer than since it was sent')
  t.equal(await taken({ sentAt: 0, bandwidth: 8e9 }), 100, 'as long as it was read')
  t.equal(await taken({ sentAt: 0, bandwidth: undefined }), 100)
})

t.test('the figures for the choice of quality leave out waits and failed attempts', async (t) => {
  const { Loader } = setUp([503, 200])
  const { heard, done } = load(new Loader({} as never))
  await done
  const { loading, loaded, total, bwEstimate, aborted } = heard.stats ?? {}
  t.same([loaded, total, aborted], [1000, 1000, false])
  t.equal((loading?.end ?? 0) - (loading?.start ?? 0), 100, 'the last request alone')
  t.ok((loading?.first ?? 0) >= (loading?.start ?? 0))
  t.type(bwEstimate, 'number')
})

for (const answer of [403, 'lost', 'a page'] as const) {
  t.test(`${answer}: the URL is forgotten and a new one tried at once`, async (t) => {
    const { Loader, fetched, forgotten, waits } = setUp([answer, 200])
    const { heard, done } = load(new Loader({} as never))
    await done
    t.ok(heard.success)
    t.equal(fetched.length, 2)
    t.same(forgotten, ['https://bucket.example/720p/4?1'])
    t.same(waits, [])
    t.equal(heard.stats?.retry, 1)
  })

  t.test(`${answer} under the new URL as well: then it waits`, async (t) => {
    const { Loader, forgotten, waits } = setUp([answer, answer, 200])
    const { heard, done } = load(new Loader({} as never))
    await done
    t.ok(heard.success)
    t.equal(forgotten.length, 2)
    t.same(waits, [500])
  })
}

t.test('where there is no better URL it waits before it tries the same again', async (t) => {
  const { Loader, fetched, waits } = setUp([403, 403, 200], [], false)
  const { heard, done } = load(new Loader({} as never))
  await done
  t.ok(heard.success)
  t.same(waits, [500, 1000])
  t.equal(fetched.length, 3)
})

for (const status of [500, 503, 429]) {
  t.test(`${status}: it waits and keeps its URL`, async (t) => {
    const { Loader, forgotten, waits } = setUp([status, status, status, 200])
    const { heard, done } = load(new Loader({} as never))
    await done
    t.ok(heard.success)
    t.same(forgotten, [])
    t.same(waits, [500, 1000, 2000])
  })
}

t.test('a signer in trouble is waited for', async (t) => {
  const down = new Unreachable(503)
  const { Loader, waits } = setUp([200], [down, down, down])
  const { heard, done } = load(new Loader({} as never))
  await done
  t.ok(heard.success)
  t.same(waits, [500, 1000, 2000])
})

for (const status of [403, 404]) {
  t.test(`a segment that is ${status} under every URL is reported missing`, async (t) => {
    const { Loader } = setUp([status])
    const { heard, done } = load(new Loader({} as never))
    await done
    t.equal(heard.error, status)
  })
}

t.test('a refusal is told once, and hls.js hears nothing', async (t) => {
  const no = new Refused({ status: 402, code: 'PAYMENT_REQUIRED' })
  const { Loader, refused } = setUp([200], [no, no])
  const first = load(new Loader({} as never))
  const second = load(new Loader({} as never), context('initSegment'))
  await settled()
  t.match(refused, [
    [{ status: 402 }, 16],
    [{ status: 402 }, undefined],
  ])
  t.same([first.heard, second.heard], [{}, {}])
})

t.test('a refused load can be aborted, as a seek does', async (t) => {
  const no = new Refused({ status: 402, code: 'PAYMENT_REQUIRED' })
  const { Loader } = setUp([200], [no])
  const loader = new Loader({} as never)
  const { heard } = load(loader)
  await settled()
  loader.abort()
  t.match(heard, { aborted: true })
})

t.test('an abort is told once, and nothing after it', async (t) => {
  const { Loader, fetched } = setUp()
  const loader = new Loader({} as never)
  const { heard } = load(loader)
  loader.abort()
  loader.abort()
  await settled()
  t.same(heard, { aborted: true })
  t.ok(loader.stats.aborted)
  t.same(fetched, [], 'and nothing was fetched')
})

t.test('a destroyed loader says nothing', async (t) => {
  const { Loader } = setUp()
  const loader = new Loader({} as never)
  const { heard } = load(loader)
  loader.destroy()
  await settled()
  t.same(heard, {})
  t.equal(loader.context, null)
})

t.test('an abort after the end changes nothing', async (t) => {
  const { Loader } = setUp()
  const loader = new Loader({} as never)
  const { heard, done } = load(loader)
  await done
  loader.abort()
  loader.destroy()
  t.notOk(loader.stats.aborted)
  t.notOk(heard.aborted)
})
