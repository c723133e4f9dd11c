import { useId, useRef } from 'preact/hooks'
import type { StudioCaption, StudioVideo } from '../../../contract/studio.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Field } from '../../ui/field.tsx'
import { api } from '../../ui/page-api.ts'
import { useChange } from '../../ui/use-change.ts'
import { captionFiles, DropZone } from '../uploads/drop-zone.tsx'
import { TransferRow } from '../uploads/transfer-row.tsx'
import { sendFor, useTransfers } from '../uploads/transfers.ts'
import { captionLanguages, languageName } from './languages.ts'

interface VideoCaptionsProps {
  video: StudioVideo
  /** Captions came or went. */
  onChanged(): void
}

/** The film's captions, one for each language: how they stand, and the way to add and remove some. */
export function VideoCaptions({ video, onChanged }: VideoCaptionsProps) {
  const transfers = useTransfers().filter(
    ({ videoId, purpose }) => videoId === video.id && purpose === 'captions',
  )
  const { length } = transfers
  useChange(length, onChanged)

  return (
    <section class="panel" aria-labelledby="captions">
      <h2 id="captions">{studioWords('captions')}</h2>
      {video.captions.length === 0 && length === 0 && <p>{studioWords('noCaptions')}</p>}
      {video.captions.length > 0 && (
        <ul class="captions" aria-label={studioWords('captionsOf')}>
          {video.captions.map((caption) => (
            <CaptionRow key={caption.id} video={video} caption={caption} onRemoved={onChanged} />
          ))}
        </ul>
      )}
      {transfers.map((transfer) => (
        <TransferRow key={transfer.id} transfer={transfer} />
      ))}
      <AddCaptions video={video} />
    </section>
  )
}

interface CaptionRowProps {
  video: StudioVideo
  caption: StudioCaption
  onRemoved(): void
}

function CaptionRow({ video, caption: { id, language, label }, onRemoved }: CaptionRowProps) {
  async function remove() {
    await api.request('DELETE', `/api/studio/videos/${video.id}/captions/${id}`)
    onRemoved()
  }
  return (
    <li class="caption">
      <span>
        <span lang={language}>{label}</span>{' '}
        {languageName(language) !== label && <span class="small">{languageName(language)}</span>}
      </span>
      <ActionButton look="quiet" busy={studioWords('removing')} act={remove}>
        {studioWords('remove', { name: label })}
      </ActionButton>
    </li>
  )
}

function AddCaptions({ video }: { video: StudioVideo }) {
  const form = useRef<HTMLFormElement>(null)
  const id = useId()

  function send(file: File) {
    const values = new FormData(form.current ?? undefined)
    const label = String(values.get('label') ?? '').trim()
    const language = String(values.get('language'))
    const chosen = { ...(language !== '' && { language }), ...(label !== '' && { label }) }
    sendFor(video.id, file, 'captions', chosen)
    const field = form.current?.elements.namedItem('label')
    if (field instanceof HTMLInputElement) field.value = ''
  }

  return (
    <form ref={form} class="form" onSubmit={(event) => event.preventDefault()}>
      <div class="field">
        <label for={id}>{studioWords('language')}</label>
        <select id={id} name="language">
          <option value="">{studioWords('languageOfFile')}</option>
          {captionLanguages.map(({ code, name }) => (
            <option key={code} value={code} selected={code === 'en'}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Field label={studioWords('menuName')} name="label" hint={studioWords('menuNameHint')} />
      <DropZone
        text={studioWords('dropCaptions')}
        label={studioWords('chooseCaptions')}
        accept={captionFiles}
        onFiles={([file]) => file && send(file)}
      />
    </form>
  )
}
