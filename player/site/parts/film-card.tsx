import { badge } from '../access-words.ts'
import type { Card } from '../contract.ts'
import { runningTime } from '../format.ts'
import { Poster } from '../ui/poster.tsx'
import { WatchedBar } from './watched-bar.tsx'

/** One film among others: a single link, its picture first. */
export function FilmCard({ film, eager = false }: { film: Card; eager?: boolean }) {
  const label = badge(film.access)
  return (
    <a class="card" href={`/watch/${film.slug}`}>
      <span class="poster">
        <Poster url={film.posterUrl} eager={eager} />
        {label !== undefined && <span class="badge">{label}</span>}
        <WatchedBar film={film} />
      </span>
      <span class="card-title">{film.title}</span>
      {film.durationSeconds !== null && (
        <span class="card-more">{runningTime(film.durationSeconds)}</span>
      )}
    </a>
  )
}
