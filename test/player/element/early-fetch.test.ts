import t from 'tap'
import { EarlyFetch } from '../../../player/element/source/early-fetch.ts'

function setUp() {
  const sent: string[] = []
  const early = new EarlyFetch((async (url: string) => {
    sent.push(url)
    if (url === 'lost') throw new TypeError('Failed to fetch')
    return new Response(`${url} ${sent.length}`)
  }) as typeof fetch)
  return { early, sent }
}

const text = async (answer: Promise<Response>) => (await answer).text()

t.test('what was sent for early is there without another request', async (t) => {
  const { early, sent } = setUp()
  early.start('a')
  t.equal(await text(early.fetch('a')), 'a 1')
  t.same(sent, ['a'])
})

t.test('an early answer is handed out once', async (t) => {
  const { early, sent } = setUp()
  early.start('a')
  await early.fetch('a')
  t.equal(await text(early.fetch('a')), 'a 2')
  t.same(sent, ['a', 'a'])
})

t.test('what is fetched again was not on its way before', async (t) => {
  const early = new EarlyFetch((async () => new Response('a')) as typeof fetch, () => 7)
  early.start('a')
  await early.fetch('a')
  t.equal(early.sentAt('a'), 7)
  await early.fetch('a')
  t.equal(early.sentAt('a'), undefined)
  t.equal(early.sentAt('b'), undefined)
})

t.test('everything else is fetched when asked for', async (t) => {
  const { early } = setUp()
  early.start('a')
  t.equal(await text(early.fetch('b')), 'b 2')
  t.equal(await text(early.fetch(new URL('http://films.example/c'))), 'http://films.example/c 3')
})

t.test('an early failure is heard by the one who asks', async (t) => {
  const { early } = setUp()
  early.start('lost')
  await t.rejects(early.fetch('lost'), { message: 'Failed to fetch' })
})

t.test('all that the first frame needs is sent for at once', async (t) => {
  const { early, sent } = setUp()
  const bucket = 'https://bucket.example'
  const urls = (rendition: string, ...segments: string[]) => ({
    rendition,
    initUrl: `${bucket}/${rendition}/init`,
    from: 0,
    urls: segments.map((segment) => `${bucket}/${rendition}/${segment}`),
    expiresInSeconds: 60,
  })
  const first = [urls('360p', '0', '1'), urls('audio')]
  const page = 'https://films.example/watch/rooms'
  early.startFirst({ hlsUrl: '/play/token/main.m3u8', first }, page, false)
  t.same(sent, [
    'https://films.example/play/token/main.m3u8',
    'https://films.example/play/token/360p/index.m3u8',
    `${bucket}/360p/init`,
    `${bucket}/360p/0`,
    'https://films.example/play/token/audio/index.m3u8',
    `${bucket}/audio/init`,
  ])
  sent.length = 0
  early.startFirst({ hlsUrl: '/play/token/main.m3u8', first }, page, true)
  t.same(
    sent.map((url) => new URL(url).pathname),
    ['/play/token/main.m3u8', '/play/token/360p/index.m3u8', '/play/token/audio/index.m3u8'],
    'nothing of the film where bytes count',
  )
})

for (const [when, abortsFirst] of [
  ['later', false],
  ['before that', true],
] as const) {
  t.test(`an early request ends with the one who asks for it, who gives up ${when}`, async (t) => {
    const early = new EarlyFetch(
      ((_url: string, { signal }: { signal: AbortSignal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
        })) as typeof fetch,
    )
    const caller = new AbortController()
    early.start('a')
    if (abortsFirst) caller.abort()
    const answer = early.fetch('a', { signal: caller.signal })
    caller.abort()
    await t.rejects(answer, { name: 'AbortError' })
  })
}
