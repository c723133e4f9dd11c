import { useLocation } from 'preact-iso/router'
import type { StudioCollection, StudioCollections } from '../../../contract/collections.ts'
import { collectionWords } from '../../../contract/words/collections.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { onlyErrors } from '../../ui/field-errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { pageOf, usePages } from '../../ui/use-pages.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { StudioNav } from '../studio-nav.tsx'

const path = '/api/studio/collections'

/** Films that are shown together. */
export function CollectionsPage() {
  useTitle(collectionWords('collections'))
  const {
    first: list,
    items: shown,
    loadMore,
  } = usePages(path, 'collections', (cursor, signal) =>
    api.get<StudioCollections>(pageOf(path, cursor), signal),
  )

  return (
    <div class="page studio">
      <StudioNav />
      <h1>{collectionWords('collections')}</h1>
      <p class="page-lead">{collectionWords('lead')}</p>
      <NewCollection />
      {list.status === 'failed' && (
        <Failure what={collectionWords('failed')} problem={list.problem} retry={list.retry} />
      )}
      {shown === undefined && list.status === 'loading' && (
        <Waiting>{collectionWords('loading')}</Waiting>
      )}
      {shown?.length === 0 && <p class="nothing">{collectionWords('none')}</p>}
      {shown !== undefined && shown.length > 0 && (
        <ul class="ledger people" aria-label={collectionWords('collections')}>
          {shown.map(({ id, title, videoIds }) => (
            <li key={id}>
              <span class="ledger-what">
                <a href={`/studio/collections/${id}`}>{title}</a>
                <span class="ledger-more">
                  {collectionWords('films', { count: videoIds.length })}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {loadMore && (
        <ActionButton look="secondary" busy={collectionWords('loading')} act={loadMore}>
          {collectionWords('more')}
        </ActionButton>
      )}
    </div>
  )
}

/** Begins one by its title, and goes to its page. */
function NewCollection() {
  const { route } = useLocation()
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: ({ title = '' }) =>
      onlyErrors({ title: title.trim() === '' ? collectionWords('titleMissing') : undefined }),
    submit: async ({ title }) => {
      const { id } = await api.post<StudioCollection>(path, { title })
      route(`/studio/collections/${id}`)
    },
  })
  return (
    <form ref={form} class="form collection-new" noValidate onSubmit={onSubmit}>
      <Field label={collectionWords('newTitle')} name="title" error={errors.title} />
      <Button type="submit" busy={busy && collectionWords('adding')}>
        {collectionWords('add')}
      </Button>
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
    </form>
  )
}
