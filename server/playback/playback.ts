import type { FastifyInstance } from 'fastify'
import type { Delivery } from '../clients/delivery/types.ts'
import type { Storage } from '../clients/storage.ts'
import { batchRoute } from './batch-route.ts'
import { beginRoute } from './begin-route.ts'
import { endRoute } from './end-route.ts'
import { extrasRoute } from './extras-route.ts'
import { nativeRoutes } from './native-routes.ts'
import { openSeals } from './opening.ts'
import { openVideos } from './playable-videos.ts'
import { playlistRoutes } from './playlist-routes.ts'
import { openPreviewCaptions } from './preview-captions.ts'
import { openProgress } from './progress.ts'
import { progressRoute } from './progress-route.ts'
import { openSessions, type SessionDeps } from './sessions.ts'
import { storyboardRoutes } from './storyboard-routes.ts'
import { openStrangers } from './strangers.ts'
import { preflightRoute, tokenPaths } from './token-paths.ts'
import type { PlaybackDeps } from './viewing.ts'

/** What playback keeps in memory, opened once for each process. */
export function openPlayback(
  services: Omit<SessionDeps, 'seals'> & { delivery: Delivery; storage: Pick<Storage, 'getBytes'> },
): PlaybackDeps {
  const videos = openVideos(services.database, services.clock)
  services.notifications.listen('matinee_playback', (subject) => {
    const [thing, id] = subject.split(':')
    if (thing === 'video' && id !== undefined) videos.forget(id)
  })
  const seals = openSeals(services.config.JWT_SECRETS.split(','))
  const sessions = openSessions({ ...services, seals })
  const strangers = openStrangers(services.clock)
  return {
    ...{ ...services, videos, seals, sessions, strangers },
    saveProgress: openProgress(services),
    previewCaptions: openPreviewCaptions(services.storage),
  }
}

/** Everything that a player with a token asks for. */
export async function playing(app: FastifyInstance, deps: PlaybackDeps) {
  app.addHook('onClose', () => deps.sessions.close())
  tokenPaths(app)
  preflightRoute(app)
  beginRoute(app, deps)
  batchRoute(app, deps)
  playlistRoutes(app, deps)
  nativeRoutes(app, deps)
  storyboardRoutes(app, deps)
  extrasRoute(app, deps)
  progressRoute(app, deps)
  endRoute(app, deps)
}
