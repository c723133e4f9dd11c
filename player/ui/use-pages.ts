import { useState } from 'preact/hooks'
import { useLoad } from './use-load.ts'

type Page<Name extends string, Item> = { nextCursor: string | null } & Record<Name, Item[]>

/** The address of a list's page; of the first where there is no cursor. */
export const pageOf = (path: string, cursor: string | undefined): string =>
  cursor === undefined
    ? path
    : `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ cursor })}`

/**
 * A list that the API hands out in pages: the first, and behind it as many more as are asked for. Those are
 * forgotten as soon as another first one has come.
 *
 * @param key names what is listed
 * @param name under which a page holds its items
 * @returns the items, undefined while there are none to show yet; `loadMore` where there are more
 */
export function usePages<Name extends string, Item>(
  key: string,
  name: Name,
  find: (cursor?: string, signal?: AbortSignal) => Promise<Page<Name, Item>>,
) {
  const first = useLoad(key, (signal) => find(undefined, signal))
  const [more, setMore] = useState<{
    items: Item[]
    nextCursor: string | null
    behind: Page<Name, Item>
  }>()
  const newest = first.value ?? first.last
  const further = more?.behind === newest ? more : undefined
  const cursor = (further ?? newest)?.nextCursor

  async function loadMore() {
    if (newest === undefined || !cursor) return
    const { nextCursor, [name]: items } = await find(cursor)
    setMore({ items: [...(further?.items ?? []), ...items], nextCursor, behind: newest })
  }

  return {
    first,
    items: newest && [...newest[name], ...(further?.items ?? [])],
    loadMore: cursor ? loadMore : undefined,
  }
}
