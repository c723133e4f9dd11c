import { MatineeError } from '../errors.ts'
import type { Film, FilmRendition } from './film.ts'
import type { PlaybackParts } from './parts.ts'
import type { LiveSession } from './sessions.ts'

/** Who watches what, as the token of a request says. */
export interface Viewing {
  session: LiveSession
  film: Film
}

/**
 * Finds out what a token stands for, without the database while what is known of it is fresh, and
 * counts the request as a sign of life.
 *
 * @throws as `Sessions.check`
 */
export async function viewingOf(parts: PlaybackParts, token: string): Promise<Viewing> {
  const { sessions, films } = parts
  const session = sessions.atHand(token) ?? (await sessions.check(token))
  sessions.seen(session)
  const film =
    films.atHand(session.encodeId) ?? (await films.get(session.videoId, session.encodeId))
  if (film === null) throw new MatineeError('NOT_FOUND')
  return { session, film }
}

/** @throws NOT_FOUND */
export function renditionOf({ renditions }: Film, name: string): FilmRendition {
  const rendition = renditions.get(name)
  if (rendition === undefined) {
    throw new MatineeError('NOT_FOUND', { detail: 'This video has no such rendition.' })
  }
  return rendition
}
