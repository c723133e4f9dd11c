import { useId, useState } from 'preact/hooks'
import { mostPreviewDays, usualPreviewDays } from '../../../contract/library-limits.ts'
import type {
  MadePreview,
  PreviewLink,
  PreviewLinks as PreviewList,
} from '../../../contract/previews.ts'
import type { StudioVideo } from '../../../contract/studio.ts'
import { moment } from '../../../contract/words/format.ts'
import { libraryWords } from '../../../contract/words/library.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { onlyErrors } from '../../ui/field-errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { useLoad } from '../../ui/use-load.ts'
import { CopyField } from './share-video.tsx'

const isDays = (text = '') => /^\d{1,2}$/.test(text) && Number(text) >= 1
const daysError = (text: string | undefined) =>
  isDays(text?.trim()) && Number(text) <= mostPreviewDays
    ? undefined
    : libraryWords('wrongDays', { most: mostPreviewDays })

/** Links by which people see the film before everyone else: how they stand, and the way to make one. */
export function PreviewLinks({ video: { id } }: { video: StudioVideo }) {
  const path = `/api/studio/videos/${id}/previews`
  const list = useLoad(path, (signal) => api.get<PreviewList>(path, signal))
  const [made, setMade] = useState<MadePreview>()
  const one = useId()
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: ({ days }) => onlyErrors({ days: daysError(days) }),
    submit: async ({ days, note = '', forOne }) => {
      const body = { days: Number(days), note: note.trim(), forOne: forOne === 'on' }
      setMade(await api.post<MadePreview>(path, body))
      list.retry()
    },
  })
  const shown = (list.value ?? list.last)?.previews ?? []
  return (
    <section class="panel" aria-labelledby="previews">
      <h2 id="previews">{libraryWords('previews')}</h2>
      <p class="small">{libraryWords('previewsText')}</p>
      {list.status === 'failed' && (
        <Failure what={libraryWords('previews')} problem={list.problem} retry={list.retry} />
      )}
      {shown.length > 0 && (
        <ul class="captions" aria-label={libraryWords('previews')}>
          {shown.map((preview) => (
            <PreviewRow key={preview.id} path={path} preview={preview} onEnded={list.retry} />
          ))}
        </ul>
      )}
      {made !== undefined && <CopyField label={libraryWords('previewMade')} text={made.url} />}
      <form ref={form} class="form" noValidate onSubmit={onSubmit}>
        <Field label={libraryWords('previewNote')} name="note" error={errors.note} />
        <Field
          label={libraryWords('previewDays')}
          name="days"
          defaultValue={String(usualPreviewDays)}
          error={errors.days}
        />
        <div class="check">
          <input type="checkbox" id={one} name="forOne" />
          <label for={one}>{libraryWords('previewOne')}</label>
        </div>
        {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
        <Button type="submit" look="secondary" busy={busy && libraryWords('makingPreview')}>
          {libraryWords('makePreview')}
        </Button>
      </form>
    </section>
  )
}

interface PreviewRowProps {
  path: string
  preview: PreviewLink
  onEnded(): void
}

function PreviewRow({ path, preview, onEnded }: PreviewRowProps) {
  const { id, note, expiresAt, revokedAt, opened } = preview
  const isOver = revokedAt !== null || Date.parse(expiresAt) <= Date.now()
  const facts = [
    isOver
      ? libraryWords('previewOver')
      : libraryWords('previewUntil', { time: moment(expiresAt) }),
    libraryWords('previewOpened', { count: opened }),
  ]
  return (
    <li class="caption">
      <span>
        {note} <span class="small">{facts.join(', ')}</span>
      </span>
      {!isOver && (
        <ActionButton
          look="quiet"
          busy={libraryWords('endingPreview')}
          act={async () => {
            await api.request('DELETE', `${path}/${id}`)
            onEnded()
          }}
        >
          {libraryWords('endPreview')}
        </ActionButton>
      )}
    </li>
  )
}
