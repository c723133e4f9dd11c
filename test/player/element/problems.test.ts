import t from 'tap'
import { errorOf, isAbort, Refused, Unreachable } from '../../../player/element/source/problems.ts'

const answer = (status: number, body?: unknown, headers: Record<string, string> = {}) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers })

for (const status of [400, 401, 402, 404, 409, 410]) {
  t.test(`${status} is a refusal with the members of its problem document`, async (t) => {
    const error = await errorOf(answer(status, { code: 'SOME', offers: [1], detail: 'Because.' }))
    t.type(error, Refused)
    t.match(error, { problem: { status, code: 'SOME', offers: [1], detail: 'Because.' } })
    t.equal(error.message, 'Because.')
  })
}

for (const [status, code] of [
  [401, 'SIGN_IN_REQUIRED'],
  [402, 'PAYMENT_REQUIRED'],
  [404, 'NOT_FOUND'],
  [410, 'PLAYBACK_ENDED'],
  [418, 'UNKNOWN'],
] as const) {
  t.test(`${status} without a body stands for ${code}`, async (t) => {
    t.match(await errorOf(answer(status)), { problem: { status, code } })
  })
}

t.test('a page of a proxy in between is no problem document', async (t) => {
  const error = await errorOf(new Response('<h1>Payment Required</h1>', { status: 402 }))
  t.match(error, { problem: { status: 402, code: 'PAYMENT_REQUIRED' } })
  t.match(await errorOf(answer(402, 'no')), { problem: { code: 'PAYMENT_REQUIRED' } })
})

for (const status of [408, 429, 500, 502, 503, 504]) {
  t.test(`${status} is worth asking again`, async (t) => {
    const error = await errorOf(answer(status, { code: 'UNAVAILABLE' }))
    t.type(error, Unreachable)
    t.match(error, { status, retryAfterMs: undefined })
  })
}

t.test('the wait that a server asks for is read in seconds', async (t) => {
  t.match(await errorOf(answer(429, {}, { 'retry-after': '7' })), { retryAfterMs: 7000 })
  const date = { 'retry-after': 'Wed, 21 Oct 2037 07:28:00 GMT' }
  t.match(await errorOf(answer(503, {}, date)), { retryAfterMs: undefined })
})

t.test('an abort is told from other errors', (t) => {
  t.ok(isAbort(new DOMException('gone', 'AbortError')))
  t.notOk(isAbort(new Error('gone')))
  t.notOk(isAbort('AbortError'))
  t.end()
})
