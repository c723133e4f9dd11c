import { useId } from 'preact/hooks'
import type { Plan } from '../../../contract/billing.ts'
import type { PeopleCountries } from '../../../contract/people.ts'
import { subscriptionStatuses } from '../../../contract/subscription-statuses.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { countryName } from './country-name.ts'

/** Names of the query that are set by a box. */
const boxes = ['failing', 'neverWatched'] as const

/** What the form holds, as the query that asks for it. */
function queryOf(form: HTMLFormElement): string {
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  return new URLSearchParams(entries.filter(([, value]) => value !== '')).toString()
}

/** Who of all is shown: each change counts at once. */
export function PeopleFilters({ onChanged }: { onChanged(query: string): void }) {
  const id = useId()
  const plans = useLoad('plans', (signal) => api.get<{ plans: Plan[] }>('/api/plans', signal))
  const countries = useLoad('countries', (signal) =>
    api.get<PeopleCountries>('/api/studio/users/countries', signal),
  )
  return (
    <details class="filters">
      <summary>{peopleWords('filters')}</summary>
      <form
        class="form filters-form"
        onSubmit={(event) => event.preventDefault()}
        onChange={(event) => onChanged(queryOf(event.currentTarget))}
      >
        <Choice
          label={peopleWords('filter.plan')}
          name="planId"
          defaultValue=""
          options={[
            ['', peopleWords('filter.any')],
            ...(plans.value?.plans ?? []).map(({ id, name }) => [id, name] as const),
          ]}
        />
        <Choice
          label={peopleWords('filter.status')}
          name="status"
          defaultValue=""
          options={[
            ['', peopleWords('filter.any')],
            ...subscriptionStatuses.map(
              (status) => [status, peopleWords(`status.${status}`)] as const,
            ),
          ]}
        />
        <Choice
          label={peopleWords('filter.country')}
          name="country"
          defaultValue=""
          options={[
            ['', peopleWords('filter.any')],
            ...(countries.value?.countries ?? []).map(
              (country) => [country, countryName(country)] as const,
            ),
          ]}
        />
        <Field type="date" label={peopleWords('filter.since')} name="since" />
        {boxes.map((name) => (
          <div class="check" key={name}>
            <input type="checkbox" id={`${id}-${name}`} name={name} value="true" />
            <label for={`${id}-${name}`}>{peopleWords(`filter.${name}`)}</label>
          </div>
        ))}
      </form>
    </details>
  )
}
