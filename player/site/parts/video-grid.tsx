import type { Card } from '../../../contract/catalog.ts'
import type { CollectionFilm } from '../../../contract/collections.ts'
import { VideoCard } from './video-card.tsx'

/** How many pictures are seen without scrolling on a large screen. */
const atOnce = 8

type Shown = Card & Partial<Pick<CollectionFilm, 'episode' | 'watched'>>

interface VideoGridProps {
  videos: readonly Shown[]
  label: string
  /** Another answer is on its way. */
  stale?: boolean
  /** Whether it is seen without scrolling. */
  eager?: boolean
  /** The slug of the collection that they are watched in. */
  within?: string
}

export function VideoGrid(props: VideoGridProps) {
  const { videos, label, stale = false, eager = true, within } = props
  return (
    <ul class={`grid${stale ? ' grid-stale' : ''}`} aria-label={label} aria-busy={stale}>
      {videos.map((video, index) => (
        <li key={video.id}>
          <VideoCard
            video={video}
            eager={eager && index < atOnce}
            within={within}
            {...episodeOf(video)}
          />
        </li>
      ))}
    </ul>
  )
}

const episodeOf = ({ episode = null, watched = false }: Shown) => ({ number: episode, watched })

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
