import { uiWords } from '../../contract/words/ui.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import type { Problem } from './problem.ts'

/** What could not be loaded, why, and a way to try again. */
export function Failure({
  what,
  problem,
  retry,
}: {
  what: string
  problem: Problem
  retry: () => void
}) {
  return (
    <Notice
      tone="urgent"
      heading={what}
      action={
        <Button look="secondary" onClick={retry}>
          {uiWords('tryAgain')}
        </Button>
      }
    >
      {problem.message}
    </Notice>
  )
}
