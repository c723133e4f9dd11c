import { useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { StudioVideo } from '../../../contract/studio.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { api } from '../../ui/page-api.ts'

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
        {studioWords('deleteFilm')}
      </Button>
      <dialog ref={dialog} class="dialog" aria-labelledby="delete">
        <h2 id="delete">{studioWords('deleteAsk', { title: video.title })}</h2>
        <p>{studioWords('deleteText')}</p>
        <div class="actions">
          <Button look="secondary" onClick={() => dialog.current?.close()}>
            {studioWords('keepIt')}
          </Button>
          <ActionButton look="danger" busy={studioWords('deleting')} leaves act={remove}>
            {studioWords('delete')}
          </ActionButton>
        </div>
      </dialog>
    </>
  )
}
