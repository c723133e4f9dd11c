import type { Card, Similar } from '../../contract/catalog.ts'
import { api } from '../ui/page-api.ts'

/** What to go on with after a film. */
export async function loadSimilar(videoId: string, signal?: AbortSignal): Promise<Card[]> {
  const path = `/api/videos/${encodeURIComponent(videoId)}/similar`
  return (await api.get<Similar>(path, signal)).videos
}
