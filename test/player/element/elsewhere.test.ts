import t from 'tap'
import { apiOrigin, Elsewhere } from '../../../player/element/elsewhere/elsewhere.ts'

const api = 'https://films.example'
const page = 'https://blog.example'

interface Sent {
  url: string
  headers: Headers
  credentials: RequestCredentials | undefined
}

/** A player on a page of `origin`, before an API that says whether the film may be watched. */
function setUp({ origin = page, kept = null as string | null } = {}) {
  const sent: Sent[] = []
  const world = { allowed: false, watching: 0, known: 0, opened: [] as string[], stored: kept }
  const target = new EventTarget()
  const tab = {} as Window
  const fetch = async (url: RequestInfo | URL, init: RequestInit = {}) => {
    sent.push({
      url: String(url),
      headers: new Headers(init.headers),
      credentials: init.credentials,
    })
    return String(url).endsWith('/api/embed/tokens')
      ? Response.json({ token: 'T', expiresInSeconds: 9 }, { status: 201 })
      : Response.json({ access: { allowed: world.allowed } })
  }
  const elsewhere = new Elsewhere({
    ...{ api, videoId: 'tide', fetch: fetch as typeof globalThis.fetch },
    openTab: (url) => {
      world.opened.push(url)
      return tab
    },
    page: Object.assign(target, { location: { origin } }) as never,
    storage: {
      getItem: () => world.stored,
      setItem: (_key: string, value: string) => {
        world.stored = value
      },
    },
    onAccess: () => {
      world.watching += 1
    },
    onKnown: () => {
      world.known += 1
    },
  })
  t.teardown(() => elsewhere.destroy())
  const says = async (from: { origin?: string; source?: unknown; data?: unknown } = {}) => {
    const event = new Event('message')
    const message = { origin: api, source: tab, data: { type: 'matinee-code', code: 'C' } }
    target.dispatchEvent(Object.assign(event, message, from))
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  return { elsewhere, sent, world, says, target }
}

t.test('where Matinee is', async (t) => {
  t.equal(apiOrigin(null, `${page}/a`), null)
  t.equal(apiOrigin('', `${page}/a`), page)
  t.equal(apiOrigin('https://films.example/', `${page}/a`), api)
  t.equal(apiOrigin('https://', `${page}/a`), page)
})

t.test('on another site nothing is asked with cookies, and the bucket gets no token', async (t) => {
  const { elsewhere, sent } = setUp({ kept: 'K' })
  await elsewhere.fetch('/api/videos/tide', { credentials: 'include' })
  await elsewhere.fetch('/play/token/main.m3u8')
  await elsewhere.fetch('https://bucket.example/1.m4s')
  t.same(
    sent.map(({ url, headers, credentials }) => [url, headers.get('authorization'), credentials]),
    [
      [`${api}/api/videos/tide`, 'Bearer K', 'omit'],
      [`${api}/play/token/main.m3u8`, null, 'omit'],
      ['https://bucket.example/1.m4s', null, undefined],
    ],
  )
})

t.test('the tab’s code becomes a token, and the film goes on', async (t) => {
  const { elsewhere, sent, world, says } = setUp()
  elsewhere.ask()
  t.same(world.opened, [`${api}/elsewhere/tide?origin=https%3A%2F%2Fblog.example`])
  world.allowed = true
  await says()
  t.equal(world.watching, 1)
  t.equal(world.stored, 'T')
  t.equal(sent.at(-1)?.headers.get('authorization'), 'Bearer T')
  await says()
  t.equal(world.watching, 1, 'once')
})

t.test('while it is not paid for, it is looked for again when the page is', async (t) => {
  const { elsewhere, world, says, target } = setUp()
  const offer = { kind: 'rent' } as never
  elsewhere.ask({ offer, priceId: null })
  t.match(world.opened[0], /&kind=rent$/)
  await says()
  t.equal(world.watching, 0)
  t.equal(world.known, 1, 'what is offered to them may be another thing')
  world.allowed = true
  target.dispatchEvent(new Event('focus'))
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  t.equal(world.watching, 1)
})

t.test('nobody else’s messages are listened to', async (t) => {
  const { elsewhere, sent, says } = setUp()
  await says()
  elsewhere.ask()
  await says({ origin: page })
  await says({ origin: 'null' })
  await says({ source: {} })
  await says({ data: { type: 'matinee-code' } })
  await says({ data: null })
  elsewhere.destroy()
  await says()
  t.same(sent, [])
})
