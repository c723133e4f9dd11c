import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { openStripe } from '../../server/clients/stripe.ts'
import { build } from '../fixtures/app.ts'

const stripe = openStripe({ secretKey: 'sk_test_matinee' })
const secret = 'whsec_test'
let count = 0

/** The body of an event that changes nothing here, unless it is told otherwise. */
const bodyOf = (changes: object = {}) => {
  count += 1
  const event = { id: `evt_${count}`, object: 'event', type: 'payout.paid', livemode: false }
  return JSON.stringify({
    ...event,
    created: 1_772_323_200,
    api_version: '2026-10-28.endive',
    ...changes,
  })
}

interface Delivery {
  body?: string | Buffer
  signedBy?: string
  signedBody?: string
  at?: Date
  header?: string | null
}

const send = (app: FastifyInstance, now: Date, delivery: Delivery = {}) => {
  const { body = bodyOf(), signedBy = secret, at = now, header } = delivery
  const signed = stripe.webhooks.generateTestHeaderString({
    payload: delivery.signedBody ?? body.toString(),
    secret: signedBy,
    timestamp: Math.floor(at.getTime() / 1000),
  })
  const signature = header === undefined ? signed : header
  return app.inject({
    method: 'POST',
    url: '/webhooks/stripe',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(signature !== null && { 'stripe-signature': signature }),
    },
    payload: body,
  })
}

t.test('a signed event is stored and answered', async (t) => {
  const { app, services } = await build(t)
  const body = bodyOf({ data: { object: { title: 'Amélie' } } })
  const answer = await send(app, services.clock.now(), { body })
  t.equal(answer.statusCode, 200)
  t.same(answer.json(), { received: true })
  const [event] = await services.database.stripeEvent.findMany()
  t.match(event, {
    type: 'payout.paid',
    livemode: false,
    apiVersion: '2026-10-28.endive',
    createdAt: new Date(1_772_323_200_000),
    status: 'ignored',
  })
  t.equal(event?.payload.length, 0, 'what changes nothing is not read again')
  const paid = bodyOf({
    type: 'charge.succeeded',
    data: { object: { id: 'ch_1', customer: 'cus_1', title: 'Amélie' } },
  })
  await send(app, services.clock.now(), { body: paid })
  const second = await services.database.stripeEvent.findFirst({
    where: { type: 'charge.succeeded' },
  })
  t.equal(Buffer.from(second?.payload ?? []).toString(), paid, 'with its bytes')
})

t.test('what is not signed as it should be is refused and leaves no trace', async (t) => {
  const { app, services } = await build(t)
  const now = services.clock.now()
  const body = bodyOf()
  const spaced = JSON.stringify(JSON.parse(body), null, 2)
  const refused: Record<string, Delivery> = {
    'a byte changed': { body: body.replace('payout', 'pay0ut'), signedBody: body },
    'written again': { body: spaced, signedBody: body },
    'a byte that is no text': {
      body: Buffer.concat([Buffer.from(body), Buffer.from([0xff])]),
      signedBody: body,
    },
    'an old time': { body, at: new Date(now.getTime() - 301_000) },
    'a wrong secret': { body, signedBy: 'whsec_other' },
    'no signature': { body, header: null },
    'an empty signature': { body, header: '' },
    'half a signature': { body, header: 't=1772323200' },
    'no body': { body: '', signedBody: body },
  }
  for (const [name, delivery] of Object.entries(refused)) {
    const answer = await send(app, now, delivery)
    t.equal(answer.statusCode, 400, name)
    t.equal(answer.json().code, 'WEBHOOK_SIGNATURE', name)
  }
  t.equal(await services.database.stripeEvent.count(), 0)
})

t.test('a signed body that is no event is refused', async (t) => {
  const { app, services } = await build(t)
  for (const body of ['{}', '[]', 'hello', '{"id":"evt_1"}']) {
    const answer = await send(app, services.clock.now(), { body })
    t.match({ status: answer.statusCode, ...answer.json() }, { status: 400, code: 'BAD_REQUEST' })
  }
  t.equal(await services.database.stripeEvent.count(), 0)
})

t.test('a body that is too large is refused', async (t) => {
  const { app, services } = await build(t)
  const body = bodyOf({ padding: 'x'.repeat(1024 * 1024) })
  const answer = await send(app, services.clock.now(), { body })
  t.equal(answer.statusCode, 413)
})

t.test('while secrets are rotated both are good', async (t) => {
  const { app, services } = await build(t, { STRIPE_WEBHOOK_SECRETS: 'whsec_new,whsec_old' })
  for (const signedBy of ['whsec_new', 'whsec_old']) {
    t.equal((await send(app, services.clock.now(), { signedBy })).statusCode, 200)
  }
  t.equal((await send(app, services.clock.now())).statusCode, 400)
})

t.test("the other mode's events are stored and left alone", async (t) => {
  const { app, services } = await build(t)
  const body = bodyOf({
    type: 'customer.subscription.updated',
    livemode: true,
    data: { object: { id: 'sub_1', customer: 'cus_1' } },
  })
  const answer = await send(app, services.clock.now(), { body })
  t.equal(answer.statusCode, 200)
  t.match(await services.database.stripeEvent.findMany(), [{ status: 'ignored', livemode: true }])
})

t.test('a browser page of another site is no way in, and Stripe needs no origin', async (t) => {
  const { app } = await build(t)
  const answer = await app.inject({
    method: 'POST',
    url: '/webhooks/stripe',
    headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
    payload: bodyOf(),
  })
  t.match(answer.json(), { code: 'WEBHOOK_SIGNATURE' })
})

t.test('while the database is down Stripe is told to come again', async (t) => {
  const { app, services } = await build(t, {
    DATABASE_URL: 'postgresql://127.0.0.1:1/none',
  })
  const answer = await send(app, services.clock.now())
  t.equal(answer.statusCode, 503)
  t.equal(answer.json().code, 'UNAVAILABLE')
})

t.test('a NUL or a time without end, signed, is stored as it is or refused', async (t) => {
  const { app, services } = await build(t)
  const status = async (changes: object) =>
    (await send(app, services.clock.now(), { body: bodyOf(changes) })).statusCode
  t.equal(await status({ data: { object: { title: 'a\0b' } } }), 200)
  t.equal(await status({ type: 'charge.refunded', data: { object: { customer: 'a\0b' } } }), 200)
  for (const wrong of [
    { id: 'evt\0' },
    { type: 'a\0' },
    { api_version: '\0' },
    { created: 8e12 },
    { created: '-200000-01-01T00:00:00Z' },
  ]) {
    t.equal(await status(wrong), 400, JSON.stringify(wrong))
  }
})
