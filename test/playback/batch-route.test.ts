import fc from 'fast-check'
import t from 'tap'
import { newToken } from '../../server/accounts/tokens.ts'
import { type Batch, batchOf, watching } from '../fixtures/watching.ts'

t.test('a batch holds URLs that the bucket serves, each marked with its session', async (t) => {
  const { app, token, id } = await watching(t, { stored: true })
  const answer = await batchOf(app, token, '1080p', 'from=2&count=3')
  t.equal(answer.statusCode, 200)
  t.equal(answer.headers['content-type'], 'application/json; charset=utf-8')
  t.equal(answer.headers['cache-control'], 'no-store')
  const { initUrl, from, urls, expiresInSeconds } = answer.json<Batch>()
  t.same([from, urls.length, expiresInSeconds], [2, 3, 60])
  const texts = await Promise.all([initUrl, ...urls].map(async (url) => (await fetch(url)).text()))
  t.same(texts, ['1080p init.mp4', '1080p 2.m4s', '1080p 3.m4s', '1080p 4.m4s'])
  for (const url of urls) t.equal(new URL(url).searchParams.get('x-matinee-session'), id)
})

t.test('a URL dies with its minute', async (t) => {
  const { app, token, services } = await watching(t, { stored: true })
  const { urls } = (await batchOf(app, token, '720p', 'from=0')).json<Batch>()
  const [url = ''] = urls
  services.clock.advance(59)
  t.equal((await fetch(url)).status, 200)
  services.clock.advance(2)
  t.equal((await fetch(url)).status, 403)
})

t.test('a signed URL is good for nothing but what was signed', async (t) => {
  const { app, token, video } = await watching(t, { stored: true })
  const { urls } = (await batchOf(app, token, '720p', 'from=0')).json<Batch>()
  const [url = ''] = urls
  const altered = {
    'another segment': url.replace('/0.m4s', '/1.m4s'),
    'another rendition': url.replace('720p', '1080p'),
    'another film': url.replace(video.id, video.encodeId),
    'no session': url.replace(/&x-matinee-session=[^&]*/, ''),
    'a longer life': url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600'),
    'an added override': `${url}&response-content-type=text%2Fhtml`,
    'no signature': url.split('?')[0] ?? '',
  }
  for (const [name, target] of Object.entries(altered)) {
    t.equal((await fetch(target)).status, 403, name)
  }
  for (const method of ['PUT', 'DELETE', 'POST']) {
    const { status } = await fetch(url, { method })
    t.ok(status >= 400 && status < 500, `${method} answers ${status}`)
  }
  const elsewhere = url.replace('127.0.0.1', 'localhost')
  t.equal((await fetch(elsewhere)).status, 403, 'another host')
})

t.test('the last batch is as long as what is left, and past it there is nothing', async (t) => {
  const { app, token } = await watching(t)
  const at = async (query: string) => {
    const answer = await batchOf(app, token, 'audio', query)
    return answer.statusCode === 200 ? answer.json<Batch>().urls.length : answer.statusCode
  }
  t.equal(await at('from=0'), 8)
  t.equal(await at('from=8&count=8'), 2)
  t.equal(await at('from=9&count=1'), 1)
  t.equal(await at('from=10&count=1'), 404)
  t.equal(await at('from=999999&count=8'), 404)
})

t.test('what is not a count, a segment, a rendition or a token signs nothing', async (t) => {
  const { app, token } = await watching(t)
  const queries = ['from=-1', 'from=1.5', 'from=', 'from=x', 'from=1e9', 'from=NaN', 'count=3', '']
  const counts = ['0', '9', '-1', '1.5', '', 'x', '8&count=8']
  for (const query of [...queries, ...counts.map((count) => `from=0&count=${count}`)]) {
    const answer = await batchOf(app, token, '720p', query)
    t.equal(answer.statusCode, 400, query)
    t.match(answer.json(), { code: 'BAD_REQUEST', fields: [{ field: /^(from|count)$/ }] })
  }
  for (const rendition of ['2160p', '..', '%2e%2e', 'a%2Fb', '720p%2F..%2F1080p', '720P', '%00']) {
    const { statusCode } = await batchOf(app, token, rendition, 'from=0')
    t.ok(statusCode === 400 || statusCode === 404, `${rendition} answers ${statusCode}`)
  }
  for (const wrong of ['x', token.slice(1), `${token}x`, token.toLowerCase(), newToken()]) {
    const { statusCode } = await batchOf(app, wrong, '720p', 'from=0')
    t.ok(statusCode === 400 || statusCode === 404, `answers ${statusCode}`)
  }
})

t.test('no input at all makes it sign what was not asked for, or fall over', async (t) => {
  const { app, token, video } = await watching(t)
  const odd = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom('0', '7', '-0', '0x1', '1e0', '١', ' 1', '1 ', '+1', 'null', 'true', '[]'),
    fc.integer().map(String),
    fc.double().map(String),
  )
  await fc.assert(
    fc.asyncProperty(odd, odd, odd, async (from, count, rendition) => {
      const query = `from=${encodeURIComponent(from)}&count=${encodeURIComponent(count)}`
      const name = encodeURIComponent(rendition) || '720p'
      const answer = await batchOf(app, token, name, query)
      if (answer.statusCode === 200) {
        const { urls } = answer.json<Batch>()
        const own = urls.every((url) => url.includes(`/${video.prefixOf(rendition || '720p')}/`))
        if (!own || urls.length > 8) throw new Error(`signed ${urls.join(' ')}`)
      } else if (![400, 404, 429].includes(answer.statusCode)) {
        throw new Error(`answered ${answer.statusCode}`)
      }
    }),
    { numRuns: 300 },
  )
})

t.test(
  'a film taken away at many times its speed is slowed down, and goes on after the wait',
  async (t) => {
    const { app, token, services } = await watching(t, { segments: 400 })
    const rip = async () => {
      for (let from = 0; from < 400; from += 8) {
        const answer = await batchOf(app, token, '1080p', `from=${from}`)
        if (answer.statusCode !== 200) return answer
      }
      throw new Error('the whole film was handed out at once')
    }
    const stopped = await rip()
    t.equal(stopped.statusCode, 429)
    t.match(stopped.json(), { code: 'TOO_MANY_REQUESTS' })
    const wait = Number(stopped.headers['retry-after'])
    t.ok(wait >= 1 && wait < 30, `${wait} s`)
    t.equal(
      (await batchOf(app, token, 'audio', 'from=0')).statusCode,
      200,
      'sound is counted apart',
    )
    services.clock.advance(wait)
    t.equal((await batchOf(app, token, '1080p', 'from=0')).statusCode, 200)
  },
)

t.test('URLs live as long as is set, and name no session where that is switched off', async (t) => {
  const { app, token } = await watching(t, {}, { URL_TTL_SECONDS: '7', TRACE_URLS: 'false' })
  const { urls, expiresInSeconds } = (await batchOf(app, token, '720p', 'from=0')).json<Batch>()
  const { searchParams } = new URL(urls[0] ?? '')
  t.equal(expiresInSeconds, 7)
  t.equal(searchParams.get('X-Amz-Expires'), '7')
  t.equal(searchParams.get('x-matinee-session'), null)
})
