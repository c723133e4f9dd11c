import { useState } from 'preact/hooks'
import { api } from '../site/site-api.ts'
import { useLoad } from '../site/use-load.ts'

/**
 * One thing that a page shows and changes. `thing` is whichever came last: what was asked for, or
 * what `setChanged` was told of it since, by an answer to a change or by the server itself.
 */
export function useThing<T extends { id: string }>(collection: string, id: string) {
  const loaded = useLoad(id, (signal) =>
    api.get<T>(`${collection}/${encodeURIComponent(id)}`, signal),
  )
  const [changed, setChanged] = useState<T>()
  const asked = loaded.value ?? loaded.last
  const thing = changed?.id === asked?.id ? (changed ?? asked) : asked

  function reload() {
    setChanged(undefined)
    loaded.retry()
  }

  return { loaded, thing, setChanged, reload }
}
