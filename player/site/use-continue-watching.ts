import type { Card } from '../../contract/catalog.ts'
import { api } from '../ui/page-api.ts'
import { type Session, viewerOf } from '../ui/session.ts'
import { useLoad } from '../ui/use-load.ts'
import { forgetFilms } from './load-front.ts'

// Kept for going back, as the front page itself.
const kept = new Map<string, Card[]>()

/**
 * What the viewer has begun, what was watched last first. Whoever cannot be told apart has begun
 * nothing, and neither has anyone while it cannot be asked.
 */
export function useContinueWatching(session: Session) {
  const key = session.status === 'signed-in' ? viewerOf(session) : null
  const loaded = useLoad(key, loadBegun, kept)
  const begun: readonly Card[] = key === null ? [] : (loaded.value ?? loaded.last ?? [])
  async function clear(): Promise<void> {
    await clearHistory()
    loaded.retry()
  }
  return { begun, clear }
}

/** Forgets what the viewer has watched, and where they were. */
export async function clearHistory(): Promise<void> {
  await api.request('DELETE', '/api/me/begun')
  kept.clear()
  forgetFilms()
}

const loadBegun = async (signal: AbortSignal): Promise<Card[]> =>
  (await api.get<{ videos: Card[] }>('/api/me/begun', signal)).videos
