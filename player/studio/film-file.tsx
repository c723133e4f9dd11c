import { api } from '../site/site-api.ts'
import { Notice } from '../site/ui/notice.tsx'
import { Poster } from '../site/ui/poster.tsx'
import { useChange } from '../site/use-change.ts'
import { useLoad } from '../site/use-load.ts'
import type { StudioEncode, StudioFilm, StudioUpload } from './contract.ts'
import { DropZone, filmFiles, pictureFiles } from './drop-zone.tsx'
import { FilmEncode } from './film-encode.tsx'
import { isChanging, stateWords } from './film-state.ts'
import { TransferRow } from './transfer-row.tsx'
import { fileSize } from './transfer-words.ts'
import { sendFor, useTransfers } from './transfers.ts'

interface FilmFileProps {
  film: StudioFilm
  encode: StudioEncode | null
  /** A file is whole now, or was taken back. */
  onChanged(): void
}

/** The film's file and picture: how they stand, and the way to send others. */
export function FilmFile({ film, encode, onChanged }: FilmFileProps) {
  const transfers = useTransfers().filter(
    ({ videoId, purpose }) => videoId === film.id && purpose !== 'captions',
  )
  const { length } = transfers
  const left = useLoad(`${film.id} ${length}`, (signal) =>
    api.get<{ uploads: StudioUpload[] }>(`/api/studio/videos/${film.id}/uploads`, signal),
  )
  useChange(length, onChanged)

  const broken =
    length === 0 ? left.value?.uploads.find(({ purpose }) => purpose === 'film') : undefined
  const { label, tone, sentence } = stateWords(film)
  const hasFile = film.durationSeconds !== null
  const takesFiles = length === 0 && film.status !== 'queued' && film.status !== 'processing'

  function send(file: File) {
    const same = file.name === broken?.fileName && file.size === broken.sizeBytes
    sendFor(film.id, file, 'film', same ? { uploadId: broken.id } : {})
  }

  return (
    <section class="panel" aria-labelledby="file">
      <h2 id="file">File</h2>
      <span class="poster">
        <Poster url={film.posterUrl} eager />
      </span>
      <p>
        <span class={`chip chip-${tone}`}>{label}</span>
      </p>
      {tone === 'urgent' ? (
        <Notice tone="urgent">{sentence}</Notice>
      ) : (
        !(isChanging(film) && encode !== null) && <p>{sentence}</p>
      )}
      {film.status === 'ready' && film.failure !== null && <Notice>{film.failure}</Notice>}
      {encode !== null && length === 0 && (
        <FilmEncode film={film} encode={encode} onChanged={onChanged} />
      )}
      {transfers.map((transfer) => (
        <TransferRow key={transfer.id} transfer={transfer} />
      ))}
      {broken !== undefined && <BrokenOff upload={broken} />}
      {takesFiles && (
        <DropZone
          text={hasFile ? 'Drop a file here to replace the film.' : 'Drop the film’s file here.'}
          label={broken === undefined ? 'Choose a file' : 'Choose the file again'}
          accept={filmFiles}
          onFiles={([file]) => file && send(file)}
        />
      )}
      {takesFiles && hasFile && (
        <DropZone
          text="Drop a picture here for its poster."
          label="Choose a picture"
          accept={pictureFiles}
          onFiles={([file]) => file && sendFor(film.id, file, 'poster')}
        />
      )}
    </section>
  )
}

/** An upload that another visit left behind; the browser has let go of its file since. */
function BrokenOff({ upload: { fileName, sizeBytes, parts } }: { upload: StudioUpload }) {
  const there = parts.reduce((sum, part) => sum + part.sizeBytes, 0)
  return (
    <Notice heading={`The upload of ${fileName} broke off`}>
      {there > 0 && `${fileSize(there)} of ${fileSize(sizeBytes)} are there. `}
      Choose the same file again, and it goes on from there.
    </Notice>
  )
}
