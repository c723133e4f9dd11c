import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button, type Look } from './button.tsx'
import { type Problem, toProblem } from './problem.ts'

interface ActionButtonProps {
  look?: Look
  wide?: boolean
  /** Names it where what it says is not enough. */
  label?: string
  /** What is said while it is being done. */
  busy: string
  /** It ends by leaving this page, so that it stays busy until then. */
  leaves?: boolean
  act(): Promise<void>
  children: ComponentChildren
}

/** Does one thing when it is pressed, and says right below when that failed. */
export function ActionButton({
  busy,
  leaves = false,
  label,
  act,
  children,
  ...looks
}: ActionButtonProps) {
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  async function run() {
    setRunning(true)
    setProblem(undefined)
    try {
      await act()
      if (!leaves) setRunning(false)
    } catch (error) {
      setProblem(toProblem(error))
      setRunning(false)
    }
  }

  return (
    <div class="action">
      <Button
        {...looks}
        aria-label={running ? undefined : label}
        busy={running && busy}
        onClick={() => void run()}
      >
        {children}
      </Button>
      {problem !== undefined && (
        <p class="action-problem" role="alert">
          {problem.message}
        </p>
      )}
    </div>
  )
}
