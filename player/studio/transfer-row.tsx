import { ActionButton } from '../ui/action-button.tsx'
import { Button } from '../ui/button.tsx'
import { transferWords } from './transfer-words.ts'
import { cancel, pauseOrResume, type Transfer, tryAgain } from './transfers.ts'

const states = {
  sending: 'Uploading',
  paused: 'Paused',
  failed: 'Stopped',
  refused: 'Not taken',
} as const

/** One file on its way, with what can be done about it. */
export function TransferRow({ transfer }: { transfer: Transfer }) {
  const { id, fileName, sizeBytes, sentBytes, state, failure } = transfer
  return (
    <section class="transfer" aria-label={fileName}>
      <p class="transfer-name">
        {states[state]} {fileName}
      </p>
      <progress
        class="bar"
        max={sizeBytes || 1}
        value={sentBytes}
        aria-label={`Upload of ${fileName}`}
      />
      <p class={failure === undefined ? 'small' : 'action-problem'} role="status">
        {failure ??
          transferWords(
            state === 'paused' ? { ...transfer, bytesPerSecond: 0, secondsLeft: null } : transfer,
          )}
      </p>
      <div class="actions">
        {state === 'refused' ? null : state === 'failed' ? (
          <Button look="secondary" onClick={() => tryAgain(id)}>
            Try again
          </Button>
        ) : (
          <Button look="secondary" onClick={() => pauseOrResume(id)}>
            {state === 'paused' ? 'Go on' : 'Pause'}
          </Button>
        )}
        <ActionButton look="quiet" busy="Cancelling" act={() => cancel(id)}>
          {state === 'refused' ? 'Dismiss' : 'Cancel upload'}
        </ActionButton>
      </div>
    </section>
  )
}
