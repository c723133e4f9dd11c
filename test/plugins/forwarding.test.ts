import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { examine } from '../../server/doctor/examine.ts'
import { build } from '../fixtures/app.ts'

async function open(t: Test, settings: Record<string, string> = {}) {
  const lines: { msg: string }[] = []
  const log = pino({ level: 'warn' }, { write: (line) => lines.push(JSON.parse(line)) })
  const { app, services } = await build(t, settings, { log })
  const ask = (remoteAddress: string) =>
    app.inject({ url: '/readyz', remoteAddress, headers: { 'x-forwarded-for': '203.0.113.7' } })
  const told = () => lines.filter(({ msg }) => msg.includes('X-Forwarded-For'))
  return { app, services, ask, told }
}

t.test('a proxy that nobody named is told of once, with the range to set', async (t) => {
  const { app, ask, told } = await open(t)
  t.equal((await app.inject('/readyz')).json().forwarding, 'ok')
  t.equal((await ask('10.0.0.3')).json().forwarding, 'unheeded')
  await ask('10.0.0.3')
  t.equal(told().length, 1)
  t.match(told()[0]?.msg, /TRUSTED_PROXIES=10\.0\.0\.3\/32/)
})

t.test('one that is named is not', async (t) => {
  const { ask, told } = await open(t, { TRUSTED_PROXIES: '10.0.0.0/8' })
  t.equal((await ask('10.0.0.3')).json().forwarding, 'ok')
  t.same(told(), [])
})

t.test('the doctor asks by way of the proxy', async (t) => {
  const { services, ask } = await open(t)
  const answer = await ask('10.0.0.3')
  const fetchAsIs = globalThis.fetch
  t.teardown(() => {
    globalThis.fetch = fetchAsIs
  })
  globalThis.fetch = async (input, init) =>
    String(input).endsWith('/readyz') ? new Response(answer.body) : fetchAsIs(input, init)
  const finding = (await examine(services)).find(({ what }) => what === 'proxy')
  t.match(finding, { ok: false, says: /TRUSTED_PROXIES/ })
})

t.test('a port behind an address is no part of it', async (t) => {
  const { app } = await open(t, {
    TRUSTED_PROXIES: '10.0.0.0/8,fd00::/8',
    AUTH_ATTEMPTS_PER_MINUTE: '2',
  })
  const attempt = async (forwarded: string) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in',
      remoteAddress: '10.0.0.3',
      headers: { 'x-forwarded-for': forwarded },
      payload: { email: `${randomUUID()}@films.example`, password: 'not the one it is' },
    })
    return answer.statusCode
  }
  t.equal(await attempt('203.0.113.7:49152'), 401)
  t.equal(
    await attempt('203.0.113.7:49153, 10.0.0.5:443'),
    401,
    'the next proxy is known by its address',
  )
  t.equal(await attempt('203.0.113.7:49154'), 429, 'one client, however often it connects')
  t.equal(await attempt('[2001:db8:0:1::5]:49152, [fd00::1]:443'), 401)
  t.equal(await attempt('[2001:db8:0:1::6]:49153'), 401)
  t.equal(await attempt('2001:db8:0:1::7'), 429)
})
