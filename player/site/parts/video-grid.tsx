import type { Card } from '../../../contract/catalog.ts'
import { VideoCard } from './video-card.tsx'

/** How many pictures are seen without scrolling on a large screen. */
const atOnce = 8

interface VideoGridProps {
  videos: readonly Card[]
  label: string
  /** Another answer is on its way. */
  stale?: boolean
  /** Whether it is seen without scrolling. */
  eager?: boolean
}

export function VideoGrid({ videos, label, stale = false, eager = true }: VideoGridProps) {
  return (
    <ul class={`grid${stale ? ' grid-stale' : ''}`} aria-label={label} aria-busy={stale}>
      {videos.map((video, index) => (
        <li key={video.id}>
          <VideoCard video={video} eager={eager && index < atOnce} />
        </li>
      ))}
    </ul>
  )
}

const outlines = Array.from({ length: atOnce }, (_, index) => `outline ${index}`)

/** The grid's shape while it loads, so that nothing jumps when the films come. */
export function GridOutline() {
  return (
    <div class="grid" aria-hidden="true">
      {outlines.map((key) => (
        <div class="card" key={key}>
          <span class="poster" />
          <span class="outline-line" />
        </div>
      ))}
    </div>
  )
}
