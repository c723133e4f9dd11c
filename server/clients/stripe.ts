import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import Stripe from 'stripe'

export type { Stripe }

export interface StripeOptions {
  secretKey: string
  /** Another address of the API, such as the local Stripe's. */
  apiBase?: string | undefined
  /** Milliseconds for one try. */
  timeoutMs?: number
}

/**
 * The SDK, set so that every call has an end. Tries again twice on its own when the network fails
 * or Stripe asks for it, with an idempotency key where something is created.
 */
export function openStripe({ secretKey, apiBase, timeoutMs = 8_000 }: StripeOptions): Stripe {
  return new Stripe(secretKey, {
    ...(apiBase === undefined ? {} : addressOf(apiBase)),
    timeout: timeoutMs,
    maxNetworkRetries: 2,
    // A bounded number at a time: what comes from pages leaves room for webhooks.
    httpAgent: agentFor(apiBase),
    telemetry: false,
    appInfo: { name: 'Matinee' },
  })
}

const mostAtOnce = 16

const agentFor = (apiBase: string | undefined) => {
  const Agent = apiBase?.startsWith('http:') ? HttpAgent : HttpsAgent
  return new Agent({ keepAlive: true, maxSockets: mostAtOnce })
}

function addressOf(apiBase: string) {
  const { protocol, hostname, port } = new URL(apiBase)
  const secure = protocol === 'https:'
  return {
    protocol: secure ? ('https' as const) : ('http' as const),
    host: hostname,
    port: port || (secure ? 443 : 80),
  }
}

/** Whether objects of live mode belong to this key. */
export const isLiveKey = (secretKey: string): boolean => /^(sk|rk)_live_/.test(secretKey)

export const isStripeError = (error: unknown): error is Stripe.errors.StripeError =>
  error instanceof Stripe.errors.StripeError

/** Whether Stripe says that there is no such object. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'

/** Of these another try may be answered otherwise: a wrong key, what is changed elsewhere, a limit on calls. */
const passing = new Set([401, 409, 429])

/** Whether Stripe has understood what was asked and does not do it: asking again helps nobody. */
export const isRefusal = (error: unknown): error is Stripe.errors.StripeError => {
  const status = isStripeError(error) ? (error.statusCode ?? 500) : 500
  return status >= 400 && status < 500 && !passing.has(status)
}

/** The id of what Stripe gives either as an id or, expanded, as the object. */
export function idOf(value: string | { id: string }): string
export function idOf(value: string | { id: string } | null | undefined): string | null
export function idOf(value: string | { id: string } | null | undefined): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : value.id
}

/** Stripe's seconds as a date. */
export function dateOf(seconds: number): Date
export function dateOf(seconds: number | null | undefined): Date | null
export function dateOf(seconds: number | null | undefined): Date | null {
  return seconds === null || seconds === undefined ? null : new Date(seconds * 1000)
}

/** Every item of a list, however many pages it has. */
export async function allPages<T>(list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of list) items.push(item)
  return items
}
