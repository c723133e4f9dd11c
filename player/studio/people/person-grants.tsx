import { useId, useRef, useState } from 'preact/hooks'
import type { Grants } from '../../../contract/access.ts'
import type { Person } from '../../../contract/people.ts'
import { day } from '../../../contract/words/format.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { api } from '../../ui/page-api.ts'
import { pageOf, usePages } from '../../ui/use-pages.ts'
import { FindFilm } from '../parts/find-film.tsx'
import { nameOf, type ThingsToWatch } from '../parts/things-to-watch.ts'
import { grantWords } from './people-words.ts'

interface PersonGrantsProps {
  person: Person
  things: ThingsToWatch
  onChanged(): void
}

/** What someone may watch without paying, and the way to give and take it. */
export function PersonGrants({ person, things, onChanged }: PersonGrantsProps) {
  const path = `/api/studio/users/${person.id}/grants`
  const {
    first: loaded,
    items: grants = [],
    loadMore,
  } = usePages(path, 'grants', (cursor, signal) => api.get<Grants>(pageOf(path, cursor), signal))

  const changed = () => {
    loaded.retry()
    onChanged()
  }

  async function takeBack(id: string) {
    await api.request('DELETE', `${path}/${id}`)
    changed()
  }

  return (
    <section class="panel" aria-labelledby="given">
      <h2 id="given">{peopleWords('given')}</h2>
      {loaded.status === 'failed' && (
        <Failure what={studioWords('notLoaded')} problem={loaded.problem} retry={loaded.retry} />
      )}
      {loaded.status === 'ready' && grants.length === 0 && <p>{peopleWords('givenNone')}</p>}
      {grants.length > 0 && (
        <ul class="ledger" aria-label={peopleWords('given')}>
          {grants.map((grant) => (
            <li key={grant.id}>
              <span class="ledger-what">
                <strong>{nameOf(grant, things)}</strong>
                <span class="ledger-more">
                  {grantWords(grant)} · {grant.reason} · {day(grant.createdAt)}
                </span>
              </span>
              {grant.revokedAt === null && (
                <ActionButton
                  look="quiet"
                  busy={peopleWords('takingBack')}
                  act={() => takeBack(grant.id)}
                >
                  {peopleWords('takeBack')}
                </ActionButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {loadMore && (
        <ActionButton look="secondary" busy={studioWords('loading')} act={loadMore}>
          {peopleWords('showMore')}
        </ActionButton>
      )}
      <FindFilm things={things} />
      <Give path={path} things={things} onGiven={changed} />
    </section>
  )
}

interface GiveProps {
  path: string
  things: ThingsToWatch
  onGiven(): void
}

function Give({ path, things: { plans, videos }, onGiven }: GiveProps) {
  const form = useRef<HTMLFormElement>(null)
  const [id, untilId] = [useId(), useId()]
  const [missing, setMissing] = useState(false)

  async function give() {
    const values = new FormData(form.current ?? undefined)
    const [kind, thing] = String(values.get('thing')).split(' ', 2)
    const reason = String(values.get('reason') ?? '').trim()
    const until = String(values.get('until') ?? '')
    setMissing(reason === '')
    if (reason === '') return
    await api.post(path, {
      [kind === 'plan' ? 'planId' : 'videoId']: thing,
      // To the end of that day, wherever the operator is.
      until: until === '' ? null : new Date(`${until}T23:59:59`).toISOString(),
      reason,
    })
    form.current?.reset()
    onGiven()
  }

  return (
    <form ref={form} class="form" onSubmit={(event) => event.preventDefault()}>
      <div class="field">
        <label for={id}>{peopleWords('planOrFilm')}</label>
        <select id={id} name="thing">
          <optgroup label={uiWords('plans')}>
            {plans.map((plan) => (
              <option key={plan.id} value={`plan ${plan.id}`}>
                {plan.name}
              </option>
            ))}
          </optgroup>
          <optgroup label={uiWords('films')}>
            {videos.map((video) => (
              <option key={video.id} value={`film ${video.id}`}>
                {video.title}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      <div class="field">
        <label for={untilId}>{peopleWords('until')}</label>
        <div class="field-box">
          <input id={untilId} type="date" name="until" aria-describedby={`${untilId}-hint`} />
        </div>
        <p class="field-hint" id={`${untilId}-hint`}>
          {peopleWords('untilHint')}
        </p>
      </div>
      <Field
        label={peopleWords('reason')}
        name="reason"
        hint={peopleWords('reasonHint')}
        error={missing ? peopleWords('reasonMissing') : undefined}
      />
      <ActionButton look="secondary" busy={peopleWords('giving')} act={give}>
        {peopleWords('give')}
      </ActionButton>
    </form>
  )
}
