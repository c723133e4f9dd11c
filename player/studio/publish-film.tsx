import { useState } from 'preact/hooks'
import { type Problem, toProblem } from '../site/problem.ts'
import { api } from '../site/site-api.ts'
import { Button } from '../site/ui/button.tsx'
import type { StudioFilm } from './contract.ts'

interface PublishFilmProps {
  film: StudioFilm
  onChanged(film: StudioFilm): void
}

/** Shows the film to viewers, or takes it away from them: whoever watches is stopped. */
export function PublishFilm({ film, onChanged }: PublishFilmProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  async function publish() {
    setBusy(true)
    setProblem(undefined)
    try {
      const body = { published: !film.published }
      onChanged(await api.request<StudioFilm>('PATCH', `/api/studio/videos/${film.id}`, { body }))
    } catch (error) {
      setProblem(toProblem(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div class="action">
      <Button
        wide
        look={film.published ? 'secondary' : 'primary'}
        busy={busy && (film.published ? 'Taking it away' : 'Publishing')}
        onClick={() => void publish()}
      >
        {film.published ? 'Take it out of the catalogue' : 'Publish'}
      </Button>
      {problem !== undefined && (
        <p class="action-problem" role="alert">
          {problem.message}
        </p>
      )}
    </div>
  )
}
