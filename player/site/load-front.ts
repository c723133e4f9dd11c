import type { Catalogue } from '../../contract/catalog.ts'
import type { Front, FrontDraft } from '../../contract/front.ts'
import { readFrontDraft } from '../ui/front-draft.ts'
import { api } from '../ui/page-api.ts'

/** Kept for going back: the films are there at once. */
export const keptFronts = new Map<string, Front>()

/** @param preview of the draft that its operator is at, rather than of what is saved */
export function loadFront(preview: boolean, signal: AbortSignal): Promise<Front> {
  const draft: FrontDraft | null = preview ? readFrontDraft() : null
  if (draft === null) return api.get<Front>('/api/front', signal)
  return api.request<Front>('POST', '/api/studio/front/preview', { body: draft })
}

export const loadMoreFilms = (cursor: string): Promise<Catalogue> =>
  api.get<Catalogue>(`/api/videos?${new URLSearchParams({ cursor })}`)
