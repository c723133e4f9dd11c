import type { StudioCollection } from '../../../contract/collections.ts'
import { collectionWords } from '../../../contract/words/collections.ts'

/** What a list of films is called. */
export function listName(key: string, { seasons }: StudioCollection): string {
  if (key === 'films') return collectionWords('orderHeading')
  if (key === 'trailers' || key === 'extras') return collectionWords(key)
  const number = Number(key.slice('season '.length))
  const title = seasons.find((season) => season.number === number)?.title ?? ''
  return collectionWords('season', { number, title })
}
