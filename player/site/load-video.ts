import type { VideoDetails } from '../../contract/catalog.ts'
import { api } from '../ui/page-api.ts'

/** @param within the slug of the collection that it is watched in */
export function loadVideo(
  idOrSlug: string,
  within?: string,
  signal?: AbortSignal,
): Promise<VideoDetails> {
  const query = within ? `?${new URLSearchParams({ in: within })}` : ''
  return api.get<VideoDetails>(`/api/videos/${encodeURIComponent(idOrSlug)}${query}`, signal)
}
