import type { StudioEncode, StudioVideo } from '../../../contract/studio.ts'
import type { StudioUpload } from '../../../contract/uploads.ts'
import { fileSize } from '../../../contract/words/format.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { Poster } from '../../ui/poster.tsx'
import { useChange } from '../../ui/use-change.ts'
import { useLoad } from '../../ui/use-load.ts'
import { DropZone, pictureFiles, videoFiles } from '../uploads/drop-zone.tsx'
import { TransferRow } from '../uploads/transfer-row.tsx'
import { sendFor, useTransfers } from '../uploads/transfers.ts'
import { VideoEncode } from './video-encode.tsx'
import { isChanging, stateWords } from './video-state.ts'

interface VideoFileProps {
  video: StudioVideo
  encode: StudioEncode | null
  /** A file is whole now, or was taken back. */
  onChanged(): void
}

/** The film's file and picture: how they stand, and the way to send others. */
export function VideoFile({ video, encode, onChanged }: VideoFileProps) {
  const transfers = useTransfers().filter(
    ({ videoId, purpose }) => videoId === video.id && purpose !== 'captions',
  )
  const { length } = transfers
  const left = useLoad(`${video.id} ${length}`, (signal) =>
    api.get<{ uploads: StudioUpload[] }>(`/api/studio/videos/${video.id}/uploads`, signal),
  )
  useChange(length, onChanged)

  const broken =
    length === 0 ? left.value?.uploads.find(({ purpose }) => purpose === 'video') : undefined
  const { label, tone, sentence } = stateWords(video)
  const hasFile = video.durationSeconds !== null
  const takesFiles = length === 0 && video.status !== 'queued' && video.status !== 'processing'

  function send(file: File) {
    const same = file.name === broken?.fileName && file.size === broken.sizeBytes
    sendFor(video.id, file, 'video', same ? { uploadId: broken.id } : {})
  }

  return (
    <section class="panel" aria-labelledby="file">
      <h2 id="file">{studioWords('file')}</h2>
      <span class="poster">
        <Poster url={video.posterUrl} eager />
      </span>
      <p>
        <span class={`chip chip-${tone}`}>{label}</span>
      </p>
      {tone === 'urgent' ? (
        <Notice tone="urgent">{sentence}</Notice>
      ) : (
        !(isChanging(video) && encode !== null) && <p>{sentence}</p>
      )}
      {video.status === 'ready' && video.failure !== null && <Notice>{video.failure}</Notice>}
      {encode !== null && length === 0 && (
        <VideoEncode video={video} encode={encode} onChanged={onChanged} />
      )}
      {transfers.map((transfer) => (
        <TransferRow key={transfer.id} transfer={transfer} />
      ))}
      {broken !== undefined && <BrokenOff upload={broken} />}
      {takesFiles && (
        <DropZone
          text={studioWords(hasFile ? 'dropReplacement' : 'dropFile')}
          label={studioWords(broken === undefined ? 'chooseFile' : 'chooseAgain')}
          accept={videoFiles}
          onFiles={([file]) => file && send(file)}
        />
      )}
      {takesFiles && hasFile && (
        <DropZone
          text={studioWords('dropPoster')}
          label={studioWords('choosePicture')}
          accept={pictureFiles}
          onFiles={([file]) => file && sendFor(video.id, file, 'poster')}
        />
      )}
    </section>
  )
}

/** An upload that another visit left behind; the browser has let go of its file since. */
function BrokenOff({ upload: { fileName, sizeBytes, parts } }: { upload: StudioUpload }) {
  const there = parts.reduce((sum, part) => sum + part.sizeBytes, 0)
  return (
    <Notice heading={studioWords('brokeOff', { name: fileName })}>
      {there > 0 &&
        `${studioWords('arrived', { there: fileSize(there), whole: fileSize(sizeBytes) })} `}
      {studioWords('brokeOffText')}
    </Notice>
  )
}
