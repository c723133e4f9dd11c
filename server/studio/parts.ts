import type { Services } from '../services.ts'

/** Why people who are watching may have to stop. */
export type AccessChange = 'unpublished' | 'terms_changed' | 'deleted'

export type StudioParts = Pick<
  Services,
  'config' | 'clock' | 'log' | 'database' | 'presigner' | 'queue'
> & {
  /** Told after a change of who may watch a film is stored. */
  onFilmAccessChanged(videoId: string, change: AccessChange): Promise<void>
}
