import type { FastifyInstance } from 'fastify'

/**
 * The rules below /play. The token in the path is the whole credential, since no cookie and no header
 * reaches a television; so pages of any origin may ask, and requests are not logged.
 */
export function tokenPaths(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    route.logLevel = 'warn'
    route.config = { ...route.config, originCheck: false }
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'etag, retry-after',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'no-store',
    })
  })
}

/** What browsers ask before a request of another origin's page that is not a plain one. */
export function preflightRoute(app: FastifyInstance): void {
  app.options('/play/*', async (_request, reply) =>
    reply
      .headers({
        'access-control-allow-methods': 'GET, HEAD, POST, DELETE',
        'access-control-allow-headers': 'content-type, range',
        'access-control-max-age': '86400',
      })
      .code(204)
      .send(),
  )
}
