import { createHmac } from 'node:crypto'
import t from 'tap'
import { isSigned, toleranceSeconds } from '../../server/billing/inbox/webhook-signature.ts'
import { openStripe } from '../../server/clients/stripe.ts'

const stripe = openStripe({ secretKey: 'sk_test_x' })
const payload = Buffer.from('{"id":"evt_1","title":"Amélie"}')
const now = new Date('2026-03-01T00:00:00Z')
const sign = (secret: string, at = now) =>
  stripe.webhooks.generateTestHeaderString({
    payload: payload.toString(),
    secret,
    timestamp: at.getTime() / 1000,
  })
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)

t.test('exactly the bytes that were signed pass', async (t) => {
  const header = sign('whsec_a')
  t.equal(isSigned(stripe, payload, header, ['whsec_a'], now), true)
  for (let index = 0; index < payload.length; index++) {
    const changed = Buffer.from(payload)
    changed.writeUInt8(payload.readUInt8(index) ^ 1, index)
    t.equal(isSigned(stripe, changed, header, ['whsec_a'], now), false, `byte ${index}`)
  }
  const rewritten = Buffer.from(JSON.stringify(JSON.parse(payload.toString()), null, 1))
  t.equal(isSigned(stripe, rewritten, header, ['whsec_a'], now), false)
})

t.test('any of the secrets will do, and no other', async (t) => {
  t.equal(isSigned(stripe, payload, sign('whsec_b'), ['whsec_a', 'whsec_b'], now), true)
  t.equal(isSigned(stripe, payload, sign('whsec_c'), ['whsec_a', 'whsec_b'], now), false)
  t.equal(isSigned(stripe, payload, sign('whsec_a'), [], now), false)
})

t.test('an old delivery is refused, to the second', async (t) => {
  const header = sign('whsec_a')
  t.equal(isSigned(stripe, payload, header, ['whsec_a'], after(toleranceSeconds)), true)
  t.equal(isSigned(stripe, payload, header, ['whsec_a'], after(toleranceSeconds + 1)), false)
})

t.test('a missing or broken header is refused', async (t) => {
  for (const header of [undefined, '', 't=1', 'v1=abc', 't=x,v1=y', sign('whsec_a').slice(0, -1)]) {
    t.equal(isSigned(stripe, payload, header, ['whsec_a'], now), false, `${header}`)
  }
})

t.test(
  'a time that is none, stands twice or has yet to come is refused, though signed',
  async (t) => {
    const signedAt = (time: string) => {
      const digest = createHmac('sha256', 'whsec_a').update(`${time}.${payload}`).digest('hex')
      return `t=${time},v1=${digest}`
    }
    const seconds = String(now.getTime() / 1000)
    t.equal(isSigned(stripe, payload, signedAt(seconds), ['whsec_a'], now), true)
    const ahead = String(now.getTime() / 1000 + toleranceSeconds + 1)
    for (const time of ['NaN', '', 'Infinity', `${seconds}x`, `-${seconds}`, ahead]) {
      t.equal(isSigned(stripe, payload, signedAt(time), ['whsec_a'], now), false, time)
    }
    const twice = `t=NaN,${signedAt(seconds)}`
    t.equal(isSigned(stripe, payload, twice, ['whsec_a'], now), false)
  },
)
