import { useId, useState } from 'preact/hooks'
import type { Explanation } from '../../../contract/access.ts'
import type { Person } from '../../../contract/people.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { FindFilm } from '../parts/find-film.tsx'
import type { ThingsToWatch } from '../parts/things-to-watch.ts'
import { becauseWords, consideredWords } from './people-words.ts'

/** Whether someone may watch a film now, and what decided it. */
export function PersonAccess({ person, things }: { person: Person; things: ThingsToWatch }) {
  const id = useId()
  const [video, setVideo] = useState('')
  const path = `/api/studio/users/${person.id}/access/${video}`
  const loaded = useLoad(video === '' ? null : path, (signal) => api.get<Explanation>(path, signal))
  return (
    <section class="panel" aria-labelledby="access">
      <h2 id="access">{peopleWords('mayTheyWatch')}</h2>
      <FindFilm things={things} />
      <div class="field">
        <label for={id}>{uiWords('film')}</label>
        <select id={id} value={video} onChange={(event) => setVideo(event.currentTarget.value)}>
          <option value="">{peopleWords('chooseFilm')}</option>
          {things.videos.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {video !== '' && loaded.status === 'loading' && <Waiting>{peopleWords('deciding')}</Waiting>}
      {loaded.status === 'failed' && (
        <Failure what={studioWords('notLoaded')} problem={loaded.problem} retry={loaded.retry} />
      )}
      {video !== '' && loaded.status === 'ready' && <Answer {...loaded.value} />}
    </section>
  )
}

function Answer({ decision, considered }: Explanation) {
  return (
    <>
      <p role="status">
        <span class={`chip chip-${decision.allowed ? 'good' : 'urgent'}`}>
          {peopleWords(decision.allowed ? 'yes' : 'no')}
        </span>{' '}
        {becauseWords(decision)}
      </p>
      {considered.length > 0 && (
        <ul class="ledger" aria-label={peopleWords('considered')}>
          {considered.map((thing) => (
            <li key={`${thing.what} ${thing.id}`}>
              <span class="ledger-what">
                <span>{consideredWords(thing)}</span>
                <span class="ledger-more">{thing.id}</span>
              </span>
              <span>{peopleWords(thing.holds ? 'counts' : 'countsNot')}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
