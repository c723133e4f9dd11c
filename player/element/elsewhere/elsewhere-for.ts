import { storage } from '../device.ts'
import { apiOrigin, Elsewhere, type ElsewhereOptions } from './elsewhere.ts'

interface Asked extends Pick<ElsewhereOptions, 'videoId' | 'onAccess' | 'onKnown'> {
  /** The attribute, as the page has set it. */
  api: string | null
}

/**
 * The way to Matinee's own pages for a player that stands elsewhere; undefined on those themselves. The
 * one that is `known` goes on as long as it leads to the same film.
 */
export function elsewhereFor(
  known: Elsewhere | undefined,
  { api: attribute, videoId, onAccess, onKnown }: Asked,
): Elsewhere | undefined {
  const api = apiOrigin(attribute, location.href)
  if (known?.is(api, videoId)) return known
  known?.destroy()
  if (api === null) return undefined
  return new Elsewhere({
    api,
    videoId,
    fetch: fetch.bind(window),
    openTab: (url) => open(url, '_blank'),
    page: window,
    storage: storage('sessionStorage'),
    onAccess,
    onKnown,
  })
}
