import t from 'tap'
import { type DownloadOptions, download } from '../../../player/element/source/download.ts'

const bytes = (...values: number[]) => new Uint8Array(values)

function options(
  answer: (init: RequestInit) => Promise<Response> | Response,
  changes: Partial<DownloadOptions> = {},
) {
  const progress: number[][] = []
  const made: DownloadOptions = {
    fetch: (async (_url: unknown, init: RequestInit) => answer(init)) as typeof fetch,
    signal: new AbortController().signal,
    patienceMs: 5_000,
    onFirstByte: () => progress.push([0]),
    onProgress: (loaded, total) => progress.push([loaded, total]),
    ...changes,
  }
  return { made, progress }
}

/** A body that comes in these pieces and then ends, fails or stays open. */
const body = (pieces: Uint8Array[], end: 'ends' | 'fails' | 'hangs' = 'ends') =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      if (end === 'ends') controller.close()
      if (end === 'fails') controller.error(new TypeError('network error'))
    },
  })

/** As a browser's, which no answer comes to. */
const noAnswer = ({ signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    if (signal?.aborted) reject(signal.reason)
    signal?.addEventListener('abort', () => reject(signal.reason))
  })

t.test('an object comes whole, and its progress is told', async (t) => {
  const { made, progress } = options(
    () => new Response(body([bytes(1, 2), bytes(3)]), { headers: { 'content-length': '3' } }),
  )
  t.same(new Uint8Array(await download('u', made)), bytes(1, 2, 3))
  t.same(progress, [[0], [2, 3], [3, 3]])
})

t.test('an object of unknown length is read to its end', async (t) => {
  const { made, progress } = options(() => new Response(body([bytes(7)])))
  t.same(new Uint8Array(await download('u', made)), bytes(7))
  t.same(progress.at(-1), [1, 0])
})

t.test('nothing is told to the bucket of the page or the viewer', async (t) => {
  let sent: RequestInit = {}
  const { made } = options((init) => {
    sent = init
    return new Response(body([]))
  })
  await download('u', made)
  t.match(sent, { credentials: 'omit', referrerPolicy: 'no-referrer' })
})

for (const status of [400, 403, 404, 410]) {
  t.test(`${status} is the bucket's refusal`, async (t) => {
    const { made } = options(() => new Response(null, { status }))
    await t.rejects(download('u', made), {
      name: 'BucketRefused',
      message: `the bucket answered ${status}`,
    })
  })
}

for (const status of [408, 429, 500, 503]) {
  t.test(`${status} may pass`, async (t) => {
    const { made } = options(() => new Response(null, { status }))
    await t.rejects(download('u', made), { name: 'Unreachable', message: `status ${status}` })
  })
}

t.test('no answer is status 0', async (t) => {
  const { made } = options(() => Promise.reject(new TypeError('Failed to fetch')))
  await t.rejects(download('u', made), { name: 'Unreachable', message: 'no answer' })
})

t.test('a body that breaks off is status 0', async (t) => {
  const broken = options(() => new Response(body([bytes(1)], 'fails')))
  await t.rejects(download('u', broken.made), { name: 'Unreachable', message: 'no answer' })
  const short = options(
    () => new Response(body([bytes(1)]), { headers: { 'content-length': '9' } }),
  )
  await t.rejects(download('u', short.made), { name: 'Unreachable', message: 'no answer' })
})

for (const [what, answer] of [
  ['before the answer', noAnswer],
  ['in the middle of the body', () => new Response(body([bytes(1)], 'hangs'))],
] as const) {
  t.test(`silence ${what} is given up`, async (t) => {
    const { made } = options(answer, { patienceMs: 5 })
    await t.rejects(download('u', made), { name: 'Unreachable', message: 'status 408' })
  })

  t.test(`an abort ${what} ends it at once`, async (t) => {
    const caller = new AbortController()
    const { made } = options(answer, { signal: caller.signal })
    const coming = download('u', made)
    setImmediate(() => caller.abort())
    await t.rejects(coming, { name: 'AbortError' })
  })
}

t.test('an abort before it began sends nothing on', async (t) => {
  const { made } = options(noAnswer, {
    signal: AbortSignal.abort(),
  })
  await t.rejects(download('u', made), { name: 'AbortError' })
})
