import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { say } from '../../contract/words/server.ts'
import { spokenLanguage } from '../../contract/words/speak.ts'
import { isStripeError } from '../clients/stripe.ts'
import { toProviderError } from '../clients/stripe-refusals.ts'
import { type ErrorCode, MatineeError } from '../errors.ts'
import { isDatabaseTrouble } from './database-trouble.ts'
import { type SchemaError, schemaComplaints } from './schema-complaints.ts'

/** What kind of refusal a status is. */
const titleOf = (status: number): string => {
  const key = `problems.${status}`
  return say.has(key) ? say(key as 'problems.500') : say('problems.500')
}

declare module 'fastify' {
  interface FastifyReply {
    /** What was answered in place of what was asked for. */
    refusal: { code: ErrorCode; reason: string } | null
  }
}

/** RFC 9457: "application/problem+json", with our stable `code` as an extension member. */
function send(reply: FastifyReply, { code, status, message, members }: MatineeError) {
  const title = titleOf(status)
  const { reason } = members
  reply.refusal = { code, reason: typeof reason === 'string' ? reason : '' }
  if (typeof members.retryAfterSeconds === 'number') {
    reply.header('retry-after', members.retryAfterSeconds)
  }
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({ type: 'about:blank', title, status, code, detail: message, ...members })
}

/** Fastify's own refusals (parsing, limits, media types), by status. */
const byStatus: Record<number, ErrorCode> = {
  401: 'SIGN_IN_REQUIRED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
}

/** Names each field that a schema refuses, and what is wrong with it. */
function fromValidation(error: FastifyError): MatineeError {
  const fields = schemaComplaints((error.validation ?? []) as SchemaError[])
  const first = fields[0]
  const detail =
    first &&
    say('problems.field', { ...first, field: first.field || (error.validationContext ?? 'body') })
  return new MatineeError('BAD_REQUEST', { detail, members: { fields } })
}

/** What the client is told about `error`; nothing of an unexpected error's message gets out. */
export function toMatineeError(error: FastifyError | Error): MatineeError {
  if (error instanceof MatineeError) return error
  if ('validation' in error && error.validation) return fromValidation(error)
  if (isStripeError(error)) return toProviderError(error)
  if (isDatabaseTrouble(error)) return new MatineeError('UNAVAILABLE', { cause: error })
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  if (status >= 500) return new MatineeError('INTERNAL', { cause: error })
  return new MatineeError(
    byStatus[status] ?? 'BAD_REQUEST',
    status === 400 && spokenLanguage() === 'en' ? { detail: error.message } : {},
  )
}

/** Answers what no route is looked for: an address that is no address, or a part of it without end. */
export function refuseAddress(error: FastifyError, _request: unknown, reply: FastifyReply): void {
  const known = error.code === 'FST_ERR_BAD_URL' ? 'BAD_REQUEST' : 'NOT_FOUND'
  send(reply, new MatineeError(known, { cause: error }))
}

/** Turns whatever is thrown into a problem document. */
export const problemJson = fp(
  async (app: FastifyInstance) => {
    app.decorateReply('refusal', null)
    app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const problem = toMatineeError(error)
      if (problem.status >= 500) request.log.error({ err: error }, 'request failed')
      return send(reply, problem)
    })
  },
  { name: 'problem-json' },
)

/** Answers what no route is there for. Hooks of where it is registered hold for it. */
export const notFound = fp(
  async (app: FastifyInstance) => {
    app.setNotFoundHandler((_request, reply) => send(reply, new MatineeError('NOT_FOUND')))
  },
  { name: 'not-found' },
)
