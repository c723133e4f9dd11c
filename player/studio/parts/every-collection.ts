import type { ListedCollection, StudioCollections } from '../../../contract/collections.ts'
import { api } from '../../ui/page-api.ts'
import { pageOf } from '../../ui/use-pages.ts'

const path = '/api/studio/collections?limit=100'

/** Every collection there is, the newest first, for choosing one. @throws Problem */
export async function everyCollection(signal: AbortSignal): Promise<ListedCollection[]> {
  const every: ListedCollection[] = []
  let cursor: string | undefined
  do {
    const page: StudioCollections = await api.get(pageOf(path, cursor), signal)
    every.push(...page.collections)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return every
}
