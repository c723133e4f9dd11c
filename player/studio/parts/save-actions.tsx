import type { ComponentChildren } from 'preact'
import { studioWords } from '../../../contract/words/studio.ts'
import { Button } from '../../ui/button.tsx'

interface SaveActionsProps {
  busy: boolean
  saved: boolean
  /** It stays in sight, and says whether there is something to save. */
  sticks?: boolean
  isDirty?: boolean
  /** What the button says where it is not “Save”. */
  children?: ComponentChildren
}

/** The end of a form: its button, and what became of pressing it. */
export function SaveActions(props: SaveActionsProps) {
  const { busy, saved, sticks = false, isDirty = false, children } = props
  const said = isDirty && sticks ? studioWords('notSaved') : ''
  return (
    <div class={`actions${sticks ? ' save-bar' : ''}`}>
      <Button type="submit" busy={busy && studioWords('saving')}>
        {children ?? studioWords('save')}
      </Button>
      <p class="small" role="status">
        {saved ? studioWords('saved') : said}
      </p>
    </div>
  )
}
