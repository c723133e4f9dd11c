import type { Presigner } from '../clients/presigner.ts'
import type { Films } from './films.ts'
import type { SessionParts, Sessions } from './sessions.ts'

/** What the routes of playback work with. */
export interface PlaybackParts extends SessionParts {
  presigner: Presigner
  films: Films
  sessions: Sessions
}
