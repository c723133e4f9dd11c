import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Stripe from 'stripe'
import type { Test } from 'tap'
import { type LocalStripe, type LocalStripeOptions, startLocalStripe } from '../src/index.ts'

/** A clock that moves only when it is told to. */
export class SetClock {
  #ms: number
  constructor(start = '2026-01-15T10:00:00Z') {
    this.#ms = Date.parse(start)
  }
  now(): Date {
    return new Date(this.#ms)
  }
  monotonic(): number {
    return this.#ms
  }
  /** Seconds since 1970. */
  get seconds(): number {
    return Math.floor(this.#ms / 1000)
  }
  pass({ seconds = 0, minutes = 0, hours = 0, days = 0 }): void {
    this.#ms += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  }
}

export const secretKey = 'sk_test_localkeyofthistest'
export const webhookSecret = 'whsec_localsecretofthistest'

export interface Stand {
  clock: SetClock
  server: LocalStripe
  stripe: Stripe
  directory: string
  /** Opens a door: what it answered, and with which status. */
  door(path: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }>
  /** The types of all events so far, oldest first. */
  eventTypes(): Promise<string[]>
  /** Stops the server and starts another on the same directory. */
  restart(): Promise<void>
}

/** The real SDK, pointed at the stand-in. */
export function sdk(url: string, key = secretKey): Stripe {
  const { hostname, port } = new URL(url)
  return new Stripe(key, {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  })
}

/** A whole local Stripe with a clock of its own, which ends with the test. */
export async function stand(
  t: Test,
  { clock = new SetClock(), ...options }: Partial<LocalStripeOptions> & { clock?: SetClock } = {},
): Promise<Stand> {
  const directory = await mkdtemp(join(tmpdir(), 'local-stripe-'))
  const start = () => startLocalStripe({ directory, secretKey, webhookSecret, clock, ...options })
  const made: Stand = {
    clock,
    directory,
    server: await start(),
    stripe: new Stripe(secretKey),
    async door(path, body = {}) {
      const response = await fetch(`${made.server.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    },
    async eventTypes() {
      const types: string[] = []
      for await (const event of made.stripe.events.list({ limit: 100 })) types.unshift(event.type)
      return types
    },
    async restart() {
      await made.server.close()
      made.server = await start()
      made.stripe = sdk(made.server.url)
    },
  }
  made.stripe = sdk(made.server.url)
  t.teardown(async () => {
    await made.server.close()
    await rm(directory, { recursive: true, force: true })
  })
  return made
}

/** A monthly plan and a customer to subscribe to it. */
export async function shop(stripe: Stripe, customerParams: Stripe.CustomerCreateParams = {}) {
  const product = await stripe.products.create({ name: 'Premium' })
  const monthly = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 999,
    recurring: { interval: 'month' },
  })
  const customer = await stripe.customers.create({ email: 'viewer@example.com', ...customerParams })
  return { product, monthly, customer }
}

export const checkoutFor = (
  stripe: Stripe,
  price: string,
  params: Partial<Stripe.Checkout.SessionCreateParams> = {},
) =>
  stripe.checkout.sessions.create({
    mode: 'subscription',
    line_items: [{ price, quantity: 1 }],
    success_url: 'http://shop.test/thanks?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://shop.test/plans',
    ...params,
  })

export interface Received {
  body: string
  signature: string
}

/** An endpoint that takes events; `answer` decides the status of each. */
export async function endpoint(t: Test, answer: (received: Received) => number = () => 200) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const one = { body, signature: String(request.headers['stripe-signature']) }
      received.push(one)
      response.writeHead(answer(one)).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/webhooks/stripe`, received }
}

/** Seconds since 1970 of a date such as `2026-03-01T00:00:00Z`. */
export const at = (date: string): number => Date.parse(date) / 1000

/** Lets a test clock's time pass, and waits until the clock says that it has. */
export async function advance(stripe: Stripe, clock: string, to: string): Promise<void> {
  await stripe.testHelpers.testClocks.advance(clock, { frozen_time: at(to) })
  const after = await stripe.testHelpers.testClocks.retrieve(clock)
  if (after.status !== 'ready') throw new Error(`The test clock is ${after.status}.`)
}

/** Somebody who subscribes to the monthly plan on the server's own clock, and pays with a card. */
export async function member(stripe: Stripe) {
  const made = await shop(stripe, { payment_method: 'pm_card_visa' })
  const { customer, monthly } = made
  const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
    default_payment_method: method?.id,
  })
  return { ...made, subscription }
}

/** A subscriber on a test clock of their own, who pays with a card of this kind. */
export async function subscriber(
  stripe: Stripe,
  {
    card = 'pm_card_visa',
    ...params
  }: Partial<Stripe.SubscriptionCreateParams> & { card?: string } = {},
) {
  const clock = await stripe.testHelpers.testClocks.create({
    frozen_time: at('2026-01-15T10:00:00Z'),
  })
  const made = await shop(stripe, { test_clock: clock.id })
  const { customer, monthly } = made
  const method = await stripe.paymentMethods.attach(card, { customer: customer.id })
  await stripe.customers.update(customer.id, {
    invoice_settings: { default_payment_method: method.id },
  })
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
    ...params,
  })
  return { ...made, clock: clock.id, method, subscription }
}

/** The error that a call is answered with. */
export async function fault(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error
    throw error
  }
  throw new Error('The call succeeded.')
}
