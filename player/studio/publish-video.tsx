import type { StudioVideo } from '../../contract/studio.ts'
import { moment } from '../../contract/words/format.ts'
import { studioWords } from '../../contract/words/studio.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { api } from '../ui/page-api.ts'

interface PublishVideoProps {
  video: StudioVideo
  onChanged(video: StudioVideo): void
}

/** Shows the film to viewers, or takes it away from them: whoever watches is stopped. */
export function PublishVideo({ video, onChanged }: PublishVideoProps) {
  const { id, published, publishAt } = video
  async function turn() {
    const body = { published: !published }
    onChanged(await api.request<StudioVideo>('PATCH', `/api/studio/videos/${id}`, { body }))
  }
  return published ? (
    <ActionButton key="hide" wide look="secondary" busy={studioWords('unpublishing')} act={turn}>
      {studioWords('unpublish')}
    </ActionButton>
  ) : (
    <>
      {publishAt !== null && (
        <p class="small">{studioWords('goesOnShow', { time: moment(publishAt) })}</p>
      )}
      <ActionButton key="show" wide busy={studioWords('publishing')} act={turn}>
        {studioWords('publish')}
      </ActionButton>
    </>
  )
}
