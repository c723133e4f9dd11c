import { runningTime } from '../site/format.ts'
import { Poster } from '../site/ui/poster.tsx'
import { accessSummary } from './access-summary.ts'
import type { StudioFilm } from './contract.ts'
import { stateWords } from './film-state.ts'
import { TransferRow } from './transfer-row.tsx'
import type { Transfer } from './transfers.ts'

interface FilmRowProps {
  film: StudioFilm
  /** Its file, while it is on its way. */
  transfer: Transfer | undefined
}

/** One film of the library: how it stands, and its way in. */
export function FilmRow({ film, transfer }: FilmRowProps) {
  const { label, tone, sentence } = stateWords(film)
  return (
    <article class="film-row">
      <span class="poster">
        <Poster url={film.posterUrl} />
      </span>
      <div class="film-row-text">
        <h2>
          <a href={`/studio/films/${film.id}`}>{film.title}</a>
        </h2>
        <p class="film-row-facts">
          <span class={`chip chip-${tone}`}>{label}</span>
          <span>{accessSummary(film.access)}</span>
          {film.durationSeconds !== null && <span>{runningTime(film.durationSeconds)}</span>}
        </p>
        {transfer === undefined && <p class="small">{sentence}</p>}
        {film.status === 'processing' && (
          <progress
            class="bar"
            max={1}
            value={film.progress}
            aria-label={`Encoding ${film.title}`}
          />
        )}
        {transfer !== undefined && <TransferRow transfer={transfer} />}
      </div>
    </article>
  )
}
