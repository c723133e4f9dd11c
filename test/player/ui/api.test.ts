import t from 'tap'
import { createApi } from '../../../player/ui/api.ts'

type Answer = Response | (() => never)

const json = (status: number, body: unknown) => Response.json(body, { status })
const signInFirst = () =>
  json(401, { code: 'SIGN_IN_REQUIRED', status: 401, detail: 'Sign in to go on.' })

/** An API over canned answers, with what was asked and how often the session was renewed. */
function api(answers: Answer[], { renews = true, known = false, old = false } = {}) {
  const requests: { path: string; init: RequestInit }[] = []
  const renewals: (string | null)[] = []
  const made = createApi({
    fetch: async (path, init = {}) => {
      requests.push({ path: String(path), init })
      const answer = answers.shift()
      if (answer === undefined) throw new Error('asked more often than expected')
      return typeof answer === 'function' ? answer() : answer
    },
    renewal: {
      latest: () => (known ? 'stamp' : null),
      olderThan: () => old,
      renew: async (seen) => {
        renewals.push(seen)
        return renews
      },
    },
  })
  return { ...made, requests, renewals }
}

/** What a request that must fail fails with. */
const refusal = (request: Promise<unknown>) =>
  request.then(
    () => 'it did not fail',
    (error: unknown) => error,
  )

t.test('an answer is the JSON in it, and no content is undefined', async (t) => {
  const { get, post, requests } = api([json(200, { a: 1 }), new Response(null, { status: 204 })])
  t.same(await get('/api/a'), { a: 1 })
  t.equal(await post('/api/b', { c: 2 }), undefined)
  t.equal(requests[1]?.init.body, '{"c":2}')
  t.match(requests[1]?.init.headers, { 'content-type': 'application/json' })
  t.notMatch(requests[0]?.init.headers, { 'content-type': String })
})

t.test('an expired session is renewed once and the request sent again', async (t) => {
  const { post, requests, renewals } = api([signInFirst(), json(200, { ok: true })], {
    known: true,
  })
  t.same(await post('/api/billing/portal', { x: 1 }), { ok: true })
  t.same(renewals, ['stamp'])
  t.equal(requests[1]?.init.body, '{"x":1}', 'with its body')
})

t.test('a request that is refused again is refused', async (t) => {
  const { get, renewals } = api([signInFirst(), signInFirst()])
  t.match(await refusal(get('/api/me')), { status: 401, code: 'SIGN_IN_REQUIRED' })
  t.equal(renewals.length, 1)
})

t.test('without a session to renew, the refusal stands', async (t) => {
  const { get, requests } = api([signInFirst()], { renews: false })
  t.match(await refusal(get('/api/me')), { status: 401, message: 'Sign in to go on.' })
  t.equal(requests.length, 1)
})

t.test('a wrong password is not taken for an expired session', async (t) => {
  const { post, renewals } = api([json(401, { code: 'WRONG_CREDENTIALS', detail: 'No.' })])
  t.match(await refusal(post('/api/auth/sign-in', {})), { code: 'WRONG_CREDENTIALS' })
  t.same(renewals, [])
})

t.test('a session that has probably run out is renewed before asking', async (t) => {
  // A catalogue asked for without a session would be answered as to a stranger.
  const stale = api([json(200, {})], { known: true, old: true })
  await stale.get('/api/videos')
  t.equal(stale.renewals.length, 1)
  const stranger = api([json(200, {})], { known: false, old: true })
  await stranger.get('/api/videos')
  t.same(stranger.renewals, [], 'strangers have none to renew')
})

t.test('no answer, and answers that are not ours, are told in plain words', async (t) => {
  const offline = api([
    () => {
      throw new TypeError('Failed to fetch')
    },
  ])
  t.match(await refusal(offline.get('/api/me')), { code: 'UNREACHABLE', status: 0 })
  const proxy = api([new Response('<html>Bad gateway</html>', { status: 502 })])
  t.match(await refusal(proxy.get('/api/me')), { code: 'UNEXPECTED_ANSWER', status: 502 })
  const portal = api([new Response('<html>Pay for wifi</html>', { status: 200 })])
  t.match(await refusal(portal.get('/api/me')), { code: 'UNEXPECTED_ANSWER' })
  const busy = api([new Response('', { status: 429 })])
  t.match(await refusal(busy.get('/api/me')), { message: /^Too many attempts/ })
})

t.test('a request that was given up is given up, not a failure of the service', async (t) => {
  const abort = new AbortController()
  abort.abort()
  const { get } = api([
    () => {
      throw abort.signal.reason
    },
  ])
  t.match(await refusal(get('/api/me', abort.signal)), { name: 'AbortError' })
})

t.test('members of a refusal ride along', async (t) => {
  const { get } = api([
    json(402, { code: 'PAYMENT_REQUIRED', detail: 'Pay.', offers: [{ kind: 'portal' }] }),
  ])
  t.match(await refusal(get('/api/x')), { document: { status: 402, offers: [{ kind: 'portal' }] } })
})
