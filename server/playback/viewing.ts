import { say } from '../../contract/words/server.ts'
import type { Delivery } from '../clients/delivery/types.ts'
import { MatineeError } from '../errors.ts'
import { endingOf } from './endings.ts'
import type { PlayableRendition, PlayableVideo } from './playable-video.ts'
import type { PlayableVideos } from './playable-videos.ts'
import type { PreviewCaptions } from './preview-captions.ts'
import type { SaveProgress } from './progress.ts'
import type { LiveSession, SessionDeps, Sessions } from './sessions.ts'
import type { Strangers } from './strangers.ts'

/** What the routes of playback work with. */
export interface PlaybackDeps extends SessionDeps {
  delivery: Delivery
  videos: PlayableVideos
  sessions: Sessions
  strangers: Strangers
  saveProgress: SaveProgress
  previewCaptions: PreviewCaptions
}

/** Who watches what, as the token of a request says. */
export interface Viewing {
  session: LiveSession
  video: PlayableVideo
}

/**
 * Finds out what a token stands for, without the database while what is known of it is fresh, and
 * counts the request as a sign of life.
 *
 * @throws as `Sessions.check`; as ended when what it plays has been replaced long since
 */
export async function viewingOf(deps: PlaybackDeps, token: string): Promise<Viewing> {
  const { sessions, videos } = deps
  const session = sessions.atHand(token) ?? (await sessions.check(token))
  sessions.seen(session)
  const video =
    videos.atHand(session.encodeId) ?? (await videos.get(session.videoId, session.encodeId))
  if (video === null) throw endingOf('expired')
  return { session, video }
}

/** @throws NOT_FOUND */
export function renditionOf({ renditions }: PlayableVideo, name: string): PlayableRendition {
  const rendition = renditions.get(name)
  if (rendition === undefined) {
    throw new MatineeError('NOT_FOUND', { detail: say('films.noRendition') })
  }
  return rendition
}
