import type { FastifyInstance } from 'fastify'
import { batchRoute } from './batch-route.ts'
import { endRoute } from './end-route.ts'
import { nativeRoutes } from './native-routes.ts'
import type { PlaybackParts } from './parts.ts'
import { playlistRoutes } from './playlist-routes.ts'
import { storyboardRoutes } from './storyboard-routes.ts'
import { preflightRoute, tokenPaths } from './token-paths.ts'

/** Everything that a player with a token asks for. */
export async function playRoutes(app: FastifyInstance, parts: PlaybackParts) {
  tokenPaths(app)
  preflightRoute(app)
  batchRoute(app, parts)
  playlistRoutes(app, parts)
  nativeRoutes(app, parts)
  storyboardRoutes(app, parts)
  endRoute(app, parts)
}
