import type { StudioEncode, StudioVideo } from '../../../contract/studio.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { api } from '../../ui/page-api.ts'
import { encodeSentence, stepName, stepState } from './encode-words.ts'

interface VideoEncodeProps {
  video: StudioVideo
  encode: StudioEncode
  onChanged(): void
}

/** How the film's file is being made into what viewers get, and what can be done about it. */
export function VideoEncode({ video: { id }, encode, onChanged }: VideoEncodeProps) {
  const path = `/api/studio/videos/${id}/encode`
  const act =
    (method: string, url = path) =>
    async () => {
      await api.request(method, url)
      onChanged()
    }
  if (encode.status === 'finished') return null
  if (encode.status === 'failed') {
    return (
      <div class="encode">
        {encode.log !== null && (
          <details>
            <summary>{studioWords('log')}</summary>
            <pre class="encode-log">{encode.log}</pre>
          </details>
        )}
        <ActionButton look="secondary" busy={studioWords('starting')} act={act('POST')}>
          {studioWords('prepareAgain')}
        </ActionButton>
      </div>
    )
  }
  return (
    <div class="encode">
      <p>{encodeSentence(encode)}</p>
      <ul class="encode-steps" aria-label={studioWords('steps')}>
        {encode.steps.map((step) => (
          <li key={stepName(step)} class={`encode-step encode-step-${step.state}`}>
            <span>{stepName(step)}</span>
            <span>{stepState(step)}</span>
            {step.state === 'running' && (
              <progress class="bar" max={1} value={step.progress} aria-label={stepName(step)} />
            )}
          </li>
        ))}
      </ul>
      <div class="actions">
        {!encode.first && (
          <ActionButton
            look="secondary"
            busy={studioWords('movingUp')}
            act={act('POST', `${path}/first`)}
          >
            {studioWords('prepareFirst')}
          </ActionButton>
        )}
        <ActionButton look="quiet" busy={studioWords('cancelling')} act={act('DELETE')}>
          {studioWords('cancelPreparing')}
        </ActionButton>
      </div>
    </div>
  )
}
