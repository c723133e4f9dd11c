import type { Card } from '../../../contract/catalog.ts'
import { runningTime } from '../../../contract/words/format.ts'
import { Poster } from '../../ui/poster.tsx'
import { badge } from '../badge.ts'
import { WatchedBar } from './watched-bar.tsx'

interface VideoCardProps {
  video: Card
  eager?: boolean
  /** The first picture of a page that begins with films. */
  first?: boolean
}

/** One film among others: a single link, its picture first. */
export function VideoCard({ video, eager = false, first = false }: VideoCardProps) {
  const label = badge(video.access)
  return (
    <a class="card" href={`/watch/${video.slug}`}>
      <span class="poster">
        <Poster url={video.posterUrl} choice={video.posterSizes} eager={eager} first={first} />
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
