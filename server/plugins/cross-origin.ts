import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Whether pages of other sites may ask and read the answer, without cookies: as anyone may by other
     * means, or by a token that they hold.
     */
    crossOrigin?: boolean
  }
}

const headers = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
  'cross-origin-resource-policy': 'cross-origin',
}

const preflight = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-max-age': '86400',
}

/** Answers pages of other sites where a route says `crossOrigin`. */
export const crossOrigin = fp(
  async (app: FastifyInstance) => {
    const asked = new Set<string>()
    app.addHook('onRoute', ({ url, config }) => {
      if (config?.crossOrigin !== true || asked.has(url)) return
      asked.add(url)
      app.options(
        url,
        { schema: { hide: true }, config: { crossOrigin: true } },
        async (_request, reply) => reply.headers(preflight).code(204).send(),
      )
    })
    app.addHook('onSend', (request, reply, payload, done) => {
      if (request.routeOptions.config.crossOrigin === true) reply.headers(headers)
      done(null, payload)
    })
  },
  { name: 'cross-origin', fastify: '5.x' },
)
