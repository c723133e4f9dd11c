import type { Card } from '../../../contract/catalog.ts'
import { day, runningTime } from '../../../contract/words/format.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { Poster } from '../../ui/poster.tsx'
import { badge } from '../badge.ts'
import { watchLink } from '../watch-link.ts'
import { WatchedBar } from './watched-bar.tsx'

interface VideoCardProps {
  video: Card
  eager?: boolean
  /** The first picture of a page that begins with films. */
  first?: boolean
  /** The slug of the collection that it is watched in. */
  within?: string | undefined
  /** Of an episode: its number. */
  number?: number | null
  /** It has been seen to the end. */
  watched?: boolean
}

/** One film among others: a single link, its picture first. */
export function VideoCard(props: VideoCardProps) {
  const { video, eager = false, first = false, within, number = null, watched = false } = props
  const label = badge(video.access)
  const isSeen = watched && !video.resumeSeconds
  const more = [
    number === null ? undefined : siteWords('episodeNumber', { episode: number }),
    video.comingAt ? siteWords('comingOn', { time: day(video.comingAt) }) : undefined,
    video.durationSeconds === null ? undefined : runningTime(video.durationSeconds),
    isSeen ? siteWords('watchedMark') : undefined,
  ].filter((one) => one !== undefined)
  return (
    <a class="card" href={watchLink(video.slug, within)}>
      <span class="poster">
        <Poster url={video.posterUrl} choice={video.posterSizes} eager={eager} first={first} />
        {label !== undefined && <span class="badge">{label}</span>}
        <WatchedBar video={video} />
        {isSeen && <SeenMark />}
      </span>
      <span class="card-title">{video.title}</span>
      {more.length > 0 && <span class="card-more">{more.join(' · ')}</span>}
    </a>
  )
}

const SeenMark = () => (
  <span class="seen" aria-hidden="true">
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M9.5 17.2 4.6 12.3l1.5-1.5 3.4 3.4 8.4-8.4 1.5 1.5z" />
    </svg>
  </span>
)
