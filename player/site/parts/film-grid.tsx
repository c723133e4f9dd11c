import type { Card } from '../contract.ts'
import { FilmCard } from './film-card.tsx'

/** How many pictures are seen without scrolling on a large screen. */
const atOnce = 8

export function FilmGrid({ films, label }: { films: readonly Card[]; label: string }) {
  return (
    <ul class="grid" aria-label={label}>
      {films.map((film, index) => (
        <li key={film.id}>
          <FilmCard film={film} eager={index < atOnce} />
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
