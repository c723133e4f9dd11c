import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso/router'
import type { Person } from '../../../contract/people.ts'
import { day } from '../../../contract/words/format.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { BoughtVideos } from '../../ui/bought-videos.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { useMay } from '../parts/may.ts'
import { useThingsToWatch } from '../parts/things-to-watch.ts'
import { useThing } from '../parts/use-thing.ts'
import { PaymentList } from '../sales/payment-list.tsx'
import { LiveSessions } from '../state/live-sessions.tsx'
import { countryName } from './country-name.ts'
import { PersonAccess } from './person-access.tsx'
import { PersonAccount } from './person-account.tsx'
import { PersonGrants } from './person-grants.tsx'
import { PersonNotes } from './person-notes.tsx'
import { PersonPlan } from './person-plan.tsx'
import { PersonStory } from './person-story.tsx'

/** One account: what its owner pays for, was given, and may watch. */
export function PersonPage() {
  const { id = '' } = useRoute().params
  const { loaded, thing: person, setChanged, reload } = useThing<Person>('/api/studio/users', id)
  const mayThey = useMay()
  const things = useThingsToWatch()
  const [round, setRound] = useState(0)
  /** What happened is told anew. */
  const happened = () => setRound((before) => before + 1)
  const changed = () => {
    reload()
    happened()
  }
  useTitle(person?.email ?? peopleWords('person'))

  return (
    <div class="page studio">
      <p class="crumb">
        <a href="/studio/people">{peopleWords('all')}</a>
      </p>
      <h1 class="address">{person?.email ?? peopleWords('person')}</h1>
      {person === undefined && loaded.status === 'loading' && (
        <Waiting>{peopleWords('loadingAccount')}</Waiting>
      )}
      {person === undefined && loaded.status === 'failed' && (
        <Failure
          what={peopleWords('accountFailed')}
          problem={loaded.problem}
          retry={loaded.retry}
        />
      )}
      {person !== undefined && (
        <>
          <p class="page-lead">
            {peopleWords('since', { date: day(person.createdAt) })}
            {person.country !== null && ` · ${countryName(person.country)}`}
          </p>
          <div class="video-page">
            <div class="video-side">
              <PersonPlan person={person} plans={things.plans} onChanged={changed} />
              {person.purchases.length > 0 && <BoughtVideos purchases={person.purchases} />}
              <LiveSessions of={person} onStopped={happened} />
              <PersonNotes person={person} onChanged={happened} />
              <PersonAccount person={person} plans={things.plans} onChanged={setChanged} />
            </div>
            <div class="video-side">
              {mayThey('payments') && (
                <PaymentList
                  heading={peopleWords('payments')}
                  userId={person.id}
                  onRefunded={changed}
                />
              )}
              <PersonGrants person={person} things={things} onChanged={happened} />
              <PersonAccess person={person} things={things} />
              <PersonStory person={person} round={round} />
            </div>
          </div>
        </>
      )}
    </div>
  )
}
