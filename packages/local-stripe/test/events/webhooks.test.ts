import t, { type Test } from 'tap'
import { retrySeconds } from '../../src/events/webhooks.ts'
import { endpoint, SetClock, stand, webhookSecret } from '../stand.ts'

/** Alarms that ring when the test's clock has passed them. */
class SetTimers {
  readonly #alarms = new Set<{ at: number; ring: () => void }>()
  readonly #clock: SetClock
  constructor(clock: SetClock) {
    this.#clock = clock
  }
  after(milliseconds: number, ring: () => void): () => void {
    const alarm = { at: this.#clock.now().getTime() + milliseconds, ring }
    this.#alarms.add(alarm)
    return () => this.#alarms.delete(alarm)
  }
  ringDue(): void {
    const now = this.#clock.now().getTime()
    for (const alarm of [...this.#alarms]) {
      if (alarm.at <= now && this.#alarms.delete(alarm)) alarm.ring()
    }
  }
}

/** A stand whose events go to a function, at times that the test sets. */
async function posting(t: Test, answer: (body: string) => boolean | Promise<boolean>) {
  const clock = new SetClock()
  const timers = new SetTimers(clock)
  const sent: { type: string; id: string; at: number; body: string; signature: string }[] = []
  const made = await stand(t, {
    clock,
    timers,
    webhookUrl: 'http://shop.test/webhooks/stripe',
    post: async (_url, body, signature) => {
      const { id, type } = JSON.parse(body) as { id: string; type: string }
      sent.push({ id, type, at: clock.seconds, body, signature })
      return answer(body)
    },
  })
  /** Lets time pass, rings what is due, and waits for the tries that follow. */
  const pass = async (seconds: number) => {
    clock.pass({ seconds })
    timers.ringDue()
    await made.door('/_local/webhooks/flush')
  }
  return Object.assign(made, { sent, pass })
}

t.test('an event that is refused is sent again, later and later, then given up', async (t) => {
  const { stripe, sent, pass, clock } = await posting(t, () => false)
  await stripe.customers.create()
  await pass(0)
  const start = clock.seconds
  const expected = [0]
  for (const wait of retrySeconds) {
    await pass(wait - 1)
    t.equal(sent.length, expected.length, 'not before its time')
    await pass(1)
    expected.push((expected.at(-1) ?? 0) + wait)
  }
  t.strictSame(
    sent.map(({ at }) => at - start),
    expected,
  )
  await pass(10 * 86_400)
  t.equal(sent.length, expected.length)
  const [event] = (await stripe.events.list({ delivery_success: false })).data
  t.match(event, { type: 'customer.created', pending_webhooks: 1 })
})

t.test('an event is sent until it is accepted, and once more for nobody', async (t) => {
  let tries = 0
  const { stripe, sent, pass } = await posting(t, () => ++tries === 3)
  await stripe.customers.create()
  await pass(0)
  await pass(retrySeconds[0] ?? 0)
  await pass(retrySeconds[1] ?? 0)
  await pass(86_400)
  t.equal(sent.length, 3)
  t.equal(new Set(sent.map(({ id }) => id)).size, 1)
  t.strictSame((await stripe.events.list({ delivery_success: false })).data, [])
  t.equal((await stripe.events.list({ delivery_success: true })).data.length, 1)
})

t.test('each try is signed anew, at its own time', async (t) => {
  const { stripe, sent, pass } = await posting(t, () => false)
  await stripe.customers.create()
  await pass(0)
  await pass(retrySeconds[0] ?? 0)
  t.equal(sent.length, 2)
  t.equal(sent[0]?.body, sent[1]?.body)
  t.not(sent[0]?.signature, sent[1]?.signature)
  for (const { body, signature, at } of sent) {
    const verify = (received: number) =>
      stripe.webhooks.constructEvent(
        body,
        signature,
        webhookSecret,
        300,
        undefined,
        received * 1000,
      )
    t.equal(verify(at + 300).type, 'customer.created')
    t.throws(() => verify(at + 301), { message: /tolerance/ })
    t.throws(() => stripe.webhooks.constructEvent(body, signature, 'whsec_other'))
    t.throws(() =>
      stripe.webhooks.constructEvent(body.replace('cus_', 'cus-'), signature, webhookSecret),
    )
  }
})

t.test('what waits for another try is still tried after a restart', async (t) => {
  let up = false
  const made = await posting(t, () => up)
  await made.stripe.customers.create()
  await made.pass(0)
  t.equal(made.sent.length, 1)
  await made.restart()
  up = true
  await made.pass(retrySeconds[0] ?? 0)
  t.equal(made.sent.length, 2)
  t.equal((await made.stripe.events.list({ delivery_success: true })).data.length, 1)
})

t.test('held events go out when they are let go, in the order they were made', async (t) => {
  const { stripe, door, sent } = await posting(t, () => true)
  await door('/_local/webhooks', { mode: 'hold' })
  await stripe.products.create({ name: 'one' })
  const { id } = await stripe.customers.create()
  await stripe.customers.update(id, { name: 'two' })
  t.strictSame(sent, [])
  t.match((await door('/_local/webhooks/flush')).body, { sent: 3 })
  t.strictSame(
    sent.map(({ type }) => type),
    ['product.created', 'customer.created', 'customer.updated'],
  )
  t.match((await door('/_local/webhooks/flush')).body, { sent: 0 })
})

t.test('dropped events are never sent, but stay on the list', async (t) => {
  const { stripe, door, sent, pass } = await posting(t, () => true)
  await door('/_local/webhooks', { mode: 'drop' })
  await stripe.customers.create()
  await pass(86_400)
  await door('/_local/webhooks', { mode: 'deliver' })
  await stripe.products.create({ name: 'one' })
  await pass(86_400)
  t.strictSame(
    sent.map(({ type }) => type),
    ['product.created'],
  )
  t.strictSame(
    (await stripe.events.list({ delivery_success: false })).data.map(({ type }) => type),
    ['customer.created'],
  )
})

t.test('an event is sent as often as was asked for', async (t) => {
  const { stripe, door, sent, pass } = await posting(t, () => true)
  await door('/_local/webhooks', { duplicate: 3 })
  await stripe.customers.create()
  await pass(0)
  await pass(1)
  t.equal(sent.length, 3)
  t.equal(new Set(sent.map(({ id }) => id)).size, 1)
})

t.test('events are late by as much as was asked for', async (t) => {
  const { stripe, door, sent, pass } = await posting(t, () => true)
  await door('/_local/webhooks', { delayMs: 5000 })
  await stripe.customers.create()
  await pass(4)
  t.equal(sent.length, 0)
  await pass(1)
  t.equal(sent.length, 1)
})

t.test('shuffled events come in another order, each of them once', async (t) => {
  const { stripe, door, sent } = await posting(t, () => true)
  await door('/_local/webhooks', { mode: 'hold', shuffle: true })
  for (let index = 0; index < 20; index++) await stripe.products.create({ name: `${index}` })
  await door('/_local/webhooks/flush')
  const made = (await stripe.events.list({ limit: 100 })).data.map(({ id }) => id).reverse()
  t.notSame(
    sent.map(({ id }) => id),
    made,
  )
  t.strictSame(sent.map(({ id }) => id).sort(), made.sort())
})

t.test('over HTTP, anything but 2xx is a failure, a redirect as well', async (t) => {
  const answers = [302, 500, 404, 204]
  const { url, received } = await endpoint(t, () => answers[received.length - 1] ?? 200)
  const clock = new SetClock()
  const timers = new SetTimers(clock)
  const { stripe, door } = await stand(t, { clock, timers, webhookUrl: url })
  await stripe.customers.create()
  await door('/_local/webhooks/flush')
  for (const wait of retrySeconds) {
    clock.pass({ seconds: wait })
    timers.ringDue()
    await door('/_local/webhooks/flush')
  }
  t.equal(received.length, 4)
  t.equal((await stripe.events.list({ delivery_success: true })).data.length, 1)
})
