import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { type Problem, toProblem } from '../site/problem.ts'
import { api } from '../site/site-api.ts'
import { Button } from '../site/ui/button.tsx'
import type { StudioFilm } from './contract.ts'

/** Deletes a film for good, after asking. */
export function DeleteFilm({ film }: { film: StudioFilm }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const { route } = useLocation()

  async function remove() {
    setBusy(true)
    setProblem(undefined)
    try {
      await api.request('DELETE', `/api/studio/videos/${film.id}`)
      route('/studio')
    } catch (error) {
      setProblem(toProblem(error))
      setBusy(false)
    }
  }

  return (
    <>
      <Button look="quiet" onClick={() => dialog.current?.showModal()}>
        Delete this film
      </Button>
      <dialog ref={dialog} class="dialog" aria-labelledby="delete">
        <h2 id="delete">Delete {film.title}?</h2>
        <p>Its files are removed from the bucket. This cannot be undone.</p>
        {problem !== undefined && (
          <p class="action-problem" role="alert">
            {problem.message}
          </p>
        )}
        <div class="actions">
          <Button look="secondary" onClick={() => dialog.current?.close()}>
            Keep it
          </Button>
          <Button look="danger" busy={busy && 'Deleting'} onClick={() => void remove()}>
            Delete
          </Button>
        </div>
      </dialog>
    </>
  )
}
