import { type Static, Type } from 'typebox'
import { Card } from './catalog.ts'
import { Input } from './common.ts'
import { longestSearch } from './search-limits.ts'

export const SearchQuery = Input({
  q: Type.String({
    maxLength: longestSearch,
    default: '',
    description: 'Words, each of which a film has to hold. Capitals and accents do not matter.',
  }),
  limit: Type.Integer({ minimum: 1, maximum: 50, default: 24 }),
})
export type SearchQuery = Static<typeof SearchQuery>

export const Moment = Type.Object(
  {
    seconds: Type.Number({ description: 'When it is said.' }),
    text: Type.String({ description: 'What is said then.' }),
    language: Type.String({ description: 'Of the captions: BCP 47.' }),
  },
  { title: 'Moment' },
)
export type Moment = Static<typeof Moment>

export const SearchHit = Type.Object(
  {
    video: Card,
    said: Type.Boolean({ description: 'Whether captions hold the words.' }),
    moments: Type.Array(Moment, {
      description: 'The first of the lines that hold them, for those who may watch the film.',
    }),
  },
  { title: 'SearchHit' },
)
export type SearchHit = Static<typeof SearchHit>

export const SearchResults = Type.Object(
  {
    hits: Type.Array(SearchHit, { description: 'What fits best first.' }),
    more: Type.Boolean({ description: 'Whether there are others that fit.' }),
  },
  { title: 'SearchResults' },
)
export type SearchResults = Static<typeof SearchResults>
