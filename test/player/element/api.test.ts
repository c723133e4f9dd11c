import t from 'tap'
import { Api } from '../../../player/element/source/api.ts'
import { Refused, Unreachable } from '../../../player/element/source/problems.ts'

interface Sent {
  method: string
  url: string
  init: RequestInit
}

const json = (status: number, body?: unknown) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status })

/** An API that gives these answers in turn. */
function setUp(...answers: (Response | Error)[]) {
  const sent: Sent[] = []
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    sent.push({ method: init.method ?? 'GET', url: String(url), init })
    const answer = answers[sent.length - 1]
    if (answer === undefined) throw new TypeError('Failed to fetch')
    if (answer instanceof Error) throw answer
    return answer
  }
  return { fetch: fetch as typeof globalThis.fetch, sent }
}

const renewable = () => json(200, { me: null, renewable: true })

const paths = (sent: Sent[]) => sent.map(({ method, url }) => `${method} ${url}`)

t.test('a playback session is opened for a device', async (t) => {
  const { fetch, sent } = setUp(json(201, { token: 'T' }))
  t.match(await new Api({ fetch }).open('the/film', { deviceId: 'device' }), { token: 'T' })
  t.same(paths(sent), ['POST /api/videos/the%2Ffilm/playback'])
  t.equal(sent[0]?.init.body, '{"deviceId":"device"}')
})

t.test('URLs are asked for by the token alone, without cookies', async (t) => {
  const { fetch, sent } = setUp(json(200, { from: 3 }))
  t.match(await new Api({ fetch }).urls('T', 'audio-de', 3, 8), { from: 3 })
  t.same(paths(sent), ['GET /play/T/audio-de/urls?from=3&count=8'])
  t.equal(sent[0]?.init.credentials, 'omit')
})

t.test('while the film plays its place is told by the token alone, without cookies', async (t) => {
  const { fetch, sent } = setUp(json(204))
  await new Api({ fetch }).keepProgress('T', 12.5)
  t.same(paths(sent), ['PUT /play/T/progress'])
  t.equal(sent[0]?.init.credentials, 'omit')
  t.equal(sent[0]?.init.body, '{"positionSeconds":12.5}')
})

t.test('what is sent when the page goes away outlives it', async (t) => {
  const { fetch, sent } = setUp(json(204), json(204), json(204))
  const api = new Api({ fetch })
  await api.saveProgress('film', 12.5)
  await api.close('T')
  const viewing = {
    ...{ startUpMs: 412, watchedSeconds: 9, stallCount: 0, stallMs: 0, errorCode: null },
    ...{ watched: [0, 1], source: null },
  }
  await api.report('T', viewing)
  t.same(paths(sent), ['PUT /api/videos/film/progress', 'DELETE /play/T', 'POST /play/T/beacon'])
  t.same(JSON.parse(String(sent[2]?.init.body)), viewing)
  t.equal(sent[0]?.init.body, '{"positionSeconds":12.5}')
  t.ok(sent.every(({ init }) => init.keepalive))
})

t.test('an access token that has run out is renewed, and the request repeated', async (t) => {
  const { fetch, sent } = setUp(json(401), renewable(), json(204), json(201, { token: 'T' }))
  t.match(await new Api({ fetch }).open('film', { deviceId: 'device' }), { token: 'T' })
  t.same(paths(sent), [
    'POST /api/videos/film/playback',
    'GET /api/session',
    'POST /api/auth/refresh',
    'POST /api/videos/film/playback',
  ])
})

t.test('a page renews tokens in its own way', async (t) => {
  const { fetch, sent } = setUp(json(401), json(204))
  let renewals = 0
  const renewSignIn = async () => {
    renewals++
    return true
  }
  await new Api({ fetch, renewSignIn }).stopStream('id')
  t.equal(renewals, 1)
  t.equal(sent.length, 2)
})

t.test('a sign-in may be renewed beforehand, and that there is none is no error', async (t) => {
  const { fetch, sent } = setUp(
    ...[renewable(), json(204), renewable(), json(401), renewable(), json(503)],
  )
  const api = new Api({ fetch })
  await api.renew()
  await api.renew()
  await t.rejects(api.renew(), Unreachable)
  t.same(paths(sent), Array(3).fill(['GET /api/session', 'POST /api/auth/refresh']).flat())
})

t.test('nothing is renewed for a stranger, nor for who is known by now', async (t) => {
  const { fetch, sent } = setUp(
    json(401),
    json(200, { me: null, renewable: false }),
    json(401),
    json(200, { me: {}, renewable: false }),
    json(201, { token: 'T' }),
  )
  const api = new Api({ fetch })
  await t.rejects(api.open('film', { deviceId: 'device' }), Refused)
  t.match(await api.open('film', { deviceId: 'device' }), { token: 'T' })
  t.notOk(paths(sent).includes('POST /api/auth/refresh'))
})

t.test('two requests share one renewal', async (t) => {
  const { fetch, sent } = setUp(
    ...[json(401), json(401), renewable(), json(204), json(204), json(204)],
  )
  const api = new Api({ fetch })
  await Promise.all([api.saveProgress('a', 1), api.saveProgress('b', 2)])
  t.equal(paths(sent).filter((path) => path === 'POST /api/auth/refresh').length, 1)
})

t.test('a viewer whose sign-in cannot be renewed is refused', async (t) => {
  const { fetch } = setUp(json(401, { code: 'SIGN_IN_REQUIRED' }), renewable(), json(401))
  await t.rejects(new Api({ fetch }).open('film', { deviceId: 'device' }), Refused)
})

t.test('a renewal that finds no server is trouble, not a refusal', async (t) => {
  const { fetch } = setUp(json(401), renewable(), json(503))
  await t.rejects(new Api({ fetch }).open('film', { deviceId: 'device' }), Unreachable)
})

t.test('no answer at all is worth asking again', async (t) => {
  const { fetch } = setUp()
  await t.rejects(new Api({ fetch }).urls('T', '720p', 0, 1), { message: 'no answer' })
})

t.test('an answer that never comes is given up', async (t) => {
  // The timeout alone does not keep Node running.
  const awake = setInterval(() => undefined, 1000)
  t.teardown(() => clearInterval(awake))
  const never = (_url: unknown, init?: RequestInit) =>
    new Promise<Response>((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
    })
  const api = new Api({ fetch: never as typeof fetch, timeoutMs: 5 })
  await t.rejects(api.close('T'), { message: 'status 408' })
})

t.test('a caller who has gone hears nothing else', async (t) => {
  const caller = new AbortController()
  const never = (_url: unknown, init?: RequestInit) =>
    new Promise<Response>((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
    })
  const text = new Api({ fetch: never as typeof fetch }).text('/play/T/main.m3u8', caller.signal)
  caller.abort()
  await t.rejects(text, { name: 'AbortError' })
})
