import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso/router'
import { day } from '../site/format.ts'
import { BoughtFilms } from '../site/parts/payments.tsx'
import { api } from '../site/site-api.ts'
import { Failure } from '../site/ui/failure.tsx'
import { useTitle } from '../site/ui/use-title.ts'
import { Waiting } from '../site/ui/waiting.tsx'
import { useLoad } from '../site/use-load.ts'
import type { Person } from './contract.ts'
import { PersonAccess } from './person-access.tsx'
import { PersonAccount } from './person-account.tsx'
import { PersonGrants } from './person-grants.tsx'
import { PersonPlan } from './person-plan.tsx'
import { useThingsToWatch } from './things-to-watch.ts'

/** One account: what its owner pays for, was given, and may watch. */
export function PersonPage() {
  const { id = '' } = useRoute().params
  const loaded = useLoad(id, (signal) =>
    api.get<Person>(`/api/studio/users/${encodeURIComponent(id)}`, signal),
  )
  const things = useThingsToWatch()
  const [changed, setChanged] = useState<Person>()
  const asked = loaded.value ?? loaded.last
  const person = changed?.id === asked?.id ? (changed ?? asked) : asked
  useTitle(person?.email ?? 'Person')

  function reload() {
    setChanged(undefined)
    loaded.retry()
  }

  return (
    <div class="page studio">
      <p class="crumb">
        <a href="/studio/people">All people</a>
      </p>
      <h1 class="address">{person?.email ?? 'Person'}</h1>
      {person === undefined && loaded.status === 'loading' && (
        <Waiting>Loading the account</Waiting>
      )}
      {person === undefined && loaded.status === 'failed' && (
        <Failure what="The account did not load" problem={loaded.problem} retry={loaded.retry} />
      )}
      {person !== undefined && (
        <>
          <p class="page-lead">Since {day(person.createdAt)}</p>
          <div class="film-page">
            <div class="film-side">
              <PersonPlan person={person} plans={things.plans} onChanged={reload} />
              {person.purchases.length > 0 && <BoughtFilms purchases={person.purchases} />}
              <PersonAccount person={person} onChanged={setChanged} />
            </div>
            <div class="film-side">
              <PersonGrants person={person} things={things} />
              <PersonAccess person={person} films={things.films} />
            </div>
          </div>
        </>
      )}
    </div>
  )
}
