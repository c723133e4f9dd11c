import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Account } from './account.ts'
import { confirmPayment, payByCard, payByDebit, settleDebit } from './billing/checkout-pay.ts'
import { settleAnswer, settleProcessing } from './billing/settle.ts'
import type { Webhooks } from './events/webhooks.ts'
import { sendFault, setHeaders } from './http/api.ts'
import { invalid } from './http/faults.ts'
import { keeping } from './http/keeping.ts'
import type { PlannedTrouble, Trouble } from './http/trouble.ts'
import { newId } from './ids.ts'
import { findSession } from './resources/checkout-sessions.ts'
import type { Knobs } from './store/tables.ts'

export interface DoorOptions {
  account: Account
  trouble: Trouble
  webhooks: Webhooks | undefined
  catchUp: () => void
}

type Body = Record<string, unknown>

/**
 * The doors for tests, `/_local/…`: what a person does on a hosted page, and how events go out.
 * They take and give JSON and want no key; the server listens on loopback only.
 */
export async function doors(app: FastifyInstance, options: DoorOptions): Promise<void> {
  const { account, webhooks, catchUp, trouble } = options
  const door = (path: string, act: (body: Body, id: string) => object | Promise<object>) =>
    app.post(path, async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        catchUp()
        const { id = '' } = request.params as { id?: string }
        const answer = await act(bodyOf(request), id)
        setHeaders(reply, newId('req', 14))
        return reply.send(JSON.stringify(answer))
      } catch (error) {
        return sendFault(reply, error)
      }
    })

  door('/_local/checkout/sessions/:id/pay', ({ card, method, country }, id) => {
    const session = findSession(account, id)
    if (method === 'bank_debit') return keeping(account, () => payByDebit(account, session))
    if (typeof card !== 'string') throw invalid('Give the number of a test card as "card".')
    const payer = typeof country === 'string' ? { country } : {}
    return keeping(account, () => payByCard(account, session, card, payer))
  })
  door('/_local/checkout/sessions/:id/confirm', ({ outcome }, id) =>
    keeping(account, () => confirmPayment(account, findSession(account, id), good(outcome))),
  )
  door('/_local/checkout/sessions/:id/settle', ({ outcome }, id) =>
    keeping(account, () => settleDebit(account, findSession(account, id), good(outcome))),
  )
  door('/_local/intents/:id/confirm', ({ outcome }, id) =>
    keeping(account, () => settleAnswer(account, id, good(outcome))),
  )
  door('/_local/intents/:id/settle', ({ outcome }, id) =>
    keeping(account, () => settleProcessing(account, id, good(outcome))),
  )
  door('/_local/webhooks', (body) => setWebhooks(account, body))
  door('/_local/webhooks/flush', async () => (await webhooks?.flush()) ?? { sent: 0 })
  door('/_local/trouble', (body) => planTrouble(trouble, body))
  door('/_local/settings', (body) => setKnobs(account, body))
}

function bodyOf(request: FastifyRequest): Body {
  if (typeof request.body !== 'string' || request.body === '') return {}
  try {
    const body: unknown = JSON.parse(request.body)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Body
  } catch {
    // Falls through to the refusal.
  }
  throw invalid('The body must be a JSON object.')
}

function good(outcome: unknown): boolean {
  if (outcome === 'succeed' || outcome === undefined) return true
  if (outcome === 'fail') return false
  throw invalid('"outcome" is "succeed" or "fail".', { param: 'outcome' })
}

function planTrouble(trouble: Trouble, body: Body): PlannedTrouble {
  const {
    status = 500,
    count = 1,
    delayMs = 0,
    after = false,
    path = '/v1',
    method = null,
    ...rest
  } = body
  refuseUnknown(rest)
  if (!isCount(status) || (status !== 0 && (status < 200 || status > 599))) {
    throw invalid('"status" is what calls are answered with, 0 to cut the connection.', {
      param: 'status',
    })
  }
  if (!isCount(count)) throw invalid('"count" is how many calls go wrong.', { param: 'count' })
  if (!isCount(delayMs)) throw invalid('"delayMs" is milliseconds.', { param: 'delayMs' })
  if (typeof after !== 'boolean') throw invalid('"after" is true or false.', { param: 'after' })
  if (typeof path !== 'string') throw invalid('"path" is a beginning of paths.', { param: 'path' })
  if (method !== null && typeof method !== 'string') {
    throw invalid('"method" is GET, POST or DELETE.', { param: 'method' })
  }
  const planned = { status, count, delayMs, after, path, method }
  trouble.plan(planned)
  return planned
}

const modes = ['deliver', 'drop', 'hold'] as const

function setWebhooks(account: Account, body: Body): Knobs['webhooks'] {
  const before = account.knobs
  const { mode = 'deliver', duplicate = 1, delayMs = 0, shuffle = false, ...unknown } = body
  refuseUnknown(unknown)
  const known = modes.find((candidate) => candidate === mode)
  if (!known) throw invalid('"mode" is "deliver", "drop" or "hold".', { param: 'mode' })
  if (!isCount(duplicate) || duplicate > 100) {
    throw invalid('"duplicate" is how often each event is sent: 1 to 100.', { param: 'duplicate' })
  }
  if (!isCount(delayMs)) throw invalid('"delayMs" is milliseconds.', { param: 'delayMs' })
  if (typeof shuffle !== 'boolean') throw invalid('"shuffle" is true or false.')
  const webhooks = { mode: known, duplicate, delayMs, shuffle }
  account.transaction(() => account.put(account.tables.knobs, { ...before, webhooks }))
  return webhooks
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0

function setKnobs(account: Account, body: Body): Knobs {
  const before = account.knobs
  const { retryDays, afterRetries, rateLimit, ...unknown } = { ...before, ...body } as Knobs
  const { id: _, webhooks: __, ...strange } = unknown as Body
  refuseUnknown(strange)
  if (!Array.isArray(retryDays) || !retryDays.every((days) => isCount(days) && days > 0)) {
    throw invalid('"retryDays" is a list of whole days.', { param: 'retryDays' })
  }
  if (!['cancel', 'unpaid', 'past_due'].includes(afterRetries)) {
    throw invalid('"afterRetries" is "cancel", "unpaid" or "past_due".', { param: 'afterRetries' })
  }
  if (rateLimit !== null && !isCount(rateLimit)) {
    throw invalid('"rateLimit" is requests a second, or null.', { param: 'rateLimit' })
  }
  const knobs: Knobs = { ...before, retryDays, afterRetries, rateLimit }
  account.transaction(() => account.put(account.tables.knobs, knobs))
  return knobs
}

function refuseUnknown(rest: Body): void {
  const [name] = Object.keys(rest)
  if (name !== undefined) {
    throw invalid(`Received unknown parameter: ${name}`, {
      code: 'parameter_unknown',
      param: name,
    })
  }
}
