import { fastifySwagger } from '@fastify/swagger'
import { fastifySwaggerUi } from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { tags } from '../../contract/operations.ts'
import { withStyle } from './content-policy.ts'
import { nameSchemas } from './openapi/name-schemas.ts'
import { describeOperation } from './openapi/operation.ts'
import { sessionCookieNames } from './session-cookies.ts'

export interface OpenApiOptions {
  /** The address that browsers use. */
  publicUrl: string
}

const description = `Errors are problem documents (RFC 9457) with a stable \`code\`. Amounts are in the
currency's minor unit, times ISO 8601 in UTC, durations in seconds. Signing in sets httpOnly cookies;
unsafe methods are taken from our own pages only. Under /play the token in the path is the whole
credential.`

const securitySchemes = (publicUrl: string) => {
  const { access, refresh } = sessionCookieNames(publicUrl.startsWith('https:'))
  return {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: access,
      description: 'Set by signing in; lives for a quarter of an hour.',
    },
    refresh: {
      type: 'apiKey',
      in: 'cookie',
      name: refresh,
      description: 'Set by signing in; each is good for one exchange.',
    },
    stripeSignature: {
      type: 'apiKey',
      in: 'header',
      name: 'stripe-signature',
      description: 'Over the bytes of the body.',
    },
  } as const
}

/** Of the logo in the page of swagger-ui. */
const logoStyle = '.logo_small_svg__cls-2{fill:#fff}.logo_small_svg__cls-3{fill:#85ea2d}'

/** Gathers the routes that are registered after it. */
export const describeRoutes = fp(
  async (app: FastifyInstance, { publicUrl }: OpenApiOptions) => {
    await app.register(fastifySwagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Matinee',
          version: '0.1.0',
          description,
          license: { name: 'MIT', identifier: 'MIT' },
          contact: { name: 'The operator of this server', url: publicUrl },
        },
        servers: [{ url: publicUrl }],
        tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
        components: {
          securitySchemes: securitySchemes(publicUrl),
        },
      },
      transform: describeOperation,
      transformObject: (document) =>
        'openapiObject' in document
          ? nameSchemas(document.openapiObject as typeof document.openapiObject)
          : document.swaggerObject,
    })
  },
  { name: 'describe-routes' },
)

/** The description of every route, at /api/openapi.json, and a page to read it by, at /api/docs. */
export const openApi = fp(
  async (app: FastifyInstance) => {
    app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
    await app.register(fastifySwaggerUi, {
      routePrefix: '/api/docs',
      transformStaticCSP: (policy) => withStyle(policy, logoStyle),
    })
  },
  { name: 'openapi', dependencies: ['describe-routes'] },
)
