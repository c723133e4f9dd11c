import { useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { StudioVideo } from '../../contract/studio.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Button } from '../ui/button.tsx'
import { api } from '../ui/page-api.ts'

/** Deletes a film for good, after asking. */
export function DeleteVideo({ video }: { video: StudioVideo }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { route } = useLocation()

  async function remove() {
    await api.request('DELETE', `/api/studio/videos/${video.id}`)
    route('/studio')
  }

  return (
    <>
      <Button look="quiet" onClick={() => dialog.current?.showModal()}>
        Delete this film
      </Button>
      <dialog ref={dialog} class="dialog" aria-labelledby="delete">
        <h2 id="delete">Delete {video.title}?</h2>
        <p>Its files are removed from the bucket. This cannot be undone.</p>
        <div class="actions">
          <Button look="secondary" onClick={() => dialog.current?.close()}>
            Keep it
          </Button>
          <ActionButton look="danger" busy="Deleting" leaves act={remove}>
            Delete
          </ActionButton>
        </div>
      </dialog>
    </>
  )
}
