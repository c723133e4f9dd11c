import { useState } from 'preact/hooks'
import type { Collection } from '../../contract/collections.ts'
import { api } from '../ui/page-api.ts'
import { useLoad } from '../ui/use-load.ts'

const address = (slug: string, cursor?: number): string => {
  const query = cursor === undefined ? '' : `?${new URLSearchParams({ cursor: String(cursor) })}`
  return `/api/collections/${encodeURIComponent(slug)}${query}`
}

/**
 * One collection, page by page.
 *
 * @param viewer whose access the answers show; null while that is not known yet
 */
export function useCollection(viewer: string | null, slug: string) {
  const key = viewer && `${viewer} ${slug}`
  const loaded = useLoad(key, (signal) => api.get<Collection>(address(slug), signal))
  const [further, setFurther] = useState<{ after: Collection; page: Collection }>()
  const first = loaded.value ?? loaded.last
  // Further pages fit only behind the first page that they were asked for after.
  const own = further !== undefined && further.after === first ? further.page : undefined
  const shown = first &&
    first.slug === slug && {
      ...first,
      videos: [...first.videos, ...(own?.videos ?? [])],
      nextCursor: own === undefined ? first.nextCursor : own.nextCursor,
    }

  async function loadMore(): Promise<void> {
    if (first === undefined || !shown || shown.nextCursor === null) return
    const page = await api.get<Collection>(address(slug, shown.nextCursor))
    setFurther({
      after: first,
      page: { ...page, videos: [...(own?.videos ?? []), ...page.videos] },
    })
  }

  return { loaded, shown: shown || undefined, loadMore }
}
