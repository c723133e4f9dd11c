import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { AuditEntries, AuditEntry } from '../../../contract/audit.ts'
import { auditActions } from '../../../contract/audit-actions.ts'
import { operatorWords } from '../../../contract/words/operators.ts'
import { spokenLocale } from '../../../contract/words/speak.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { usePages } from '../../ui/use-pages.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { StudioNav } from '../studio-nav.tsx'
import { auditQuery } from './audit-query.ts'

const find = (filters: string, cursor?: string, signal?: AbortSignal) =>
  api.get<AuditEntries>(
    `/api/studio/audit?${filters}${cursor === undefined ? '' : `&cursor=${cursor}`}`,
    signal,
  )

/** What was done, by whom and when; filtered, and to be taken away. */
export function AuditPage() {
  useTitle(operatorWords('log'))
  const { query } = useLocation()
  const [filters, setFilters] = useState(() => auditQuery(query))
  const { first, items, loadMore } = usePages(`audit ${filters}`, 'entries', (cursor, signal) =>
    find(filters, cursor, signal),
  )

  return (
    <div class="page studio">
      <StudioNav />
      <h1>{operatorWords('log')}</h1>
      <p class="page-lead">{operatorWords('logLead')}</p>
      <Filters first={query} onChanged={setFilters} />
      <div class="actions">
        {(['csv', 'json'] as const).map((format) => (
          <a
            key={format}
            class="button button-secondary"
            href={`/api/studio/audit/export?format=${format}${filters && `&${filters}`}`}
            download
          >
            {operatorWords(format)}
          </a>
        ))}
      </div>
      {first.status === 'failed' && (
        <Failure what={operatorWords('logFailed')} problem={first.problem} retry={first.retry} />
      )}
      {items === undefined && first.status === 'loading' && (
        <Waiting>{studioWords('loading')}</Waiting>
      )}
      {items?.length === 0 && <p class="nothing">{operatorWords('nothing')}</p>}
      {items !== undefined && items.length > 0 && (
        <ul class="ledger people" aria-label={operatorWords('log')}>
          {items.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {loadMore && (
        <ActionButton look="secondary" busy={studioWords('loading')} act={loadMore}>
          {operatorWords('more')}
        </ActionButton>
      )}
    </div>
  )
}

interface FiltersProps {
  first: Record<string, string>
  onChanged(filters: string): void
}

function Filters({ first, onChanged }: FiltersProps) {
  const { form, onSubmit } = useForm({
    check: () => ({}),
    submit: async (values) => onChanged(auditQuery(values)),
  })
  const field = (name: string) => ({ name, defaultValue: first[name] ?? '' })
  return (
    <form ref={form} class="form audit-filters" noValidate onSubmit={onSubmit}>
      <Choice
        label={operatorWords('action')}
        {...field('action')}
        options={[['', operatorWords('anyAction')], ...auditActions.map((a) => [a, a] as const)]}
      />
      <Field label={operatorWords('by')} {...field('actor')} autoComplete="off" />
      <Field
        label={operatorWords('about')}
        {...field('subject')}
        hint={operatorWords('aboutHint')}
        autoComplete="off"
      />
      <Field label={operatorWords('from')} {...field('from')} type="date" />
      <Field label={operatorWords('to')} {...field('to')} type="date" />
      <Button type="submit" look="secondary">
        {operatorWords('filter')}
      </Button>
    </form>
  )
}

const moment = (time: string) =>
  new Intl.DateTimeFormat(spokenLocale(), { dateStyle: 'medium', timeStyle: 'medium' }).format(
    new Date(time),
  )

/** Where what it is about can be looked at. */
function placeOf(subject: string): string | null {
  const [thing, id = ''] = subject.split(':')
  if (thing === 'user') return `/studio/people/${id}`
  return thing === 'video' ? `/studio/films/${id}` : null
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { at, actor, actorId, action, subject, details } = entry
  const who = actor ?? operatorWords(actorId === null ? 'system' : 'someoneGone')
  const place = placeOf(subject)
  const text = JSON.stringify(details)
  return (
    <li>
      <span class="ledger-what">
        <strong>{action}</strong>
        <span class="ledger-more">
          {who} · {moment(at)}
        </span>
        <span class="ledger-more">{place === null ? subject : <a href={place}>{subject}</a>}</span>
        {text !== '{}' && <code class="ledger-more">{text}</code>}
      </span>
    </li>
  )
}
