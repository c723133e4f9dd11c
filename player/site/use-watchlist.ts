import { useEffect, useState } from 'preact/hooks'
import type { Card, Watchlist } from '../../contract/catalog.ts'
import { api } from '../ui/page-api.ts'
import { type Session, viewerOf } from '../ui/session.ts'
import { useLoad } from '../ui/use-load.ts'
import { forgetWatchlist } from './load-front.ts'

// Kept for going back, and for the next page.
const kept = new Map<string, Card[]>()
const readers = new Set<() => void>()

const load = async (signal: AbortSignal): Promise<Card[]> =>
  (await api.get<Watchlist>('/api/me/watchlist', signal)).videos

/** What the viewer means to watch; null while that is not known. */
export function useWatchlist(session: Session): readonly Card[] | null {
  const [round, setRound] = useState(0)
  useEffect(() => {
    const again = () => setRound((count) => count + 1)
    readers.add(again)
    return () => {
      readers.delete(again)
    }
  }, [])
  const viewer = session.status === 'signed-in' ? viewerOf(session) : null
  const key = viewer && `${viewer} ${round}`
  const list = useLoad(key, load, kept)
  return key === null ? null : (list.value ?? list.last ?? null)
}

/** Puts a film on the list, or takes it off. */
export async function setOnWatchlist(videoId: string, wanted: boolean): Promise<void> {
  const path = `/api/me/watchlist/${encodeURIComponent(videoId)}`
  await api.request(wanted ? 'PUT' : 'DELETE', path)
  kept.clear()
  forgetWatchlist()
  for (const again of readers) again()
}
