import { fastifySwagger } from '@fastify/swagger'
import { fastifySwaggerUi } from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

export interface OpenApiOptions {
  /** The address that browsers use. */
  publicUrl: string
}

const description = `Errors are problem documents (RFC 9457) with a stable \`code\`. Amounts are in the
currency's minor unit, times ISO 8601 in UTC, durations in seconds. Signing in sets httpOnly cookies;
unsafe methods are taken from our own pages only. Under /play the token in the path is the whole
credential.`

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
    })
    app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
    await app.register(fastifySwaggerUi, { routePrefix: '/api/docs' })
  },
  { name: 'openapi' },
)
