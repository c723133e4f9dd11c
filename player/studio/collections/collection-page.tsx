import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso/router'
import type { StudioCollection } from '../../../contract/collections.ts'
import { collectionWords } from '../../../contract/words/collections.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { onlyErrors } from '../../ui/field-errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { SaveActions } from '../parts/save-actions.tsx'
import { useThing } from '../parts/use-thing.ts'
import { CollectionFilms } from './collection-films.tsx'
import { CollectionPlans } from './collection-plans.tsx'

const path = '/api/studio/collections'

/** One collection: what viewers read of it, and its films. */
export function CollectionPage() {
  const { id = '' } = useRoute().params
  const { loaded, thing: collection, setChanged } = useThing<StudioCollection>(path, id)
  useTitle(collection?.title ?? collectionWords('collection'))
  const isMissing = loaded.status === 'failed' && [400, 404].includes(loaded.problem.status)
  return (
    <div class="page studio">
      <p class="crumb">
        <a href="/studio/collections">{collectionWords('all')}</a>
      </p>
      <h1>{collection?.title ?? collectionWords(isMissing ? 'missing' : 'collection')}</h1>
      {collection === undefined && loaded.status === 'loading' && (
        <Waiting>{collectionWords('loadingOne')}</Waiting>
      )}
      {collection === undefined && loaded.status === 'failed' && (
        <Failure
          what={collectionWords('oneFailed')}
          problem={loaded.problem}
          retry={loaded.retry}
        />
      )}
      {collection !== undefined && (
        <div class="video-page">
          <About key={collection.id} collection={collection} onSaved={setChanged} />
          <div class="video-side">
            <CollectionFilms collection={collection} onChanged={setChanged} />
            <CollectionPlans key={collection.id} collection={collection} onChanged={setChanged} />
            {collection.videos.some(({ onShow }) => onShow) && (
              <ButtonLink look="quiet" href={`/collections/${collection.slug}`}>
                {collectionWords('look')}
              </ButtonLink>
            )}
            <DeleteCollection collection={collection} />
          </div>
        </div>
      )}
    </div>
  )
}

interface AboutProps {
  collection: StudioCollection
  onSaved(collection: StudioCollection): void
}

function About({ collection, onSaved }: AboutProps) {
  // As it stood when the page was opened: what is typed is not overwritten by what comes in.
  const [{ title, slug, description }] = useState(collection)
  const [saved, setSaved] = useState(false)
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: (values) => {
      setSaved(false)
      const isSlug = /^[a-z0-9]+(-[a-z0-9]+)*$/.test((values.slug ?? '').trim())
      return onlyErrors({
        title: values.title?.trim() === '' ? collectionWords('titleMissing') : undefined,
        slug: isSlug ? undefined : studioWords('wrongLink'),
      })
    },
    submit: async ({ title = '', slug = '', description = '' }) => {
      const body = { title: title.trim(), slug: slug.trim(), description: description.trim() }
      onSaved(await api.request<StudioCollection>('PATCH', `${path}/${collection.id}`, { body }))
      setSaved(true)
    },
  })
  return (
    <form ref={form} class="form" noValidate onSubmit={onSubmit} onInput={() => setSaved(false)}>
      <Field label={studioWords('title')} name="title" defaultValue={title} error={errors.title} />
      <Field
        label={studioWords('link')}
        name="slug"
        defaultValue={slug}
        error={errors.slug}
        hint={studioWords('linkHint')}
      />
      <TextArea
        label={studioWords('description')}
        name="description"
        defaultValue={description}
        error={errors.description}
        rows={5}
      />
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      <SaveActions busy={busy} saved={saved} />
    </form>
  )
}

function DeleteCollection({ collection: { id } }: { collection: StudioCollection }) {
  const [asking, setAsking] = useState(false)
  const { route } = useLocation()
  async function remove() {
    await api.request('DELETE', `${path}/${id}`)
    route('/studio/collections')
  }
  if (!asking) {
    return (
      <Button look="quiet" onClick={() => setAsking(true)}>
        {collectionWords('delete')}
      </Button>
    )
  }
  return (
    <div>
      <p>{collectionWords('deleteText')}</p>
      <div class="actions">
        <ActionButton look="danger" busy={collectionWords('deleting')} leaves act={remove}>
          {collectionWords('delete')}
        </ActionButton>
        <Button look="quiet" onClick={() => setAsking(false)}>
          {collectionWords('keep')}
        </Button>
      </div>
    </div>
  )
}
