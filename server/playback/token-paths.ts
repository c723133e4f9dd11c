import type { FastifyInstance } from 'fastify'

/** What a page's answers carry beside these is of no use to a player. */
const headers = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/**
 * The rules below /play. The token in the path is the whole credential, since no cookie and no header
 * reaches a television; so pages of any origin may ask. Requests are not logged, errors are.
 */
export function tokenPaths(app: FastifyInstance): void {
  // One for all requests: a logger of its own would cost each more than its answer.
  const log = app.log.child({}, { level: atLeastWarn(app.log.level) })
  app.setChildLoggerFactory(() => log)
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
}

const atLeastWarn = (level: string) =>
  ['error', 'fatal', 'silent'].includes(level) ? level : 'warn'

/** What browsers ask before a request of another origin's page that is not a plain one. */
export function preflightRoute(app: FastifyInstance): void {
  app.options('/play/*', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .headers({
        'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE',
        'access-control-allow-headers': 'content-type, range',
        'access-control-max-age': '86400',
      })
      .code(204)
      .send(),
  )
}
