import { useState } from 'preact/hooks'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'

/**
 * One thing that a page shows and changes. `thing` is whichever came last: what was asked for, or
 * what `setChanged` was told of it since, by an answer to a change or by the server itself.
 */
export function useThing<T extends { id: string }>(collection: string, id: string) {
  const loaded = useLoad(id, (signal) =>
    api.get<T>(`${collection}/${encodeURIComponent(id)}`, signal),
  )
  const asked = loaded.value ?? loaded.last
  const [changed, setChange] = useState<{ thing: T; before?: T | undefined }>()
  const replaced = changed?.before !== undefined && changed.before !== asked
  const thing = changed?.thing.id === asked?.id && !replaced ? (changed?.thing ?? asked) : asked

  /** What is known stays until the answer is there: what stood here before it is older still. */
  function reload() {
    setChange((known) => known && { ...known, before: asked })
    loaded.retry()
  }

  return { loaded, thing, setChanged: (next: T) => setChange({ thing: next }), reload }
}
