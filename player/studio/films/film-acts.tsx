import { useLocation } from 'preact-iso/router'
import type { StudioVideo } from '../../../contract/studio.ts'
import { libraryWords } from '../../../contract/words/library.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { api } from '../../ui/page-api.ts'

interface ArchiveVideoProps {
  video: StudioVideo
  onChanged(video: StudioVideo): void
}

/** Takes the film from those who do not have it, or offers it again as it was. */
export function ArchiveVideo({ video: { id, state }, onChanged }: ArchiveVideoProps) {
  const turn = (archived: boolean) => async () => {
    const body = { archived }
    onChanged(await api.request<StudioVideo>('PATCH', `/api/studio/videos/${id}`, { body }))
  }
  return state === 'archived' ? (
    <div>
      <p class="small">{libraryWords('inArchive')}</p>
      <ActionButton key="out" look="secondary" busy={libraryWords('restoring')} act={turn(false)}>
        {libraryWords('restore')}
      </ActionButton>
    </div>
  ) : (
    <div>
      <p class="small">{libraryWords('archiveText')}</p>
      <ActionButton key="in" look="quiet" busy={libraryWords('archiving')} act={turn(true)}>
        {libraryWords('archive')}
      </ActionButton>
    </div>
  )
}

/** Another film with the same words, and its page. */
export function DuplicateVideo({ video: { id } }: { video: StudioVideo }) {
  const { route } = useLocation()
  async function duplicate() {
    const copy = await api.post<StudioVideo>(`/api/studio/videos/${id}/duplicate`)
    route(`/studio/films/${copy.id}`)
  }
  return (
    <div>
      <p class="small">{libraryWords('duplicateText')}</p>
      <ActionButton look="quiet" busy={libraryWords('duplicating')} act={duplicate}>
        {libraryWords('duplicate')}
      </ActionButton>
    </div>
  )
}
