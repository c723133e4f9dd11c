import { studioWords } from '../../../contract/words/studio.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { transferWords } from './transfer-words.ts'
import { cancel, pauseOrResume, type Transfer, tryAgain } from './transfers.ts'

/** One file on its way, with what can be done about it. */
export function TransferRow({ transfer }: { transfer: Transfer }) {
  const { id, fileName, sizeBytes, sentBytes, state, failure } = transfer
  return (
    <section class="transfer" aria-label={fileName}>
      <p class="transfer-name">{studioWords(`transfer.${state}`, { name: fileName })}</p>
      <progress
        class="bar"
        max={sizeBytes || 1}
        value={sentBytes}
        aria-label={studioWords('uploadOf', { name: fileName })}
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
            {uiWords('tryAgain')}
          </Button>
        ) : (
          <Button look="secondary" onClick={() => pauseOrResume(id)}>
            {studioWords(state === 'paused' ? 'goOn' : 'pause')}
          </Button>
        )}
        <ActionButton look="quiet" busy={studioWords('cancelling')} act={() => cancel(id)}>
          {studioWords(state === 'refused' ? 'dismiss' : 'cancelUpload')}
        </ActionButton>
      </div>
    </section>
  )
}
