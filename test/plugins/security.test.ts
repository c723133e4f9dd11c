import { connect } from 'node:net'
import { fastify } from 'fastify'
import t, { type Test } from 'tap'
import { oneHost } from '../../server/plugins/one-host.ts'
import { notFound, problemJson } from '../../server/plugins/problem-json.ts'
import { type SecurityOptions, security } from '../../server/plugins/security.ts'

const bucketOrigin = 'https://films.s3.eu-west-1.amazonaws.com'

async function open(t: Test, options: Partial<SecurityOptions> = {}, trustProxy: string[] = []) {
  const app = fastify({ trustProxy: trustProxy.length > 0 && trustProxy })
  await app.register(problemJson)
  await app.register(notFound)
  await app.register(oneHost)
  await app.register(security, {
    publicUrl: 'https://films.example',
    bucketOrigin,
    deliveryOrigin: bucketOrigin,
    ...options,
  })
  app.post('/api/change', async () => ({ done: true }))
  app.post('/webhooks/stripe', { config: { originCheck: false } }, async () => ({ received: true }))
  app.get('/api/own', async () => ({}))
  app.get('/api/cached', async (_request, reply) => {
    reply.header('cache-control', 'max-age=60')
    return {}
  })
  app.get('/page', async () => 'page')
  t.teardown(() => app.close())
  return app
}

const directives = (policy: unknown) =>
  Object.fromEntries(
    String(policy)
      .split(';')
      .map((directive) => directive.split(' '))
      .map(([name, ...sources]) => [name, sources]),
  ) as Record<string, string[]>

t.test('the policy lets film come from the bucket and nothing else from anywhere', async (t) => {
  const app = await open(t)
  const { headers } = await app.inject('/page')
  const policy = directives(headers['content-security-policy'])
  t.same(policy['default-src'], ["'self'"])
  t.same(policy['script-src'], ["'self'"])
  t.same(policy['media-src'], ["'self'", 'blob:', bucketOrigin])
  t.same(policy['connect-src'], ["'self'", bucketOrigin])
  t.same(policy['img-src'], ["'self'", 'data:', bucketOrigin])
  t.same(policy['frame-ancestors'], ["'self'"])
  t.same(policy['object-src'], ["'none'"])
  t.same(policy['base-uri'], ["'none'"])
  const known = new Set(["'self'", "'none'", 'blob:', 'data:', bucketOrigin])
  for (const [name, sources] of Object.entries(policy)) {
    for (const source of sources) t.ok(known.has(source), `${name} ${source}`)
  }
})

t.test('no address that was visited is told to another site', async (t) => {
  const app = await open(t)
  t.equal((await app.inject('/page')).headers['referrer-policy'], 'no-referrer')
})

t.test('pages may use what a player needs, and nothing of what a spy does', async (t) => {
  const { headers } = await (await open(t)).inject('/page')
  for (const name of ['camera', 'microphone', 'geolocation', 'payment', 'usb']) {
    t.match(headers['permissions-policy'], `${name}=()`)
  }
  t.notMatch(headers['permissions-policy'], /fullscreen|picture-in-picture|publickey|autoplay/)
  t.equal(headers['x-content-type-options'], 'nosniff')
})

t.test('https is insisted on only where it is there', async (t) => {
  const secure = (await (await open(t)).inject('/page')).headers
  t.match(secure['strict-transport-security'], /max-age=31536000/)
  t.match(secure['content-security-policy'], /upgrade-insecure-requests/)
  const plain = (await (await open(t, { publicUrl: 'http://localhost:3000' })).inject('/page'))
    .headers
  t.equal(plain['strict-transport-security'], undefined)
  t.notMatch(plain['content-security-policy'], /upgrade-insecure-requests/)
})

t.test('what the API answers is not kept, unless the route says so', async (t) => {
  const app = await open(t)
  const caching = async (url: string) => (await app.inject(url)).headers['cache-control']
  t.equal(await caching('/api/own'), 'no-store')
  t.equal(await caching('/api/cached'), 'max-age=60')
  t.equal(await caching('/page'), undefined)
})

t.test('another site cannot change anything with a viewer’s cookie', async (t) => {
  const app = await open(t)
  const answer = await app.inject({
    method: 'POST',
    url: '/api/change',
    headers: { origin: 'https://evil.example', cookie: 'matinee_access=x' },
  })
  t.equal(answer.statusCode, 403)
  t.equal(answer.json().code, 'ORIGIN_REFUSED')
})

t.test('our own pages can, by the public name and by the name that was asked for', async (t) => {
  const app = await open(t)
  const post = (origin: string, host: string) =>
    app.inject({ method: 'POST', url: '/api/change', headers: { origin, host, cookie: 'a=b' } })
  t.equal((await post('https://films.example', 'internal:8080')).statusCode, 200)
  t.equal((await post('http://127.0.0.1:3000', '127.0.0.1:3000')).statusCode, 200)
  t.equal((await post('http://127.0.0.1:3000', '127.0.0.1:3001')).statusCode, 403)
})

t.test(
  'the public name may be set in capitals and with the port that goes without saying',
  async (t) => {
    const app = await open(t, { publicUrl: 'https://Films.example:443' })
    const headers = { origin: 'https://films.example', host: 'internal:8080', cookie: 'a=b' }
    const answer = await app.inject({ method: 'POST', url: '/api/change', headers })
    t.equal(answer.statusCode, 200)
  },
)

t.test('a request for two hosts is refused, since one of them may be believed', async (t) => {
  const app = await open(t)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const ask = (hosts: string[]) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(address).port), '127.0.0.1')
      let answer = ''
      socket.on('data', (bytes) => {
        answer += bytes
      })
      socket.on('close', () => resolve(answer.split('\r\n', 1)[0] ?? ''))
      socket.on('error', reject)
      const lines = hosts.map((host) => `Host: ${host}\r\n`).join('')
      socket.write(`GET /page HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`)
    })
  t.match(await ask(['films.example', 'evil.example']), '400')
  t.match(await ask(['films.example']), '200')
})

t.test('a forwarded host counts only from a trusted proxy', async (t) => {
  const post = async (trusted: string[]) => {
    const app = await open(t, {}, trusted)
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/api/change',
      remoteAddress: '10.1.2.3',
      headers: {
        origin: 'https://cinema.example',
        'x-forwarded-host': 'cinema.example',
        'x-forwarded-proto': 'https',
        cookie: 'a=b',
      },
    })
    return statusCode
  }
  t.equal(await post(['10.0.0.0/8']), 200)
  t.equal(await post(['192.168.0.0/16']), 403)
  t.equal(await post([]), 403)
})

t.test('a webhook is let through: it proves its sender by a signature', async (t) => {
  const app = await open(t)
  const answer = await app.inject({
    method: 'POST',
    url: '/webhooks/stripe',
    headers: { origin: 'https://stripe.example', cookie: 'a=b' },
  })
  t.equal(answer.statusCode, 200)
})

t.test('an address that keeps asking for what is not there is slowed down', async (t) => {
  const app = await open(t)
  const ask = (remoteAddress: string) => app.inject({ url: '/nothing', remoteAddress })
  for (let i = 0; i < 300; i++) await ask('203.0.113.7')
  t.equal((await ask('203.0.113.7')).statusCode, 429)
  t.equal((await ask('203.0.113.8')).statusCode, 404, 'others are not')
  const real = await app.inject({ url: '/page', remoteAddress: '203.0.113.7' })
  t.equal(real.statusCode, 200, 'and what is there is still answered')
})
