import type { Card } from '../../../contract/catalog.ts'
import { runningTime } from '../../../contract/words/format.ts'
import { Poster } from '../../ui/poster.tsx'
import { badge } from '../badge.ts'
import { WatchedBar } from './watched-bar.tsx'

/** One film among others: a single link, its picture first. */
export function VideoCard({ video, eager = false }: { video: Card; eager?: boolean }) {
  const label = badge(video.access)
  return (
    <a class="card" href={`/watch/${video.slug}`}>
      <span class="poster">
        <Poster url={video.posterUrl} eager={eager} />
        {label !== undefined && <span class="badge">{label}</span>}
        <WatchedBar video={video} />
      </span>
      <span class="card-title">{video.title}</span>
      {video.durationSeconds !== null && (
        <span class="card-more">{runningTime(video.durationSeconds)}</span>
      )}
    </a>
  )
}
