import { api } from '../site/site-api.ts'
import { ActionButton } from '../site/ui/action-button.tsx'
import type { StudioFilm } from './contract.ts'

interface PublishFilmProps {
  film: StudioFilm
  onChanged(film: StudioFilm): void
}

/** Shows the film to viewers, or takes it away from them: whoever watches is stopped. */
export function PublishFilm({ film: { id, published }, onChanged }: PublishFilmProps) {
  async function turn() {
    const body = { published: !published }
    onChanged(await api.request<StudioFilm>('PATCH', `/api/studio/videos/${id}`, { body }))
  }
  return published ? (
    <ActionButton key="hide" wide look="secondary" busy="Taking it out" act={turn}>
      Take it out of the catalogue
    </ActionButton>
  ) : (
    <ActionButton key="show" wide busy="Publishing" act={turn}>
      Publish
    </ActionButton>
  )
}
