import t from 'tap'
import type { StudioUpload } from '../../../contract/uploads.ts'
import { type BlobSenders, sendBlob } from '../../../player/studio/uploads/send-file.ts'
import { Problem } from '../../../player/ui/problem.ts'

const partSizeBytes = 10

interface World {
  upload?: Partial<StudioUpload>
  /** What goes wrong with the nth try of a part; nothing when undefined. */
  trouble?: (partNumber: number, attempt: number) => Error | undefined
  /** Runs when a part has arrived. */
  onPut?: (partNumber: number) => void
  /** What the upload has become by then. */
  onGet?: () => Partial<StudioUpload>
}

/** An API and a bucket that note what they are sent. */
function world({ upload = {}, trouble = () => undefined, onPut, onGet = () => ({}) }: World = {}) {
  const asked: string[] = []
  const completions: unknown[] = []
  const stored = new Map<number, string>()
  const attempts = new Map<number, number>()
  const waits: number[] = []
  const digests: string[] = []
  let underWay = 0
  let most = 0
  const described: StudioUpload = {
    id: 'u1',
    videoId: 'v1',
    purpose: 'video',
    fileName: 'a.mp4',
    contentType: 'video/mp4',
    sizeBytes: 35,
    partSizeBytes,
    partCount: 4,
    checksum: null,
    status: 'open',
    failure: null,
    createdAt: '2031-05-03T12:00:00Z',
    parts: [],
    ...upload,
  }
  const request = async (method: string, path: string, options?: { body?: unknown }) => {
    if (method === 'GET') return { ...described, ...onGet() }
    asked.push(`${method} ${path}`)
    if (path.endsWith('/complete')) {
      completions.push(options?.body)
      return undefined
    }
    const { partNumbers, sha256 } = (options?.body ?? {}) as {
      partNumbers?: number[]
      sha256?: string[]
    }
    digests.push(...(sha256 ?? []))
    return {
      parts: (partNumbers ?? []).map((partNumber) => ({ partNumber, url: '/put', headers: {} })),
    }
  }
  const senders: BlobSenders = {
    api: { request: request as BlobSenders['api']['request'] },
    digest: async (bytes) => `sha256 of ${bytes.byteLength}`,
    pause: async (ms) => {
      waits.push(ms)
    },
    put: async ({ partNumber }, bytes, onSent, signal) => {
      signal.throwIfAborted()
      underWay += 1
      most = Math.max(most, underWay)
      onSent(bytes.size / 2)
      await new Promise((resolve) => setImmediate(resolve))
      underWay -= 1
      const attempt = (attempts.get(partNumber) ?? 0) + 1
      attempts.set(partNumber, attempt)
      const wrong = trouble(partNumber, attempt)
      if (wrong !== undefined) throw wrong
      stored.set(partNumber, await bytes.text())
      onPut?.(partNumber)
      return `etag-${partNumber}`
    },
  }
  const file = new Blob(['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', 'ddddd'])
  const told: number[] = []
  const send = (signal = new AbortController().signal) =>
    sendBlob(senders, 'u1', file, { signal, onSent: (bytes) => told.push(bytes) })
  return { send, asked, completions, stored, attempts, waits, digests, told, most: () => most }
}

const etag = (partNumber: number) => ({ partNumber, etag: `etag-${partNumber}` })

t.test('a file goes up in parts, several at a time, and is completed in order', async (t) => {
  const { send, stored, completions, told, most, digests } = world()
  await send()
  t.same([...stored].sort(), [
    [1, 'aaaaaaaaaa'],
    [2, 'bbbbbbbbbb'],
    [3, 'cccccccccc'],
    [4, 'ddddd'],
  ])
  t.same(completions, [{ parts: [1, 2, 3, 4].map(etag) }])
  t.ok(most() > 1 && most() <= 4, `${most()} at a time`)
  t.equal(told.at(-1), 35)
  t.same(digests, [])
})

t.test('with checksums, each part comes with its own', async (t) => {
  const { send, digests } = world({ upload: { checksum: 'sha256' } })
  await send()
  t.same(digests.sort(), ['sha256 of 10', 'sha256 of 10', 'sha256 of 10', 'sha256 of 5'])
})

t.test('what the bucket has already is not sent again', async (t) => {
  const parts = [2, 4].map((number) => ({ ...etag(number), sizeBytes: number === 4 ? 5 : 10 }))
  const { send, stored, completions, told } = world({ upload: { parts } })
  await send()
  t.same([...stored.keys()].sort(), [1, 3])
  t.equal(told[0], 15, 'and counts from the start')
  t.same(completions, [{ parts: [1, 2, 3, 4].map(etag) }])
})

t.test('a part that does not get through is signed and sent again', async (t) => {
  const { send, attempts, waits, asked } = world({
    trouble: (number, attempt) => (number === 2 && attempt <= 3 ? new Error('reset') : undefined),
  })
  await send()
  t.equal(attempts.get(2), 4)
  t.same(waits, [500, 1_000, 2_000])
  t.equal(asked.filter((one) => one === 'POST /api/studio/uploads/u1/parts').length, 7)
})

t.test('trouble that does not pass is told, after a minute of trying', async (t) => {
  const { send, waits, completions } = world({
    trouble: (number) => (number === 3 ? new Error('The bucket answered 503') : undefined),
  })
  await t.rejects(send(), { message: 'The bucket answered 503' })
  t.ok(waits.reduce((sum, wait) => sum + wait) >= 60_000)
  t.same(completions, [])
})

t.test('a refusal is not tried again', async (t) => {
  const refusal = new Problem({ status: 404, code: 'NOT_FOUND', detail: 'No such upload.' })
  const { send, waits } = world({ trouble: () => refusal })
  await t.rejects(send(), { message: 'No such upload.' })
  t.same(waits, [])
})

t.test('too many requests and servers in trouble are waited for', async (t) => {
  for (const status of [429, 500, 503, 0]) {
    const { send, completions } = world({
      trouble: (number, attempt) =>
        number === 1 && attempt === 1
          ? new Problem({ status, code: 'X', detail: 'Later.' })
          : undefined,
    })
    await send()
    t.equal(completions.length, 1, `${status}`)
  }
})

t.test('stopping stops at once, and nothing is completed', async (t) => {
  const stop = new AbortController()
  const { send, completions } = world({ onPut: () => stop.abort() })
  await t.rejects(send(stop.signal), { name: 'AbortError' })
  t.same(completions, [])
})

t.test('an upload that is over already is left as it is', async (t) => {
  for (const status of ['completing', 'completed'] as const) {
    const { send, asked } = world({ upload: { status } })
    await send()
    t.same(asked, [])
  }
  const failure = 'This is not a video file.'
  await t.rejects(world({ upload: { status: 'aborted', failure } }).send(), { message: failure })
  await t.rejects(world({ upload: { status: 'aborted' } }).send(), { message: /was cancelled/ })
})

t.test(
  'captions are waited for until they have been read, for the reason of a refusal',
  async (t) => {
    const failure = 'Line 3: its time cannot be read.'
    const states = ['open', 'completing', 'completing', 'aborted'] as const
    let asked = 0
    const { send, completions } = world({
      upload: { purpose: 'captions' },
      onGet: () => ({ status: states[asked++] ?? 'aborted', failure }),
    })
    await t.rejects(send(), { message: failure })
    t.equal(completions.length, 1)
    t.equal(asked, 4)
  },
)
