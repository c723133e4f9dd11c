import { studioWords } from '../../../contract/words/studio.ts'
import { SearchBox } from '../../ui/search-box.tsx'
import type { ThingsToWatch } from './things-to-watch.ts'

/** Before a choice of films, where there are too many for one list. */
export function FindFilm({ things: { hasMore, q, search } }: { things: ThingsToWatch }) {
  if (!hasMore) return null
  return <SearchBox what={studioWords('searchedFilms')} value={q} onSearch={search} />
}
