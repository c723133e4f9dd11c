import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import type { Delivery } from '../store/tables.ts'
import { signatureHeader } from './signature.ts'
import type { Timers } from './timers.ts'

/** Seconds from one failed try to the next; after the last the event is given up, as Stripe does. */
export const retrySeconds = [2, 10, 60, 300, 1800, 7200, 21_600, 43_200, 86_400, 86_400]

/** Sends an event and answers whether it was accepted; to be given up when the signal says so. */
export type Post = (
  url: string,
  body: string,
  signature: string,
  signal: AbortSignal,
) => Promise<boolean>

/** How many are sent at the same time, so that a thousand held events do not flood the endpoint. */
const atOnce = 16

export interface WebhookOptions {
  account: Account
  /** Of the endpoint that is given at the start, beside those that the API makes. */
  url: string | undefined
  secret: string
  timers: Timers
  post?: Post
  /** Told of what goes wrong here, as when the disk is full. */
  onError?: (error: unknown) => void
}

/**
 * Sends events to the endpoint, signed. What is to be sent lies in the store, so that a restart
 * goes on with it. The knobs make it lose, hold, double, delay or shuffle.
 */
export class Webhooks {
  readonly #account: Account
  readonly #url: string | undefined
  readonly #secret: string
  readonly #timers: Timers
  readonly #post: Post
  readonly #onError: (error: unknown) => void
  readonly #closing = new AbortController()
  #queue: Delivery[] = []
  readonly #underWay = new Map<string, Promise<void>>()
  #cancelTimer: (() => void) | undefined
  #closed = false

  constructor(options: WebhookOptions) {
    const { account, url, secret, timers, post = postOverHttp, onError = () => {} } = options
    this.#account = account
    this.#url = url
    this.#secret = secret
    this.#timers = timers
    this.#post = post
    this.#onError = onError
    account.onCommit(() => this.#wake())
    this.#wake()
  }

  /** Sends what is held and waits until everything that is due has been tried. */
  async flush(): Promise<{ sent: number }> {
    const { deliveries } = this.#account.tables
    const held = [...deliveries.values()].filter(({ nextAt }) => nextAt === null)
    const now = this.#account.wallClockMs
    this.#account.transaction(() => {
      for (const delivery of this.#ordered(held)) {
        this.#account.put(deliveries, { ...delivery, nextAt: now })
      }
    })
    this.#wake()
    await this.settled()
    return { sent: held.length }
  }

  /** Waits for the tries that are under way, and those that they lead to at once. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay.values())
  }

  /** Tries everything that is due. For those who set the clock by hand. */
  wake(): void {
    this.#wake()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#queue = []
    this.#cancelTimer?.()
    this.#closing.abort()
    await this.settled()
  }

  #ordered<T>(rows: T[]): T[] {
    if (!this.#account.knobs.webhooks.shuffle) return rows
    return rows
      .map((row) => ({ row, at: Math.random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row)
  }

  /** Lines up what is due and sets the next alarm. */
  #wake(): void {
    if (this.#closed) return
    this.#cancelTimer?.()
    const now = this.#account.wallClockMs
    const waiting = [...this.#account.tables.deliveries.values()].filter(
      ({ id, nextAt }) => nextAt !== null && !this.#underWay.has(id),
    )
    this.#queue = this.#ordered(waiting.filter(({ nextAt }) => (nextAt ?? now) <= now))
    const next = Math.min(...waiting.map(({ nextAt }) => nextAt ?? now).filter((at) => at > now))
    if (next < Number.POSITIVE_INFINITY) {
      this.#cancelTimer = this.#timers.after(next - now, () => this.#wake())
    }
    this.#pump()
  }

  #pump(): void {
    while (this.#underWay.size < atOnce) {
      const delivery = this.#queue.shift()
      if (!delivery) return
      this.#start(delivery)
    }
  }

  #start(delivery: Delivery): void {
    const work = this.#deliver(delivery)
      .catch(this.#onError)
      .finally(() => {
        this.#underWay.delete(delivery.id)
        if (this.#queue.length > 0) this.#pump()
        else if (this.#underWay.size === 0) this.#wake()
      })
    this.#underWay.set(delivery.id, work)
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const { deliveries, events } = this.#account.tables
    const event = events.get(delivery.event ?? delivery.id)
    const target = this.#targetOf(delivery)
    if (!event || target === null) {
      this.#account.store.transaction(() => this.#account.store.remove(deliveries, delivery.id))
      return
    }
    const body = JSON.stringify(event, null, 2)
    const seconds = Math.floor(this.#account.wallClockMs / 1000)
    const signature = signatureHeader(body, target.secret, seconds)
    const accepted = await this.#post(target.url, body, signature, this.#closing.signal).catch(
      () => false,
    )
    if (this.#closed && !accepted) return
    this.#account.store.transaction(() => {
      if (accepted) this.#accepted(delivery, event)
      else this.#refused(delivery)
    })
  }

  /** Null where the endpoint is gone. */
  #targetOf({ endpoint }: Delivery): { url: string; secret: string } | null {
    const { webhookEndpoints, webhookSecrets } = this.#account.tables
    if (endpoint === undefined) {
      return this.#url === undefined ? null : { url: this.#url, secret: this.#secret }
    }
    const url = webhookEndpoints.get(endpoint)?.url
    const secret = webhookSecrets.get(endpoint)?.secret
    return url === undefined || secret === undefined ? null : { url, secret }
  }

  #accepted(delivery: Delivery, event: Stripe.Event): void {
    const { deliveries, events } = this.#account.tables
    if (event.pending_webhooks > 0)
      this.#account.put(events, { ...event, pending_webhooks: event.pending_webhooks - 1 })
    if (delivery.copies <= 1) {
      this.#account.store.remove(deliveries, delivery.id)
      return
    }
    this.#account.put(deliveries, {
      ...delivery,
      attempts: 0,
      copies: delivery.copies - 1,
      nextAt: this.#account.wallClockMs + this.#account.knobs.webhooks.delayMs,
    })
  }

  #refused(delivery: Delivery): void {
    const wait = retrySeconds[delivery.attempts]
    const { deliveries } = this.#account.tables
    if (wait === undefined) {
      this.#account.store.remove(deliveries, delivery.id)
      return
    }
    this.#account.put(deliveries, {
      ...delivery,
      attempts: delivery.attempts + 1,
      nextAt: this.#account.wallClockMs + wait * 1000,
    })
  }
}

/** Anything but 2xx is a failure, redirects as well. */
async function postOverHttp(
  url: string,
  body: string,
  signature: string,
  closing: AbortSignal,
): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'stripe-signature': signature,
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
    },
    signal: AbortSignal.any([closing, AbortSignal.timeout(20_000)]),
  })
  await response.body?.cancel()
  return response.ok
}
