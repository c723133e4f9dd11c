import type { StudioVideo } from '../../../contract/studio.ts'
import { runningTime } from '../../../contract/words/format.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { Poster } from '../../ui/poster.tsx'
import { TransferRow } from '../uploads/transfer-row.tsx'
import type { Transfer } from '../uploads/transfers.ts'
import { accessSummary } from './access-summary.ts'
import { stateWords } from './video-state.ts'

interface VideoRowProps {
  video: StudioVideo
  /** Its file, while it is on its way. */
  transfer: Transfer | undefined
}

/** One film of the library: how it stands, and its way in. */
export function VideoRow({ video, transfer }: VideoRowProps) {
  const { label, tone, sentence } = stateWords(video)
  return (
    <article class="video-row">
      <span class="poster">
        <Poster url={video.posterUrl} />
      </span>
      <div class="video-row-text">
        <h2>
          <a href={`/studio/films/${video.id}`}>{video.title}</a>
        </h2>
        <p class="video-row-facts">
          <span class={`chip chip-${tone}`}>{label}</span>
          <span>{accessSummary(video)}</span>
          {video.durationSeconds !== null && <span>{runningTime(video.durationSeconds)}</span>}
        </p>
        {transfer === undefined && <p class="small">{sentence}</p>}
        {video.status === 'processing' && (
          <progress
            class="bar"
            max={1}
            value={video.progress}
            aria-label={studioWords('preparing', { title: video.title })}
          />
        )}
        {transfer !== undefined && <TransferRow transfer={transfer} />}
      </div>
    </article>
  )
}
