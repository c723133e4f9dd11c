import { useState } from 'preact/hooks'
import type { StudioVideo } from '../../../contract/studio.ts'
import { moment } from '../../../contract/words/format.ts'
import { libraryWords } from '../../../contract/words/library.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'

interface PublishVideoProps {
  video: StudioVideo
  onChanged(video: StudioVideo): void
}

/** Shows the film to viewers, or takes it away from them: whoever watches is stopped. */
export function PublishVideo({ video, onChanged }: PublishVideoProps) {
  const { id, published, publishAt, forNobody } = video
  const [warned, setWarned] = useState(false)
  async function turn() {
    if (!published && forNobody && !warned) return setWarned(true)
    setWarned(false)
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
      {warned && forNobody && (
        <Notice tone="urgent">{libraryWords('forNobody', { titles: '' })}</Notice>
      )}
      <ActionButton key="show" wide busy={studioWords('publishing')} act={turn}>
        {warned && forNobody ? libraryWords('publishAnyway') : studioWords('publish')}
      </ActionButton>
    </>
  )
}
