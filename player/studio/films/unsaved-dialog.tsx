import { useEffect, useRef } from 'preact/hooks'
import { libraryWords } from '../../../contract/words/library.ts'
import { Button } from '../../ui/button.tsx'
import { useUnsaved } from './use-unsaved.ts'

/** Asks before changes that are not saved are left behind. */
export function UnsavedDialog({ isDirty }: { isDirty: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { wanted, stay, leave } = useUnsaved(isDirty)
  useEffect(() => {
    if (wanted !== undefined) dialog.current?.showModal()
    else dialog.current?.close()
  }, [wanted])
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="unsaved" onClose={stay}>
      <h2 id="unsaved">{libraryWords('unsaved')}</h2>
      <p>{libraryWords('unsavedText')}</p>
      <div class="actions">
        <Button onClick={stay}>{libraryWords('stay')}</Button>
        <Button look="danger" onClick={leave}>
          {libraryWords('leave')}
        </Button>
      </div>
    </dialog>
  )
}
