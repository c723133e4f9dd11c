import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso/router'
import { ButtonLink } from '../site/ui/button.tsx'
import { Failure } from '../site/ui/failure.tsx'
import { useTitle } from '../site/ui/use-title.ts'
import { Waiting } from '../site/ui/waiting.tsx'
import type { FilmEvent, StudioEncode, StudioFilm } from './contract.ts'
import { DeleteFilm } from './delete-film.tsx'
import { FilmCaptions } from './film-captions.tsx'
import { FilmFile } from './film-file.tsx'
import { FilmForm } from './film-form.tsx'
import { useFilmEvents } from './follow-film.ts'
import { PublishFilm } from './publish-film.tsx'
import { useThing } from './use-thing.ts'

export function FilmPage() {
  const { id = '' } = useRoute().params
  const { loaded, thing: film, setChanged, reload } = useThing<StudioFilm>('/api/studio/videos', id)
  const [encode, setEncode] = useState<StudioEncode | null>(null)
  useTitle(film?.title ?? 'Film')
  useFilmEvents(id, tell, reload)

  function tell(event: FilmEvent) {
    setChanged(event.film)
    setEncode(event.encode)
  }

  return (
    <div class="page studio">
      <p class="crumb">
        <a href="/studio">All films</a>
      </p>
      {film === undefined && loaded.status === 'loading' && (
        <>
          <h1>Film</h1>
          <Waiting>Loading the film</Waiting>
        </>
      )}
      {loaded.status === 'failed' && film === undefined && (
        <>
          <h1>{[400, 404].includes(loaded.problem.status) ? 'There is no such film' : 'Film'}</h1>
          <Failure what="The film did not load" problem={loaded.problem} retry={loaded.retry} />
        </>
      )}
      {film !== undefined && (
        <>
          <h1>{film.title}</h1>
          <div class="film-page">
            <FilmForm key={film.id} film={film} onSaved={setChanged} />
            <div class="film-side">
              <FilmFile film={film} encode={encode} onChanged={reload} />
              <FilmCaptions film={film} onChanged={reload} />
              <PublishFilm film={film} onChanged={setChanged} />
              {film.durationSeconds !== null && (
                <ButtonLink look="quiet" href={`/watch/${film.slug}`}>
                  {film.published ? 'Look at it as viewers do' : 'Watch it before anyone else'}
                </ButtonLink>
              )}
              <DeleteFilm film={film} />
            </div>
          </div>
        </>
      )}
    </div>
  )
}
