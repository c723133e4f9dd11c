import { useRef, useState } from 'preact/hooks'
import type { StudioVideo, VideoChange } from '../../../contract/studio.ts'
import { libraryWords } from '../../../contract/words/library.ts'
import { settingsWords } from '../../../contract/words/settings.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { Problem } from '../../ui/problem.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { useForm } from '../../ui/use-form.ts'
import { SaveActions } from '../parts/save-actions.tsx'
import { UnsavedDialog } from './unsaved-dialog.tsx'
import { AccessFields, Check, type TextFields } from './video-access-fields.tsx'
import { changedFields, changeOf, checkFields, fieldsOf, touchedOf } from './video-fields.ts'

interface VideoFormProps {
  video: StudioVideo
  /** What was typed is given up for what is stored. */
  onDiscard(video: StudioVideo): void
  onSaved(video: StudioVideo): void
}

/** What viewers read of a film, and who may watch it. */
export function VideoForm({ video, onSaved, onDiscard }: VideoFormProps) {
  // As they stood when the page was opened: what is typed is not overwritten by what comes in.
  const [fields] = useState(() => fieldsOf(video))
  const before = useRef(video)
  const [saved, setSaved] = useState(false)
  const [isDirty, setDirty] = useState(false)
  const [theirs, setTheirs] = useState<StudioVideo>()
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: (values) => {
      setSaved(false)
      return checkFields(values)
    },
    submit: async (values) => {
      const change = touchedOf(before.current, changeOf(before.current, values))
      const { stored, other } = await saveVideo(before.current, change, theirs)
      if (stored === undefined) return setTheirs(other)
      before.current = stored
      onSaved(stored)
      setTheirs(undefined)
      setDirty(false)
      setSaved(true)
    },
  })
  const field = (name: TextFields) => ({
    name,
    defaultValue: fields[name],
    error: errors[name],
  })
  const onInput = () => {
    setSaved(false)
    setDirty(true)
  }
  return (
    <form ref={form} class="form" noValidate onSubmit={onSubmit} onInput={onInput}>
      <UnsavedDialog isDirty={isDirty} />
      <fieldset class="access panel" id="about">
        <legend>{studioWords('about.legend')}</legend>
        <Field label={studioWords('title')} {...field('title')} />
        <Field label={studioWords('link')} {...field('slug')} hint={studioWords('linkHint')} />
        <TextArea label={studioWords('description')} {...field('description')} rows={5} />
        <TextArea
          label={studioWords('chapters')}
          {...field('chapters')}
          rows={4}
          hint={studioWords('chaptersHint')}
        />
        <div class="prices">
          <Field label={studioWords('about.year')} {...field('year')} />
          <Field label={studioWords('about.ageRating')} {...field('ageRating')} />
        </div>
        <TextArea
          label={studioWords('about.people')}
          {...field('people')}
          rows={3}
          hint={studioWords('about.peopleHint')}
        />
        {(['categories', 'tags', 'countries', 'languages'] as const).map((name) => (
          <Field
            key={name}
            label={studioWords(`about.${name}`)}
            {...field(name)}
            hint={studioWords('about.listHint')}
          />
        ))}
      </fieldset>
      <AccessFields fields={fields} field={field} />
      <fieldset class="access panel" id="publishing">
        <legend>{studioWords('publishing.legend')}</legend>
        <Choice
          label={studioWords('visibility')}
          name="visibility"
          defaultValue={fields.visibility}
          options={[
            ['public', studioWords('visibility.public')],
            ['unlisted', studioWords('visibility.unlisted')],
          ]}
        />
        {!video.published && (
          <Field
            type="datetime-local"
            label={studioWords('publishAt')}
            {...field('publishAt')}
            hint={studioWords('publishAtHint')}
          />
        )}
        {!video.published && (
          <Check
            name="announced"
            label={libraryWords('announced')}
            checked={fields.announced === 'on'}
          />
        )}
        <Choice
          label={studioWords('alsoAv1')}
          name="alsoAv1"
          defaultValue={fields.alsoAv1}
          options={[
            ['', studioWords('alsoAv1.site')],
            ['yes', studioWords('alsoAv1.yes')],
            ['no', studioWords('alsoAv1.no')],
          ]}
        />
      </fieldset>
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      {theirs !== undefined && (
        <Notice
          tone="urgent"
          heading={libraryWords('stale')}
          action={
            <Button look="secondary" onClick={() => onDiscard(theirs)}>
              {settingsWords('takeTheirs')}
            </Button>
          }
        >
          {libraryWords('staleText', {
            fields: changedFields(before.current, theirs)
              .map((name) => fieldName(name))
              .join(', '),
          })}
        </Notice>
      )}
      <SaveActions busy={busy} saved={saved} isDirty={isDirty} sticks>
        {theirs === undefined ? undefined : settingsWords('saveMine')}
      </SaveActions>
    </form>
  )
}

/** What a field is called on this page. */
function fieldName(name: string): string {
  const keys = [
    name,
    `about.${name}`,
    `${name}Price`,
    { slug: 'link', free: 'freeForAll' }[name] ?? '',
  ]
  const key = [...keys, 'whoCanWatch'].find((one) => studioWords.has(one)) ?? 'film'
  return studioWords(key as 'title')
}

/** Stores a change to what was read; `other` is the film as somebody else has changed its fields since. */
async function saveVideo(
  read: StudioVideo,
  change: VideoChange,
  seen: StudioVideo | undefined,
): Promise<{ stored?: StudioVideo; other?: StudioVideo }> {
  if (Object.keys(change).length === 0) return { stored: seen ?? read }
  const { version } = seen ?? read
  const path = `/api/studio/videos/${read.id}`
  try {
    const body = { ...change, version }
    return { stored: await api.request<StudioVideo>('PATCH', path, { body }) }
  } catch (error) {
    if (!(error instanceof Problem) || error.document.current === undefined) throw error
    const other = error.document.current as StudioVideo
    // That it was published meanwhile, say, is nothing that this form has to ask about.
    const isOurs = changedFields(seen ?? read, other).length === 0
    return isOurs ? saveVideo(read, change, other) : { other }
  }
}
