import type { FastifySchema, RouteOptions } from 'fastify'
import {
  type Caller,
  type Operation,
  operations,
  problemsOf,
  redirect,
} from '../../../contract/operations.ts'
import { type ErrorCode, Problem, problemOf } from '../../../contract/problems.ts'
import { statusOf } from '../../errors.ts'

interface Described extends FastifySchema {
  summary?: string
  response?: Record<string, object>
}

const security: Record<Caller, object[]> = {
  anyone: [],
  token: [],
  visitor: [{}, { session: [] }],
  viewer: [{ session: [] }],
  operator: [{ session: [] }],
  refresh: [{ refresh: [] }],
  stripe: [{ stripeSignature: [] }],
}

/** "Press play" becomes pressPlay: the name of an operation that the contract does not know. */
const nameOf = (summary: string): string =>
  summary
    .toLowerCase()
    .replace(/[^a-z0-9]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    .replace(/[^A-Za-z0-9]/g, '')

const problemJson = (schema: object) => ({ content: { 'application/problem+json': { schema } } })

/** One answer for each status, which may stand for several codes. */
function refusals(codes: readonly ErrorCode[]): Record<string, object> {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of codes) {
    const status = statusOf(code)
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const [first, ...others] = codes.map(problemOf)
      const schema = others.length === 0 ? first : { anyOf: [first, ...others] }
      return [status, { description: codes.join(', '), ...problemJson(schema ?? Problem) }]
    }),
  )
}

const other = { description: 'Refused: `code` says why.', ...problemJson(Problem) }

const toBucket = {
  description: 'To the file in the bucket.',
  headers: { location: { type: 'string', description: 'A pre-signed URL.' } },
  type: 'null',
}

function answers(
  { response = {} }: Described,
  { answer, piece, who }: Operation,
): Record<string, object> {
  if (answer === undefined) return response
  if (answer === redirect) return { 302: toBucket }
  const schema = piece ?? { type: 'string' }
  const text = { 200: { description: 'Text.', content: { [answer]: { schema } } } }
  const cached = { description: 'As you have it already.', type: 'null' }
  return who === 'token' ? { ...text, 304: cached } : text
}

/** Adds to a route's own schemas what the contract says of its operation. */
export function describeOperation({
  schema,
  url,
  route,
}: {
  schema: FastifySchema
  url: string
  route: RouteOptions
}): { schema: FastifySchema; url: string } {
  const described = schema as Described | undefined
  if (described === undefined) return { schema, url }
  const { summary = '' } = described
  const { permission } = route.config ?? {}
  const method = String(route.method)
  const operation = operations[`${method} ${url}`] ?? {
    id: nameOf(summary),
    who: url.startsWith('/api/studio/') ? 'operator' : 'visitor',
    problems: [],
  }
  const { params, querystring, body } = described
  const codes = problemsOf(operation, {
    method,
    hasInput: [params, querystring, body].some((part) => part !== undefined),
    hasBody: body !== undefined,
  })
  const refused = refusals(codes)
  const isRefusable = Object.keys(refused).some((status) => status.startsWith('4'))
  const rest = isRefusable ? {} : { '4XX': other }
  return {
    url,
    schema: {
      description: `${summary}.`,
      ...described,
      operationId: operation.id,
      ...(permission !== undefined && { 'x-permissions': [permission].flat() }),
      security: security[operation.who],
      response: { ...answers(described, operation), ...refused, ...rest, default: other },
    } as FastifySchema,
  }
}
