import { filmFilters } from '../../../contract/library-limits.ts'
import { libraryWords } from '../../../contract/words/library.ts'
import { useLoad } from '../../ui/use-load.ts'
import { everyCollection } from '../parts/every-collection.ts'

/** What a film is found by; a name that is left out is no filter. */
const filterNames = ['q', 'state', 'access', 'collection', 'sort'] as const
export type LibraryQuery = Partial<Record<(typeof filterNames)[number], string>>

/** The filters of an address, as the API is asked with them. */
export const queryOf = (from: Readonly<Record<string, string>>): LibraryQuery =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = from[name]?.trim()
      return value ? [[name, value]] : []
    }),
  )

export const useCollections = () => useLoad('collections', everyCollection).value ?? []

interface LibraryFiltersProps {
  query: LibraryQuery
  onChanged(query: LibraryQuery): void
}

/** How films stand, who may watch them, where they are, and in what order they come. */
export function LibraryFilters({ query, onChanged }: LibraryFiltersProps) {
  const collections = useCollections()
  const all = ['', libraryWords('any')] as const
  const choices = [
    {
      name: 'state',
      options: [all, ...filmFilters.state.map((v) => [v, libraryWords(`state.${v}`)] as const)],
    },
    {
      name: 'access',
      options: [all, ...filmFilters.access.map((v) => [v, libraryWords(`access.${v}`)] as const)],
    },
    {
      name: 'collection',
      options: [all, ...collections.map(({ id, title }) => [id, title] as const)],
    },
    {
      name: 'sort',
      options: filmFilters.sort.map(
        (v) => [v === 'newest' ? '' : v, libraryWords(`sort.${v}`)] as const,
      ),
    },
  ] as const
  return (
    <fieldset class="library-filters">
      <legend class="unseen">{libraryWords('filters')}</legend>
      {choices.map(({ name, options }) => (
        <div class="field" key={name}>
          <label for={`film-${name}`}>{libraryWords(name)}</label>
          <select
            id={`film-${name}`}
            onChange={(event) => onChanged({ ...query, [name]: event.currentTarget.value })}
          >
            {options.map(([value, text]) => (
              <option key={value} value={value} selected={value === (query[name] ?? '')}>
                {text}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  )
}
