import { useState } from 'preact/hooks'
import type { Plan } from '../../../contract/billing.ts'
import type { BulkChange, BulkResult, BulkResults } from '../../../contract/bulk.ts'
import type { StudioVideo } from '../../../contract/studio.ts'
import { libraryWords } from '../../../contract/words/library.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { onlyErrors } from '../../ui/field-errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useCollections } from './library-filters.tsx'
import { namesIn } from './video-fields.ts'

const acts = [
  ...['publish', 'unpublish', 'unlist', 'list', 'archive', 'restore'],
  ...['free', 'plans', 'collect', 'take', 'categories', 'tags'],
] as const
type Act = (typeof acts)[number]

/** What is asked for; undefined where something is still to be chosen. */
export function bulkChangeOf(act: string, values: Record<string, string>): BulkChange | undefined {
  const names = namesIn(values.names)
  const { collection = '' } = values
  const planIds = Object.keys(values)
    .filter((name) => name.startsWith('plan:'))
    .map((name) => name.slice('plan:'.length))
  const changes: Record<Act, BulkChange | undefined> = {
    publish: { published: true },
    unpublish: { published: false },
    unlist: { visibility: 'unlisted' },
    list: { visibility: 'public' },
    archive: { archived: true },
    restore: { archived: false },
    free: { access: { free: true } },
    plans: { access: { free: false, planIds } },
    collect: collection === '' ? undefined : { addToCollection: collection },
    take: collection === '' ? undefined : { takeFromCollection: collection },
    categories: names.length === 0 ? undefined : { addCategories: names },
    tags: names.length === 0 ? undefined : { addTags: names },
  }
  return Object.hasOwn(changes, act) ? changes[act as Act] : undefined
}

interface BulkPanelProps {
  videos: readonly StudioVideo[]
  onDone(): void
}

/** One change to all chosen films, and what became of each. */
export function BulkPanel({ videos, onDone }: BulkPanelProps) {
  const [act, setAct] = useState<string>('publish')
  const [results, setResults] = useState<BulkResult[]>()
  const [warned, setWarned] = useState(false)
  const plans = useLoad('plans', (signal) => api.get<{ plans: Plan[] }>('/api/plans', signal))
  const collections = useCollections()
  const lost = act === 'publish' ? videos.filter(({ forNobody }) => forNobody) : []
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: (values) => {
      const isWhole = bulkChangeOf(act, values) !== undefined
      return onlyErrors({ names: isWhole ? undefined : libraryWords('incomplete') })
    },
    submit: async (values) => {
      if (lost.length > 0 && !warned) return setWarned(true)
      const body = { videoIds: videos.map(({ id }) => id), change: bulkChangeOf(act, values) }
      const answer = await api.post<BulkResults>('/api/studio/videos/bulk', body)
      setResults(answer.results)
      setWarned(false)
      onDone()
    },
  })
  const hasNames = act === 'categories' || act === 'tags'
  return (
    <section class="panel bulk" aria-labelledby="bulk">
      <h2 id="bulk">{libraryWords('bulk')}</h2>
      <p role="status">{libraryWords('chosen', { count: videos.length })}</p>
      <form ref={form} class="form" noValidate onSubmit={onSubmit}>
        <div class="field">
          <label for="bulk-act">{libraryWords('do')}</label>
          <select
            id="bulk-act"
            onChange={(event) => {
              setAct(event.currentTarget.value)
              setWarned(false)
            }}
          >
            {acts.map((value) => (
              <option key={value} value={value} selected={value === act}>
                {libraryWords(`do.${value as Act}`)}
              </option>
            ))}
          </select>
        </div>
        {hasNames && <Field label={libraryWords('names')} name="names" error={errors.names} />}
        {(act === 'collect' || act === 'take') && (
          <Choice
            label={libraryWords('collection')}
            name="collection"
            defaultValue={collections[0]?.id ?? ''}
            options={collections.map(({ id, title }) => [id, title] as const)}
          />
        )}
        {act === 'plans' &&
          plans.value?.plans.map(({ id, name }) => (
            <div class="check" key={id}>
              <input type="checkbox" id={`bulk-${id}`} name={`plan:${id}`} />
              <label for={`bulk-${id}`}>{studioWords('membersWith', { plan: name })}</label>
            </div>
          ))}
        {!hasNames && errors.names !== undefined && <Notice tone="urgent">{errors.names}</Notice>}
        {warned && (
          <Notice tone="urgent">
            {libraryWords('forNobody', { titles: lost.map(({ title }) => title).join(', ') })}
          </Notice>
        )}
        {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
        <Button type="submit" busy={busy && libraryWords('applying')}>
          {libraryWords(warned ? 'publishAnyway' : 'apply')}
        </Button>
      </form>
      {results !== undefined && (
        <ul class="bulk-results" aria-label={libraryWords('results')} aria-live="polite">
          {results.map(({ id, title, outcome, reason }) => (
            <li key={id}>
              {title ?? libraryWords('goneFilm')}:{' '}
              {outcome === 'refused' ? reason : libraryWords(`result.${outcome}`)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
