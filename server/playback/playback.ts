import type { FastifyInstance } from 'fastify'
import type { Presigner } from '../clients/presigner.ts'
import { openFilms } from './films.ts'
import type { PlaybackParts } from './parts.ts'
import { playRoutes } from './play-routes.ts'
import { playbackRoutes } from './routes.ts'
import { openSessions, type SessionParts } from './sessions.ts'

/** What playback keeps in memory, opened once for each process. */
export function openPlayback(services: SessionParts & { presigner: Presigner }): PlaybackParts {
  const films = openFilms(services.database, services.clock)
  services.notifications.listen('matinee_playback', (subject) => {
    const [thing, id] = subject.split(':')
    if (thing === 'video' && id !== undefined) films.forget(id)
  })
  return { ...services, films, sessions: openSessions(services) }
}

/** Watching: sessions, playlists and URLs. */
export async function playback(app: FastifyInstance, parts: PlaybackParts) {
  app.addHook('onClose', () => parts.sessions.close())
  await app.register(playbackRoutes, parts)
  await app.register(playRoutes, parts)
}
