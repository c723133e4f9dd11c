import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Account, apiVersion } from '../account.ts'
import { newId } from '../ids.ts'
import { requireCustomer } from '../store/find.ts'
import { expand } from './expand.ts'
import { errorBody, Fault, invalid } from './faults.ts'
import { decodeForm, type FormHash } from './form.ts'
import { type Answer, fingerprintOf, keepAnswer, keptAnswer } from './idempotency.ts'
import { list, text } from './params.ts'
import type { PathIds, Route } from './route.ts'
import { routes } from './routes.ts'
import type { Trouble } from './trouble.ts'

export interface ApiOptions {
  account: Account
  secretKey: string
  /** Brings everything that is due up to date, before a call looks at it. */
  catchUp: () => void
  /** Calls that are to go wrong, for tests. */
  trouble: Trouble
}

/** Stripe's API: `/v1/…`. Each call is checked, carried out in one transaction, and answered. */
export async function api(app: FastifyInstance, options: ApiOptions): Promise<void> {
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => answer(route, options, request, reply),
    })
  }
}

/** Every header that Stripe's answers carry and clients read. */
export function setHeaders(reply: FastifyReply, requestId: string): void {
  void reply.headers({
    'content-type': 'application/json',
    'request-id': requestId,
    'stripe-version': apiVersion,
    'cache-control': 'no-cache, no-store',
  })
}

/** Answers a fault in Stripe's words; anything else is an error of the stand-in itself. */
export function sendFault(reply: FastifyReply, error: unknown, requestId = newId('req', 14)) {
  setHeaders(reply, requestId)
  if (error instanceof Fault) {
    return reply.code(error.status).send(JSON.stringify(errorBody(error, requestId)))
  }
  reply.log.error(error)
  const fault = new Fault(500, 'api_error', 'An unknown error occurred in the local Stripe.')
  return reply.code(500).send(JSON.stringify(errorBody(fault, requestId)))
}

async function answer(
  route: Route,
  { account, secretKey, catchUp, trouble }: ApiOptions,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const requestId = newId('req', 14)
  try {
    authenticate(request.headers.authorization, secretKey)
    trouble.refuseOverLimit(account)
    const met = trouble.next(request.method, request.url)
    if (met?.delayMs) await met.delay()
    const spoilt = met?.isOnlySlow ? undefined : met
    if (spoilt && !spoilt.after) return spoilt.answer(request, reply)
    catchUp()
    const form = parametersOf(request)
    const { 'idempotency-key': header } = request.headers
    const key = route.method === 'POST' && typeof header === 'string' ? header : null
    const fingerprint = fingerprintOf(route.method, request.url, String(request.body ?? ''))
    const kept = key === null ? undefined : keptAnswer(account, key, fingerprint)
    const { status, body } =
      kept ??
      carryOut(account, route, form, request.params as PathIds, { requestId, key, fingerprint })
    if (spoilt) return spoilt.answer(request, reply)
    setHeaders(reply, requestId)
    if (key !== null) void reply.header('idempotency-key', key)
    if (kept) {
      void reply.headers({ 'idempotent-replayed': 'true', 'original-request': kept.requestId })
    }
    return reply.code(status).send(body)
  } catch (error) {
    return sendFault(reply, error, requestId)
  }
}

interface Call {
  requestId: string
  key: string | null
  fingerprint: string
}

/**
 * Parameters are read first: a call that they refuse changes nothing, and its key stays free. What
 * comes after that is kept under the key, failures as well.
 */
function carryOut(
  account: Account,
  route: Route,
  form: FormHash,
  ids: PathIds,
  { requestId, key, fingerprint }: Call,
): Answer {
  const { expand: paths, ...given } = form
  const wanted = paths === undefined ? [] : list(text()).read(paths, 'expand')
  const input = route.input.read(given)
  if (route.method === 'GET') requireCustomer(account, (input as { customer?: string }).customer)
  account.request = { id: requestId, idempotency_key: key }
  try {
    return account.transaction(() => {
      const made = attempt(() => expand(account, route.run(account, input, ids), wanted), requestId)
      if (key !== null) keepAnswer(account, key, fingerprint, requestId, made)
      return made
    })
  } finally {
    account.request = { id: null, idempotency_key: null }
  }
}

/** A fault that leaves a record (a declined charge) is an answer; any other undoes everything. */
function attempt(work: () => object, requestId: string): Answer {
  try {
    return { status: 200, body: JSON.stringify(work()) }
  } catch (error) {
    if (!(error instanceof Fault && error.keepsChanges)) throw error
    return { status: error.status, body: JSON.stringify(errorBody(error, requestId)) }
  }
}

function parametersOf(request: FastifyRequest): FormHash {
  const query = request.url.slice(request.url.indexOf('?') + 1 || request.url.length + 1)
  const body = typeof request.body === 'string' ? request.body : ''
  return decodeForm(request.method === 'POST' && body !== '' ? body : query)
}

function authenticate(header: string | undefined, secretKey: string): void {
  const given = keyOf(header)
  if (given === undefined) {
    throw new Fault(
      401,
      'invalid_request_error',
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    )
  }
  const [a, b] = [Buffer.from(given), Buffer.from(secretKey)]
  if (a.length === b.length && timingSafeEqual(a, b)) return
  const shown = `${given.slice(0, 8)}${'*'.repeat(Math.max(given.length - 12, 0))}${given.slice(-4)}`
  throw new Fault(401, 'invalid_request_error', `Invalid API Key provided: ${shown}`)
}

/** By `Bearer`, or as the user name of `Basic`, as with curl -u. */
function keyOf(header: string | undefined): string | undefined {
  const [scheme, value] = (header ?? '').split(' ')
  if (!value) return undefined
  if (scheme?.toLowerCase() === 'bearer') return value
  if (scheme?.toLowerCase() !== 'basic') return undefined
  return Buffer.from(value, 'base64').toString('utf8').split(':')[0]
}

export const unknownUrl = (method: string, path: string) =>
  new Fault(
    404,
    'invalid_request_error',
    `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  )

export const badBody = () => invalid('The request body could not be read.')
