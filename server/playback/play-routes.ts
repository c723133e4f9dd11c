import type { FastifyInstance } from 'fastify'
import { batchRoute } from './batch-route.ts'
import { endRoute } from './end-route.ts'
import { nativeRoutes } from './native-routes.ts'
import type { PlaybackParts } from './parts.ts'
import { playlistRoutes } from './playlist-routes.ts'
import { storyboardRoutes } from './storyboard-routes.ts'

/**
 * Everything below /play. The token in the path is the whole credential, since no cookie and no
 * header reaches a television; so pages of any origin may ask, and requests are not logged.
 */
export async function playRoutes(app: FastifyInstance, parts: PlaybackParts) {
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
  batchRoute(app, parts)
  playlistRoutes(app, parts)
  nativeRoutes(app, parts)
  storyboardRoutes(app, parts)
  endRoute(app, parts)
}
