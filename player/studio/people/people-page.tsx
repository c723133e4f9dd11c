import { useState } from 'preact/hooks'
import type { People, PersonRow } from '../../../contract/people.ts'
import { isOperator } from '../../../contract/roles.ts'
import { day } from '../../../contract/words/format.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { roleWords } from '../../../contract/words/roles.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { SearchBox } from '../../ui/search-box.tsx'
import { usePages } from '../../ui/use-pages.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { StudioNav } from '../studio-nav.tsx'
import { countryName } from './country-name.ts'
import { PeopleFilters } from './people-filters.tsx'
import { PeopleImport } from './people-import.tsx'

const find = (wanted: string, cursor?: string, signal?: AbortSignal) => {
  const query = new URLSearchParams(wanted)
  if (cursor !== undefined) query.set('cursor', cursor)
  return api.get<People>(`/api/studio/users?${query}`, signal)
}

/** Every account, to be found by its address and by what is known of it. */
export function PeoplePage() {
  useTitle(peopleWords('people'))
  const [q, setQ] = useState('')
  const [filters, setFilters] = useState('')
  const wanted = [q && new URLSearchParams({ q }).toString(), filters].filter(Boolean).join('&')
  const { first, items, loadMore } = usePages(wanted, 'users', (cursor, signal) =>
    find(wanted, cursor, signal),
  )

  return (
    <div class="page studio">
      <StudioNav />
      <h1>{peopleWords('people')}</h1>
      <SearchBox what={peopleWords('searched')} value={q} onSearch={setQ} />
      <PeopleFilters onChanged={setFilters} />
      <PeopleImport onDone={first.retry} />
      <p>
        <a href={`/api/studio/users/export?${wanted}`} download>
          {peopleWords('export')}
        </a>
      </p>
      {first.status === 'failed' && (
        <Failure what={peopleWords('failed')} problem={first.problem} retry={first.retry} />
      )}
      {items === undefined && first.status === 'loading' && (
        <Waiting>{peopleWords('loading')}</Waiting>
      )}
      {items?.length === 0 && (
        <p class="nothing">
          {filters === '' ? peopleWords('nobody', { q }) : peopleWords('nobodySo')}
        </p>
      )}
      {items !== undefined && items.length > 0 && (
        <ul class="ledger people" aria-label={peopleWords('people')}>
          {items.map((person) => (
            <Row key={person.id} person={person} />
          ))}
        </ul>
      )}
      {loadMore && (
        <ActionButton look="secondary" busy={studioWords('loading')} act={loadMore}>
          {peopleWords('showMore')}
        </ActionButton>
      )}
    </div>
  )
}

function Row({ person }: { person: PersonRow }) {
  const { id, email, role, createdAt, disabledAt, country } = person
  const known = [
    peopleWords('since', { date: day(createdAt) }),
    ...(country === null ? [] : [countryName(country)]),
  ]
  return (
    <li>
      <span class="ledger-what">
        <a href={`/studio/people/${id}`}>{email}</a>
        <span class="ledger-more">{known.join(' · ')}</span>
      </span>
      {isOperator(role) && <span class="chip chip-good">{roleWords(`role.${role}`)}</span>}
      {disabledAt !== null && <span class="chip chip-urgent">{peopleWords('closed')}</span>}
    </li>
  )
}
