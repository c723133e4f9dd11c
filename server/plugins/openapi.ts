import { fastifySwagger } from '@fastify/swagger'
import { fastifySwaggerUi } from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { errorCodes } from '../errors.ts'

export interface OpenApiOptions {
  /** The address that browsers use. */
  publicUrl: string
}

const description = `Errors are problem documents (RFC 9457) with a stable \`code\`. Amounts are in the
currency's minor unit, times ISO 8601 in UTC, durations in seconds. Signing in sets httpOnly cookies;
unsafe methods are taken from our own pages only. Under /play the token in the path is the whole
credential.`

/** RFC 9457: the form of every answer that is no success. */
const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: errorCodes, description: 'Stable: decide by this one.' },
    detail: { type: 'string', description: 'What happened and what to do, for people.' },
    fields: {
      type: 'array',
      description: 'What is wrong with the input, by field.',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

type Description = { components?: { schemas?: object }; paths?: Record<string, object> }

/** Every operation may be refused, and every refusal looks the same: said once for all. */
function withProblems(description: Description): Description {
  const refused = {
    description: 'Refused: `code` says why.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  for (const methods of Object.values(description.paths ?? {})) {
    for (const operation of Object.values(methods) as { responses: object }[]) {
      operation.responses = { ...operation.responses, default: refused }
    }
  }
  const schemas = { ...description.components?.schemas, Problem: problem }
  return { ...description, components: { ...description.components, schemas } }
}

/**
 * The description of every route, at /api/openapi.json, and a page to read it by, at /api/docs. To be
 * registered before the routes that it describes.
 */
export const openApi = fp(
  async (app: FastifyInstance, { publicUrl }: OpenApiOptions) => {
    await app.register(fastifySwagger, {
      openapi: {
        openapi: '3.1.0',
        info: { title: 'Matinee', version: '0.1.0', description },
        servers: [{ url: publicUrl }],
      },
      transformObject: (document) =>
        'openapiObject' in document
          ? (withProblems(document.openapiObject as Description) as typeof document.openapiObject)
          : document.swaggerObject,
    })
    app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
    await app.register(fastifySwaggerUi, { routePrefix: '/api/docs' })
  },
  { name: 'openapi' },
)
